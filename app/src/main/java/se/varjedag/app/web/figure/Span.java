package se.varjedag.app.web.figure;

import java.time.LocalDate;
import se.varjedag.app.web.Given;

/// A period that somebody chose, both days inside.
public record Span(LocalDate from, LocalDate to) {

    /// The period that is written so: what cannot be read gives the twelve months up to a day.
    public static Span of(String from, String to, LocalDate today) {
        var last = Given.day(to).orElse(today);
        var first = Given.day(from).orElse(last.minusYears(1).plusDays(1));
        return first.isAfter(last) ? new Span(last, first) : new Span(first, last);
    }

    /// Whether a day is in it.
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
