package se.varjedag.eventlog.discover;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A time as a log writes it: microseconds since 1970, of an instant when the text states a zone, else of the wall
/// clock.
public record EventTime(long micros, boolean zoned) {
    private static final long SECOND = 1_000_000L;

    /// Reads `2023-05-17`, `2023-05-17T08:30`, with a blank for `T`, seconds, fractions and zone (`Z`, `+01:00`,
    /// `+0100`, `+01`). Gives null when the text is no such time.
    public static @Nullable EventTime parse(String text) {
        return new Cursor(text.strip()).time();
    }

    /// Walks through one text; every step says whether it could be taken.
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        @Nullable
        EventTime time() {
            int year = digits(4);
            char dash = peek();
            if (year < 1 || (dash != '-' && dash != '/') || !take(dash)) {
                return null;
            }
            int month = digits(2);
            if (month < 1 || !take(dash)) {
                return null;
            }
            int day = digits(2);
            long days = epochDay(year, month, day);
            if (days == Long.MIN_VALUE) {
                return null;
            }
            if (atEnd()) {
                return new EventTime(days * 86_400 * SECOND, false);
            }
            if (!take('T') && !take(' ') && !take('t')) {
                return null;
            }
            long ofDay = timeOfDay();
            if (ofDay < 0) {
                return null;
            }
            long wall = days * 86_400 * SECOND + ofDay;
            take(' ');
            if (atEnd()) {
                return new EventTime(wall, false);
            }
            long offset = offsetSeconds();
            return offset == Long.MIN_VALUE || !atEnd() ? null : new EventTime(wall - offset * SECOND, true);
        }

        private long timeOfDay() {
            int hour = digits(2);
            if (hour < 0 || hour > 23 || !take(':')) {
                return -1;
            }
            int minute = digits(2);
            if (minute < 0 || minute > 59) {
                return -1;
            }
            long micros = (hour * 3600L + minute * 60L) * SECOND;
            if (!take(':')) {
                return micros;
            }
            int second = digits(2);
            if (second < 0 || second > 59) {
                return -1;
            }
            micros += second * SECOND;
            return take('.') || take(',') ? withFraction(micros) : micros;
        }

        private long withFraction(long micros) {
            int from = at;
            long fraction = 0;
            long unit = SECOND;
            while (Character.isDigit(peek()) && peek() < 128) {
                unit /= 10;
                fraction += (peek() - '0') * unit;
                at++;
            }
            return at == from ? -1 : micros + fraction;
        }

        private long offsetSeconds() {
            if (take('Z') || take('z')) {
                return 0;
            }
            int sign = take('+') ? 1 : take('-') ? -1 : 0;
            int hours = sign == 0 ? -1 : digits(2);
            if (hours < 0 || hours > 18) {
                return Long.MIN_VALUE;
            }
            if (atEnd()) {
                return sign * (hours * 3600L);
            }
            take(':');
            int minutes = digits(2);
            return minutes < 0 || minutes > 59 ? Long.MIN_VALUE : sign * (hours * 3600L + minutes * 60L);
        }

        private static long epochDay(int year, int month, int day) {
            try {
                return day < 1 ? Long.MIN_VALUE : LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException _) {
                return Long.MIN_VALUE;
            }
        }

        /// The next `count` digits as a number, or -1 when they are not there.
        private int digits(int count) {
            if (at + count > text.length()) {
                return -1;
            }
            int value = 0;
            for (int i = 0; i < count; i++) {
                char c = text.charAt(at + i);
                if (c < '0' || c > '9') {
                    return -1;
                }
                value = value * 10 + (c - '0');
            }
            at += count;
            return value;
        }

        private boolean take(char wanted) {
            if (!atEnd() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private char peek() {
            return atEnd() ? '\0' : text.charAt(at);
        }

        private boolean atEnd() {
            return at >= text.length();
        }
    }
}
