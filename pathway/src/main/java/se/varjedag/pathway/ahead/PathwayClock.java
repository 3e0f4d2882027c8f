package se.varjedag.pathway.ahead;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The clock of one open pathway on a day: the days used, the days left, what has been reached and what comes next.
/// Every page that tells how one patient stands reads this one, so that they cannot disagree.
///
/// @param day the day it is read on
/// @param start the day of the decision that started it
/// @param limit the limit that is counted down to, in days: the shortest of those that its treatment may turn out to
///     have, while that can be kept, then the longest; empty where none is known ("gräns saknas")
/// @param longest the longest limit possible, in days; empty where that of any treatment is unknown
/// @param assumed whether the limit is an assumption of the definition, not a number that was read
/// @param reached the points reached, each at its first day, in order of day; the decision is the first
/// @param next what comes next; empty when nothing is left but what no definition knows
public record PathwayClock(
        LocalDate day,
        LocalDate start,
        OptionalInt limit,
        OptionalInt longest,
        boolean assumed,
        List<Reached> reached,
        Optional<Next> next) {

    public PathwayClock {
        reached = List.copyOf(reached);
    }

    /// A point reached.
    ///
    /// @param days days since the point before it; they add up to the days used, but for those since the last point
    /// @param allowed the days that the definition allows from the point before it to this one; empty where unknown
    /// @param unit where it was reached; empty where the event names no unit
    public record Reached(MeasuringPoint point, LocalDate day, int days, OptionalInt allowed, String unit) {}

    /// The next step: from a point reached to one that is not.
    ///
    /// @param allowed the days that the definition allows the step; empty where unknown
    /// @param latest the last day for it: if the rest then takes the fewest days that the definition allows,
    ///     treatment starts on the day of the limit; empty where limit or rest is unknown
    public record Next(MeasuringPoint from, MeasuringPoint point, OptionalInt allowed, Optional<LocalDate> latest) {}

    /// The days used.
    public int used() {
        return (int) ChronoUnit.DAYS.between(start, day);
    }

    /// The days left to the limit, below 0 when it has been passed; empty where no limit is known.
    public OptionalInt left() {
        return limit.isPresent() ? OptionalInt.of(limit.getAsInt() - used()) : OptionalInt.empty();
    }

    /// The day of the limit.
    public Optional<LocalDate> limitDay() {
        return limit.isPresent() ? Optional.of(start.plusDays(limit.getAsInt())) : Optional.empty();
    }

    /// Whether every limit possible has been passed, and all of them are known.
    public boolean overForCertain() {
        return longest.isPresent() && used() > longest.getAsInt();
    }

    /// Whether the limit has been passed.
    public boolean over() {
        return limit.isPresent() && used() > limit.getAsInt();
    }

    /// Where it stands: the latest point reached.
    public Reached at() {
        return reached.getLast();
    }

    /// Whether a point has been reached.
    public boolean has(MeasuringPoint point) {
        return reached.stream().anyMatch(one -> one.point() == point);
    }
}
