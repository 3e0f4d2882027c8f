package se.varjedag.app.web.figure;

import java.time.DateTimeException;
import java.time.LocalDate;

/// A period that somebody chose, both days inside.
public record Span(LocalDate from, LocalDate to) {

    /// The period that is written so: what cannot be read gives the twelve months up to a day.
    public static Span of(String from, String to, LocalDate today) {
        var last = day(to, today);
        var first = day(from, last.minusYears(1).plusDays(1));
        return first.isAfter(last) ? new Span(last, first) : new Span(first, last);
    }

    private static LocalDate day(String written, LocalDate otherwise) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    /// Whether a day is in it.
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
