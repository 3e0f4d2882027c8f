package se.varjedag.eventlog.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Personnummer and samordningsnummer: the numbers by which Sweden tells people apart, ten or twelve digits with a
/// check digit. A samordningsnummer has 60 added to its day; the tax agency also gives out such numbers with month
/// 00, day 60 and days that the month does not have.
final class IdentityNumber {
    private IdentityNumber() {}

    /// The twelve digits of a valid number, however it was written; empty where it is none.
    ///
    /// @param today decides the century of ten digits: the youngest possible, a hundred years more with `+`
    static Optional<String> normalised(String text, LocalDate today) {
        var digits = new StringBuilder(text);
        int signAt = text.length() - 5;
        boolean plus = false;
        if (text.length() == 11 || text.length() == 13) {
            char sign = text.charAt(signAt);
            if (sign != '-' && sign != '+') {
                return Optional.empty();
            }
            plus = sign == '+';
            digits.deleteCharAt(signAt);
        }
        if ((digits.length() != 10 && digits.length() != 12)
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                || !checkDigitHolds(digits.substring(digits.length() - 10))) {
            return Optional.empty();
        }
        if (digits.length() == 10) {
            digits.insert(0, century(digits, plus, today));
        }
        return isDay(digits, today) ? Optional.of(digits.toString()) : Optional.empty();
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
        for (int i = 0; i < 10; i++) {
            int product = (tenDigits.charAt(i) - '0') * (2 - i % 2);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
