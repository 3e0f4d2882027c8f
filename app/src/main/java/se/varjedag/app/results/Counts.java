package se.varjedag.app.results;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.statistics.Share;

/// What was counted of a diagnosis at a place in a period.
///
/// @param n         those whose treatment began
/// @param withLimit those of them with a known limit
/// @param waiting   those who wait at the moment
/// @param stale     those open of whom nothing has been heard for long
/// @param left      those whose pathway ended without treatment
/// @param share     within the limit, from 0 to 1, with its interval
/// @param days      how many reached treatment on each day
public record Counts(
        long n,
        long withLimit,
        long within,
        long waiting,
        long stale,
        long left,
        OptionalDouble share,
        OptionalDouble low,
        OptionalDouble high,
        OptionalDouble median,
        OptionalDouble p80,
        OptionalDouble p90,
        SortedMap<Integer, Long> days) {
    static final double LEVEL = 0.95;

    /// Nobody.
    public static final Counts NONE = new Counts(
            0,
            0,
            0,
            0,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            new TreeMap<>());

    public Counts {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    static Counts of(Group group) {
        var days = new TreeMap<Integer, Long>();
        group.histogram().each(Outcome.REACHED, days::put);
        var interval = new Share(group.within(), group.withLimit()).wilson(LEVEL);
        return new Counts(
                group.n(),
                group.withLimit(),
                group.within(),
                group.waiting(),
                group.waitingStale(),
                group.left(),
                group.share(),
                interval.map(one -> OptionalDouble.of(one.lower())).orElse(OptionalDouble.empty()),
                interval.map(one -> OptionalDouble.of(one.upper())).orElse(OptionalDouble.empty()),
                group.median(),
                group.p80(),
                group.p90(),
                days);
    }

    /// Within the limit, of those with one.
    public Share inTime() {
        return new Share(within, withLimit);
    }

    /// The days as they were counted.
    public DayHistogram histogram() {
        var builder = new DayHistogram.Builder();
        days.forEach((day, count) -> builder.add(Outcome.REACHED, day, count));
        return builder.build();
    }
}
