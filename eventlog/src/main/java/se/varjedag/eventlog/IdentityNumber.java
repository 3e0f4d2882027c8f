package se.varjedag.eventlog;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A number by which Swedish care tells people apart, in the one way it is written here: twelve characters without
/// separator. Whoever makes a pseudonym of a person makes it of this text, so that it is the same however the number
/// was written.
///
/// A personnummer or samordningsnummer has ten or twelve digits with a check digit. A samordningsnummer has 60 added
/// to its day; the tax agency also gives out such numbers with month 00, day 60 and days that the month does not
/// have. The national reserve number (`ReserveNumber`) is for those who have neither. What a region gives out by
/// itself is not known to be valid by anybody else; it can only look like one ([#looksRegional]).
///
/// @param digits the twelve characters; in a reserve number three or four of them are letters and digits mixed
public record IdentityNumber(String digits, Kind kind) {
    private static final int SHORT = 10;
    private static final int LONG = 12;
    private static final int LAST_FOUR = 4;

    /// Who gave out the number, and for whom.
    public enum Kind {
        PERSONNUMMER,
        SAMORDNINGSNUMMER,
        NATIONAL_RESERVE_NUMBER
    }

    /// The number, however it was written; empty where it is not a valid one.
    ///
    /// @param today decides the century of ten digits: the youngest possible, a hundred years more with `+`
    public static Optional<IdentityNumber> of(String text, LocalDate today) {
        return normalised(text, today).map(digits -> new IdentityNumber(digits, kindOf(digits)));
    }

    /// The twelve characters of a valid number, however it was written; empty where it is none.
    ///
    /// @param today decides the century of ten digits: the youngest possible, a hundred years more with `+`
    public static Optional<String> normalised(String text, LocalDate today) {
        char sign = signIn(text);
        if (sign == 0 && text.length() != SHORT && text.length() != LONG) {
            return Optional.empty();
        }
        var digits = new StringBuilder(text);
        if (sign != 0) {
            digits.deleteCharAt(text.length() - LAST_FOUR - 1);
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return sign != '+' && ReserveNumber.isValid(digits, today)
                    ? Optional.of(digits.toString())
                    : Optional.empty();
        }
        if (!checkDigitHolds(digits.substring(digits.length() - SHORT))) {
            return Optional.empty();
        }
        if (digits.length() == SHORT) {
            digits.insert(0, century(digits, sign == '+', today));
        }
        return isDay(digits, today) ? Optional.of(digits.toString()) : Optional.empty();
    }

    /// Whether a text is built as some region builds its own reserve numbers: `99` and ten digits, or a birth date and
    /// four letters and digits of which at least one is a letter. Whether it is in use, only the region knows.
    /// Format: Inera, local reserve identities.
    public static boolean looksRegional(String text) {
        if (text.length() != LONG) {
            return false;
        }
        boolean all = text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
        boolean onlyDigits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean dated = text.matches("(18|19|20)\\d{2}(0[1-9]|1[0-2])([0-5]\\d).{4}");
        return all && (onlyDigits ? text.startsWith("99") : dated);
    }

    /// The year, month and day that the number tells; empty where it tells none, as a samordningsnummer may.
    public Optional<LocalDate> born() {
        if (kind == Kind.NATIONAL_RESERVE_NUMBER) {
            return ReserveNumber.born(digits);
        }
        int month = number(digits, 4, 6);
        int day = number(digits, 6, 8) % 60;
        int year = number(digits, 0, 4);
        return month == 0 || day == 0 || day > YearMonth.of(year, month).lengthOfMonth()
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    /// The number as people write it: with a hyphen before the last four.
    public String written() {
        return digits.substring(0, LONG - LAST_FOUR) + "-" + digits.substring(LONG - LAST_FOUR);
    }

    /// Tells nothing: a number must not reach a log by being part of a sentence.
    @Override
    public String toString() {
        return kind + " ••••";
    }

    private static Kind kindOf(String digits) {
        char last = digits.charAt(LONG - LAST_FOUR);
        if (last < '0' || last > '9') {
            return Kind.NATIONAL_RESERVE_NUMBER;
        }
        return number(digits, 6, 8) >= 60 ? Kind.SAMORDNINGSNUMMER : Kind.PERSONNUMMER;
    }

    /// The hyphen or plus before the last four characters; 0 where there is none.
    private static char signIn(String text) {
        if (text.length() != SHORT + 1 && text.length() != LONG + 1) {
            return 0;
        }
        char sign = text.charAt(text.length() - LAST_FOUR - 1);
        return sign == '-' || sign == '+' ? sign : 0;
    }

    private static int number(CharSequence digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static String century(CharSequence digits, boolean plus, LocalDate today) {
        int year = today.getYear() / 100 * 100 + number(digits, 0, 2);
        int monthAndDay = number(digits, 2, 4) * 100 + number(digits, 4, 6) % 60;
        if (year * 10_000 + monthAndDay > asNumber(today)) {
            year -= 100;
        }
        return Integer.toString((plus ? year - 100 : year) / 100);
    }

    private static int asNumber(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static boolean isDay(CharSequence digits, LocalDate today) {
        int year = number(digits, 0, 4);
        int month = number(digits, 4, 6);
        int day = number(digits, 6, 8);
        if (year < 1800 || year * 10_000 + month * 100 + day % 60 > asNumber(today) || month > 12) {
            return false;
        }
        if (day >= 60) {
            return day <= 91;
        }
        return month >= 1 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /// Luhn: every second digit from the first doubled, digits of all products summed, divisible by ten.
    private static boolean checkDigitHolds(CharSequence tenDigits) {
        int sum = 0;
        for (int i = 0; i < SHORT; i++) {
            int product = (tenDigits.charAt(i) - '0') * (2 - i % 2);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
