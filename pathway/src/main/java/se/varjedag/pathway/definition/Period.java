package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.Optional;

/// Reads from when and until when something holds.
final class Period {
    private Period() {}

    static LocalDate from(Fields fields) {
        if (!fields.has("valid-from")) {
            fields.text("valid-from", "2024-01-24");
        }
        return fields.date("valid-from").orElse(LocalDate.EPOCH);
    }

    static Optional<LocalDate> to(Fields fields, LocalDate from) {
        var to = fields.date("valid-to");
        if (to.isPresent() && to.get().isBefore(from)) {
            fields.mistake(
                    "valid-to",
                    new Words(
                            "'valid-to' " + to.get() + " är före 'valid-from' " + from + ". Ändra det ena",
                            "'valid-to' " + to.get() + " is before 'valid-from' " + from + ". Change one of them"));
        }
        return to;
    }

    /// The last day, or the end of time.
    static LocalDate last(Optional<LocalDate> to) {
        return to.orElse(LocalDate.MAX);
    }
}
