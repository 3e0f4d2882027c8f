package se.varjedag.eventlog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The national reserve number (nationell reservidentitet), `XXYYMMDDNNGC`: for those who have no personnummer or
/// samordningsnummer, or whose is not known.
///
/// `XX` is the century of birth raised by a multiple of three (19 becomes 22, 25 …, 20 becomes 23, 26 …), at most 98.
/// Where the day of birth is unknown it is `00`, with `MM` 20–99 and `DD` 40–59. `NN` are two letters, `G` a digit
/// where the sex is known and a letter where it is not. `I`, `O`, `Q`, `V` and `W` are not used. `C` is a check digit:
/// Luhn over the eleven characters before it, each letter counted as its number in ASCII. Source: Inera, "Nationellt
/// reservID, specifikation 1.0", as retold in "Nationellt Reservidformat".
final class ReserveNumber {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUXYZ";
    private static final int LENGTH = 12;
    private static final int UNKNOWN = 0;
    private static final int FIRST = 22;
    private static final int HIGHEST = 98;
    private static final int NINETEEN = 19;

    private ReserveNumber() {}

    static boolean isValid(CharSequence text, LocalDate today) {
        if (text.length() != LENGTH || !formed(text) || !checkDigitHolds(text)) {
            return false;
        }
        int first = number(text, 0);
        if (first == UNKNOWN) {
            int month = number(text, 4);
            int day = number(text, 6);
            return month >= 20 && day >= 40 && day <= 59;
        }
        return first >= FIRST
                && first <= HIGHEST
                && born(text).filter(day -> !day.isAfter(today)).isPresent();
    }

    /// The day of birth; empty where the number does not tell it.
    static Optional<LocalDate> born(CharSequence text) {
        int first = number(text, 0);
        if (first == UNKNOWN) {
            return Optional.empty();
        }
        int century = NINETEEN + (first - NINETEEN) % 3;
        try {
            return Optional.of(LocalDate.of(century * 100 + number(text, 2), number(text, 4), number(text, 6)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean formed(CharSequence text) {
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = LETTERS.indexOf(c) >= 0;
            boolean fits = switch (i) {
                case 8, 9 -> letter;
                case 10 -> letter || digit;
                default -> digit;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean checkDigitHolds(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            int product = (c >= '0' && c <= '9' ? c - '0' : c) * (2 - i % 2);
            sum += product / 100 + product / 10 % 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private static int number(CharSequence text, int from) {
        return Integer.parseInt(text, from, from + 2, 10);
    }
}
