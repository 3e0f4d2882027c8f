package se.varjedag.app.web.figure;

import java.time.LocalDate;

/// A period, both days inside.
public record Span(LocalDate from, LocalDate to) {

    /// Whether a day is in it.
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
