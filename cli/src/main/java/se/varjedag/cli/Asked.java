package se.varjedag.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns the words after an option into what they mean, or refuses them with a sentence.
final class Asked {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private Asked() {}

    static @Nullable LocalDate date(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            throw new WrongUsage(
                    "%s is a date that exists, written 2023-05-17, not '%s'.".formatted(option, text),
                    "%s är ett datum som finns, skrivet 2023-05-17, inte '%s'.".formatted(option, text));
        }
    }

    /// A moment; a date alone means the end of that day in Stockholm.
    static @Nullable Instant moment(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.contains("T")) {
                return OffsetDateTime.parse(text.strip()).toInstant();
            }
            return LocalDate.parse(text.strip())
                    .plusDays(1)
                    .atStartOfDay(STOCKHOLM)
                    .toInstant()
                    .minusNanos(1);
        } catch (DateTimeException _) {
            throw new WrongUsage(
                    "%s is a date (2023-05-17) or a moment (2023-05-17T08:30Z), not '%s'.".formatted(option, text),
                    "%s är ett datum (2023-05-17) eller en tidpunkt (2023-05-17T08:30Z), inte '%s'."
                            .formatted(option, text));
        }
    }

    static int wholeNumber(String option, String text, int least) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw new WrongUsage(
                "%s is a whole number from %d up, not '%s'.".formatted(option, least, text),
                "%s är ett heltal från %d och uppåt, inte '%s'.".formatted(option, least, text));
    }

    static long seed(String option, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException _) {
            throw new WrongUsage(
                    "%s is a whole number, not '%s'.".formatted(option, text),
                    "%s är ett heltal, inte '%s'.".formatted(option, text));
        }
    }

    static double number(String option, String text) {
        try {
            return new BigDecimal(text.strip().replace(',', '.')).doubleValue();
        } catch (NumberFormatException _) {
            throw new WrongUsage(
                    "%s is a number such as 0.1, not '%s'.".formatted(option, text),
                    "%s är ett tal som 0.1, inte '%s'.".formatted(option, text));
        }
    }

    /// One of the choices, in any case.
    static String choice(String option, String text, List<String> choices) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (choices.contains(word)) {
            return word;
        }
        throw Nearest.refusal(option, text, choices);
    }

    static List<Path> files(List<String> names) {
        if (names.isEmpty()) {
            throw new WrongUsage("Name at least one file.", "Ange minst en fil.");
        }
        return names.stream().map(Path::of).toList();
    }
}
