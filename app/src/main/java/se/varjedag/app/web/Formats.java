package se.varjedag.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import se.varjedag.app.reference.Sweden;
import se.varjedag.pathway.definition.Language;

/// How numbers and dates are written, in the one place where they are: Swedish `12 345`, `42,3 %` and English `12,345`,
/// `42.3%`.
///
/// Every space inside a number is one that does not break, minus is U+2212, and what is unknown is a word.
/// Rounding is half up in decimal, here and nowhere before.
public record Formats(Language language) {

    /// The space that does not break.
    public static final String NB = "\u00a0";

    /// What stands where nothing applies.
    public static final String NONE = "–";

    private static final String MINUS = "−";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm", Locale.ROOT);
    private static final DateTimeFormatter MINUTE_EN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /// A whole number with its thousands apart.
    public String whole(long number) {
        return grouped(BigDecimal.valueOf(number).toPlainString());
    }

    /// What stands between the thousands of a number.
    public String thousands() {
        return swedish() ? NB : ",";
    }

    /// A number with so many decimals.
    public String decimal(double number, int decimals) {
        return grouped(
                new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    /// The same, or a dash when there is none.
    public String decimal(OptionalDouble number, int decimals) {
        return number.isPresent() ? decimal(number.getAsDouble(), decimals) : NONE;
    }

    /// A whole number, or a dash when there is none.
    public String whole(OptionalLong number) {
        return number.isPresent() ? whole(number.getAsLong()) : NONE;
    }

    /// A share (0 to 1) as per cent, the sign included.
    public String percent(double share, int decimals) {
        return percentNumber(share, decimals) + percentSign();
    }

    /// A share as per cent, or a dash when there is none.
    public String percent(OptionalDouble share, int decimals) {
        return share.isPresent() ? percent(share.getAsDouble(), decimals) : NONE;
    }

    /// A share as per cent without its sign, for the large figures.
    public String percentNumber(double share, int decimals) {
        return decimal(100 * share, decimals);
    }

    /// The sign after a share, with the space that Swedish wants.
    public String percentSign() {
        return swedish() ? NB + "%" : "%";
    }

    /// Decimals of a share over so many patients: none under 1 000.
    public static int shareDecimals(long n) {
        return n < 1000 ? 0 : 1;
    }

    /// An interval of shares: `36,4–39,3 %`.
    public String percentInterval(double low, double high, int decimals) {
        return percentNumber(low, decimals) + "–" + percentNumber(high, decimals) + percentSign();
    }

    /// A relative change with its sign: `−10,5 %`.
    public String change(double relative) {
        return signed(100 * relative, 1) + percentSign();
    }

    /// A change between two shares, which is never per cent: `+1,3 procentenheter`.
    public String points(double difference) {
        return signed(100 * difference, 1) + NB + (swedish() ? "procentenheter" : "percentage points");
    }

    /// A date as professionals write it: `2026-11-21`.
    public String date(LocalDate day) {
        return day.toString();
    }

    /// A moment in Swedish time, to the minute.
    public String moment(Instant instant) {
        return (swedish() ? MINUTE : MINUTE_EN)
                .format(instant.atZone(Sweden.TIME))
                .replace(" ", NB);
    }

    /// Today in the frame: `lör 21 nov 2026, vecka 47`.
    public String today(LocalDate day) {
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale());
        return weekday + " " + day.getDayOfMonth() + " " + monthShort(YearMonth.from(day)) + " " + day.getYear()
                + (swedish() ? ", vecka " : ", week ") + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /// A month in words: `oktober 2026`.
    public String month(YearMonth month) {
        return monthName(month) + " " + month.getYear();
    }

    /// A month in words without its year.
    public String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, locale());
    }

    /// A month in three letters.
    public String monthShort(YearMonth month) {
        var name = monthName(month);
        return name.substring(0, 3);
    }

    /// A span of months: one month, `januari–oktober 2026`, or `november 2025–oktober 2026`.
    public String months(YearMonth first, YearMonth last) {
        if (first.equals(last)) {
            return month(first);
        }
        return first.getYear() == last.getYear()
                ? monthName(first) + "–" + month(last)
                : month(first) + "–" + month(last);
    }

    /// A span of dates, said in months when it covers whole ones.
    public String period(LocalDate from, LocalDate to) {
        var wholeMonths = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        return wholeMonths ? months(YearMonth.from(from), YearMonth.from(to)) : date(from) + "–" + date(to);
    }

    /// A number of days: `1 dag`, `39 dagar`.
    public String days(long days) {
        var word = swedish() ? (days == 1 ? "dag" : "dagar") : days == 1 ? "day" : "days";
        return whole(days) + NB + word;
    }

    /// A size of a file: `1,4 MB`.
    public String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return decimal(bytes / 1000.0, bytes < 10_000 ? 1 : 0) + NB + "kB";
        }
        return decimal(bytes / 1e6, 1) + NB + "MB";
    }

    private String signed(double number, int decimals) {
        var text = decimal(number, decimals);
        var zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) {
            return text.replace(MINUS, "");
        }
        return text.startsWith(MINUS) ? text : "+" + text;
    }

    private String grouped(String plain) {
        var negative = plain.startsWith("-");
        var unsigned = negative ? plain.substring(1) : plain;
        var point = unsigned.indexOf('.');
        var whole = point < 0 ? unsigned : unsigned.substring(0, point);
        var text = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(thousands());
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(swedish() ? ',' : '.').append(unsigned, point + 1, unsigned.length());
        }
        var zero = unsigned.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (negative && !zero ? MINUS : "") + text;
    }

    private boolean swedish() {
        return language == Language.SV;
    }

    private Locale locale() {
        return swedish() ? Locale.of("sv", "SE") : Locale.UK;
    }
}
