package se.varjedag.app.intake.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import se.varjedag.app.reference.Sweden;

/// The day that a FHIR date or date and time means. FHIR lets a date be a year or a month alone: no measuring point can
/// be dated so.
sealed interface FhirDay {
    /// A day in Stockholm.
    record Day(LocalDate day) implements FhirDay {}

    /// A year or a month.
    record Partial() implements FhirDay {}

    /// No date, or none that exists.
    record Unreadable() implements FhirDay {}

    int DATE = 10;
    int EARLIEST = 1900;
    int LATEST = 2200;

    static FhirDay of(String text) {
        if (text.matches("[0-9]{4}(-[0-9]{2})?")) {
            return new Partial();
        }
        try {
            var day = text.length() == DATE ? LocalDate.parse(text) : ofTime(text);
            return day.getYear() < EARLIEST || day.getYear() >= LATEST ? new Unreadable() : new Day(day);
        } catch (DateTimeException _) {
            return new Unreadable();
        }
    }

    private static LocalDate ofTime(String text) {
        var zoned = text.endsWith("Z") || text.matches(".*T.*[+-][0-9]{2}:[0-9]{2}");
        return zoned
                ? OffsetDateTime.parse(text).atZoneSameInstant(Sweden.TIME).toLocalDate()
                : LocalDateTime.parse(text).toLocalDate();
    }
}
