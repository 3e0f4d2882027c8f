package se.varjedag.eventlog.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.varjedag.eventlog.IdentityNumber;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.Texts;

/// Settles what the persons of a file are called: by identity number if every one of them is a valid one, by what is
/// written otherwise.
final class PersonNames {
    /// Says where in the file a person was first met.
    interface Lines {
        long line(RowReader reader, int number);
    }

    /// So many names are looked at to say whether most look like identity numbers.
    private static final int SAMPLE = 10_000;

    private PersonNames() {}

    /// Gives the persons their names, and a warning where a few wrong numbers stand among many right ones.
    static Optional<Sentence> settle(List<RowReader> readers, LocalDate today, Lines lines) {
        long persons = readers.stream().mapToLong(r -> names(r).size() - 1L).sum();
        boolean allValid = persons > 0 && readers.stream().allMatch(reader -> allValid(names(reader), today));
        for (var reader : readers) {
            rename(reader, allValid, today);
        }
        return allValid || persons == 0 || !mostValid(readers, today)
                ? Optional.empty()
                : Optional.of(warning(readers, persons, today, lines));
    }

    private static Texts names(RowReader reader) {
        return reader.lists().persons().texts();
    }

    private static Optional<String> identity(Texts names, int number, LocalDate today) {
        int length = names.length(number);
        byte first = length == 0 ? 0 : names.byteAt(number, 0);
        boolean maybe = (first >= '0' && first <= '9' && length >= 10 && length <= 13) || (first >= 0 && first <= ' ');
        return maybe ? IdentityNumber.normalised(names.text(number).trim(), today) : Optional.empty();
    }

    private static boolean allValid(Texts names, LocalDate today) {
        for (int i = 1; i < names.size(); i++) {
            if (identity(names, i, today).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean mostValid(List<RowReader> readers, LocalDate today) {
        int met = 0;
        int valid = 0;
        for (var reader : readers) {
            var names = names(reader);
            for (int i = 1; i < names.size() && met < SAMPLE; i++) {
                met++;
                valid += identity(names, i, today).isPresent() ? 1 : 0;
            }
        }
        return 2 * valid > met;
    }

    private static void rename(RowReader reader, boolean allValid, LocalDate today) {
        var names = names(reader);
        if (!allValid && !anySpaced(names)) {
            return;
        }
        var renamed = new Texts();
        for (int i = 1; i < names.size(); i++) {
            var name = names.text(i).trim();
            renamed.add(allValid ? IdentityNumber.normalised(name, today).orElse(name) : name);
        }
        reader.lists().rename(renamed);
    }

    private static boolean anySpaced(Texts names) {
        for (int i = 1; i < names.size(); i++) {
            byte first = names.byteAt(i, 0);
            byte last = names.byteAt(i, names.length(i) - 1);
            if ((first >= 0 && first <= ' ') || (last >= 0 && last <= ' ')) {
                return true;
            }
        }
        return false;
    }

    private static Sentence warning(List<RowReader> readers, long persons, LocalDate today, Lines lines) {
        long wrong = 0;
        long firstLine = Long.MAX_VALUE;
        var firstName = "";
        for (var reader : readers) {
            var names = names(reader);
            for (int i = 1; i < names.size(); i++) {
                if (identity(names, i, today).isEmpty()) {
                    wrong++;
                    long line = lines.line(reader, i);
                    if (line < firstLine) {
                        firstLine = line;
                        firstName = names.text(i);
                    }
                }
            }
        }
        return Reasons.someIdentityNumbersWrong(wrong, persons, firstLine, Rejection.mask(firstName));
    }
}
