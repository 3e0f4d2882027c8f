package se.varjedag.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How a unit was from one day to another, both included.
///
/// @param parent the id of the unit it is part of; empty when of none
/// @param from   the first day; [#EVER] when nobody has said since when
/// @param to     the last day; [#FURTHER_NOTICE] when it has no end yet
public record UnitPeriod(Unit unit, String parent, LocalDate from, LocalDate to) {
    /// Stands for the first day where none is known.
    public static final LocalDate EVER = LocalDate.MIN;

    /// Stands for the last day where there is none yet.
    public static final LocalDate FURTHER_NOTICE = LocalDate.MAX;

    /// A unit of which only is known how it is.
    static UnitPeriod always(Unit unit) {
        return new UnitPeriod(unit, "", EVER, FURTHER_NOTICE);
    }

    /// The first day, where one is known.
    public Optional<LocalDate> since() {
        return from.equals(EVER) ? Optional.empty() : Optional.of(from);
    }

    /// The last day, where there is one.
    public Optional<LocalDate> until() {
        return to.equals(FURTHER_NOTICE) ? Optional.empty() : Optional.of(to);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean saysTheSame(UnitPeriod other) {
        return unit.equals(other.unit) && parent.equals(other.parent);
    }

    /// The history of a unit when a file tells these periods, of which no two overlap. What was known before the first
    /// of them stays; from that day on the unit is what the file says, and closed where it says nothing.
    static List<UnitPeriod> told(List<UnitPeriod> before, List<UnitPeriod> told) {
        var inOrder =
                told.stream().sorted(Comparator.comparing(UnitPeriod::from)).toList();
        var first = inOrder.getFirst().from();
        var history = new ArrayList<UnitPeriod>();
        for (var period : before) {
            if (period.from().isBefore(first)) {
                var last = period.to().isBefore(first) ? period.to() : first.minusDays(1);
                history.add(new UnitPeriod(period.unit(), period.parent(), period.from(), last));
            }
        }
        inOrder.forEach(period -> join(history, period));
        return List.copyOf(history);
    }

    /// A period that only goes on with the one before becomes one with it.
    private static void join(List<UnitPeriod> history, UnitPeriod next) {
        var before = history.isEmpty() ? null : history.getLast();
        if (before != null
                && before.saysTheSame(next)
                && before.to().plusDays(1).equals(next.from())) {
            history.set(history.size() - 1, new UnitPeriod(next.unit(), next.parent(), before.from(), next.to()));
        } else {
            history.add(next);
        }
    }
}
