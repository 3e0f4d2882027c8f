package se.varjedag.app.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule of a unit: which form is asked of whom, and when, so that nobody has to remember.
///
/// @param id          0 while it is only looked at
/// @param definitions the pathways it is for; none: every one
/// @param from        the first day it asks; where an occasion has no last day, also the first day that it counts from
/// @param to          the last day it asks; null until it is ended
/// @param remindAfter days without an answer after which she is reminded, once; 0 for never
/// @param ended       whether it asks no more
/// @param asked       how many times it has asked
public record Rule(
        long id,
        String unit,
        String form,
        Occasion occasion,
        CountedFrom countedFrom,
        Set<String> definitions,
        LocalDate from,
        @Nullable LocalDate to,
        int remindAfter,
        Instant at,
        String byName,
        boolean ended,
        int asked) {
    private static final int MOST_DAYS = 90;

    public Rule {
        definitions = Set.copyOf(definitions);
        if (occasion == Occasion.OPEN) {
            throw new IllegalArgumentException("What is open for ever has no occasion to be asked at");
        }
        if (occasion == Occasion.PREM && countedFrom != CountedFrom.CLOSED) {
            throw new IllegalArgumentException("How it was is asked after the end, not " + countedFrom.key());
        }
        if (occasion == Occasion.BEFORE && countedFrom == CountedFrom.CLOSED) {
            throw new IllegalArgumentException("Nobody knows the day of an end before it");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A rule ends " + to + " before it begins " + from);
        }
        if (remindAfter < 0 || remindAfter > MOST_DAYS) {
            throw new IllegalArgumentException("A reminder after " + remindAfter + " days");
        }
    }

    /// Whether it asks on a day.
    public boolean holds(LocalDate day) {
        return !ended && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /// Whether it is for a pathway.
    boolean isFor(String definition) {
        return definitions.isEmpty() || definitions.contains(definition);
    }

    /// Whether it asks today for an occasion that is counted from a day: in its time only. Where the occasion has no
    /// last day it asks only for what has happened since the rule began.
    boolean asks(LocalDate counted, LocalDate today) {
        var until = occasion.until(counted);
        return !today.isBefore(occasion.due(counted))
                && (until == null ? !counted.isBefore(from) : !today.isAfter(until));
    }
}
