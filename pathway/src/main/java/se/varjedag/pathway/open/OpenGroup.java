package se.varjedag.pathway.open;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import se.varjedag.pathway.measure.Group;

/// One line of an open answer: the group, and what of it may be told.
///
/// @param key the values of the question's keys, in its order
/// @param told what may be told; what is not is hidden ("visas inte"), never zero
/// @param waits whether those waiting belong to the answer at all
public record OpenGroup(List<String> key, Group group, Set<Told> told, boolean waits) {

    /// The parts of a line that are shown or hidden each as a whole.
    public enum Told {
        /// How many reached the end.
        COUNT,
        /// How many of them had a limit and kept it, and their days.
        DAYS,
        /// How many wait.
        WAITING,
        /// How those waiting stand against their limits.
        WAITING_DAYS,
        /// How many are open and silent.
        STALE,
        /// How many left for another reason.
        LEFT
    }

    public OpenGroup {
        key = List.copyOf(key);
        told = Set.copyOf(told.isEmpty() ? EnumSet.noneOf(Told.class) : EnumSet.copyOf(told));
    }

    /// Whether this part of the line is shown.
    public boolean tells(Told part) {
        return told.contains(part);
    }

    /// A quantile of the days, told only when at least five patients lie on each side of it; empty otherwise.
    ///
    /// The 90th percentile of ten patients is nearly the days of the slowest one.
    public OptionalDouble quantile(double p) {
        boolean enough = group.n() * Math.min(p, 1 - p) >= HiddenFields.FEWEST;
        return tells(Told.DAYS) && enough ? group.histogram().quantile(p) : OptionalDouble.empty();
    }

    /// The mean days; empty where they are hidden or nobody is counted.
    public OptionalDouble mean() {
        return told(Told.DAYS, Group::mean);
    }

    /// The share within the limit; empty where it is hidden or nobody has a limit.
    public OptionalDouble share() {
        return told(Told.DAYS, Group::share);
    }

    private OptionalDouble told(Told part, Function<Group, OptionalDouble> figure) {
        return tells(part) ? figure.apply(group) : OptionalDouble.empty();
    }
}
