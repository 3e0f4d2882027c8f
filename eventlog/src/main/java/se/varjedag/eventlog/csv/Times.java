package se.varjedag.eventlog.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Reads days and times as event files write them: `2023-05-17`, `2023-05-17T08:30`, with seconds, with fractions, with
/// `Z` or an offset, and with a space for the `T`. What carries an offset is taken to Stockholm.
final class Times {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    /// What is no date and time, or none that exists.
    static final int UNREADABLE = Integer.MIN_VALUE;
    static final long UNREADABLE_INSTANT = Long.MIN_VALUE + 1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;
    /// `0000-00-`
    private static final long YEAR_AND_MONTH = 0x2D30302D30303030L;
    /// Added to a byte gives the highest bit where a digit is above 9, or a hyphen is none.
    private static final long ABOVE = 0x7F76767F76767676L;

    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 300;
    private static final int[] MONTH_START = new int[YEARS * 12 + 1];

    static {
        for (int i = 0; i < MONTH_START.length; i++) {
            MONTH_START[i] =
                    (int) LocalDate.of(FIRST_YEAR + i / 12, 1 + i % 12, 1).toEpochDay();
        }
    }

    private static final int LOCAL = Integer.MAX_VALUE;

    private final byte[] text;
    private final int end;
    private int at;
    private int day;
    private boolean dateOnly;
    private int second;
    private int micro;
    /// Seconds east of Greenwich, or [#LOCAL].
    private int offset = LOCAL;

    private Times(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /// The day in Stockholm since 1970-01-01, or [#UNREADABLE].
    static int day(byte[] text, int start, int end) {
        if (end - start == 10) {
            return date(text, start);
        }
        var times = new Times(text, start, end);
        if (!times.read()) {
            return UNREADABLE;
        }
        if (times.offset == LOCAL) {
            return times.day;
        }
        return (int) times.instant().atZone(STOCKHOLM).toLocalDate().toEpochDay();
    }

    /// Microseconds since 1970-01-01T00:00Z; a day counts from its start in Stockholm; or [#UNREADABLE_INSTANT].
    static long micros(byte[] text, int start, int end) {
        var times = new Times(text, start, end);
        if (!times.read()) {
            return UNREADABLE_INSTANT;
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, times.instant());
    }

    private Instant instant() {
        if (dateOnly) {
            return LocalDate.ofEpochDay(day).atStartOfDay(STOCKHOLM).toInstant();
        }
        var local = LocalDateTime.ofEpochSecond(day * 86_400L + second, micro * 1000, ZoneOffset.UTC);
        return offset == LOCAL
                ? local.atZone(STOCKHOLM).toInstant()
                : local.toInstant(ZoneOffset.ofTotalSeconds(offset));
    }

    /// A date of ten characters at `at`, by the calendar. Year and month are read as one word.
    private static int date(byte[] text, int at) {
        long digits = (long) WORD.get(text, at) ^ YEAR_AND_MONTH;
        int dayOfMonth = digits(text, at + 8, 2);
        // No byte may be above 9, and none but 0 where a hyphen belongs.
        if ((((digits + ABOVE) | digits) & HIGHS) != 0) {
            return UNREADABLE;
        }
        long pairs = digits * 10 + (digits >>> 8);
        int year = (int) (pairs & 0xFF) * 100 + (int) (pairs >>> 16 & 0xFF);
        int month = (int) (pairs >>> 40 & 0xFF);
        int index = (year - FIRST_YEAR) * 12 + month - 1;
        if (month < 1 || month > 12 || dayOfMonth < 1 || index < 0 || index >= MONTH_START.length - 1) {
            return UNREADABLE;
        }
        int day = MONTH_START[index] + dayOfMonth - 1;
        return day < MONTH_START[index + 1] ? day : UNREADABLE;
    }

    /// The number that `count` digits write, or a negative one where one of them is no digit.
    private static int digits(byte[] text, int at, int count) {
        int number = 0;
        int bad = 0;
        for (int i = 0; i < count; i++) {
            int digit = text[at + i] - '0';
            bad |= digit | (9 - digit);
            number = number * 10 + digit;
        }
        return bad < 0 ? -1 : number;
    }

    private boolean read() {
        if (end - at < 10) {
            return false;
        }
        day = date(text, at);
        at += 10;
        if (day == UNREADABLE || at == end) {
            dateOnly = true;
            return day != UNREADABLE;
        }
        byte between = text[at++];
        return (between == 'T' || between == 't' || between == ' ') && readTime() && readOffset() && at == end;
    }

    private boolean readTime() {
        int hour = two(23);
        if (hour < 0 || !next(':')) {
            return false;
        }
        int minute = two(59);
        if (minute < 0) {
            return false;
        }
        second = hour * 3600 + minute * 60;
        if (!next(':')) {
            return true;
        }
        int seconds = two(59);
        if (seconds < 0) {
            return false;
        }
        second += seconds;
        return (!next('.') && !next(',')) || readFraction();
    }

    private boolean readFraction() {
        int from = at;
        int scale = 100_000;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            micro += (text[at++] - '0') * scale;
            scale /= 10;
        }
        return at > from && at - from <= 18;
    }

    private boolean readOffset() {
        if (at == end) {
            return true;
        }
        if (next('Z') || next('z')) {
            offset = 0;
            return true;
        }
        boolean west = next('-');
        if (!west && !next('+')) {
            return false;
        }
        int hours = two(18);
        if (hours < 0) {
            return false;
        }
        int minutes = 0;
        if (at < end) {
            next(':');
            minutes = two(59);
        }
        offset = (hours * 60 + minutes) * (west ? -60 : 60);
        return minutes >= 0 && hours * 60 + minutes <= 18 * 60;
    }

    private boolean next(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    /// Two digits that write a number of at most `most`, or -1.
    private int two(int most) {
        if (end - at < 2) {
            return -1;
        }
        int number = digits(text, at, 2);
        at += 2;
        return number > most ? -1 : number;
    }
}
