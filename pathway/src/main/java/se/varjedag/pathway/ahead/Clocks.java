package se.varjedag.pathway.ahead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.ahead.PathwayClock.Next;
import se.varjedag.pathway.ahead.PathwayClock.Reached;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.TracedPathways;

/// Reads the clocks of open pathways. For use by one thread.
public final class Clocks {
    private static final List<MeasuringPoint> ORDER = MeasuringPoint.inOrderOfCare();

    private final TracedPathways traced;
    private final @Nullable AllowedSteps[] steps;

    /// @throws IllegalArgumentException when the pathways were traced without their points
    public Clocks(TracedPathways traced) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("A clock needs pathways that were traced with their points");
        }
        this.traced = traced;
        this.steps = new AllowedSteps[traced.definitions().all().size()];
    }

    /// The clock of one open pathway.
    ///
    /// @param day the day it is read on; not before its start
    /// @param seen which points may be told of, by their index among the traced
    public PathwayClock of(int pathway, LocalDate day, IntPredicate seen) {
        int start = traced.start(pathway);
        var first = firstDays(pathway, day, seen);
        var began = LocalDate.ofEpochDay(start);
        int limit = limit(pathway, day);
        int longest = traced.limit(pathway);
        var rules = rules(pathway);
        var reached = reached(first, began, rules);
        return new PathwayClock(
                day,
                began,
                limit < 0 ? OptionalInt.empty() : OptionalInt.of(limit),
                longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest),
                limit >= 0 && traced.assumedLimit(pathway),
                reached,
                next(pathway, day, first, rules));
    }

    /// The shortest limit (rule 25) while it can be kept, then the longest; -1 where none is known.
    private int limit(int pathway, LocalDate day) {
        int shortest = traced.shortestLimit(pathway);
        int longest = traced.limit(pathway);
        long used = day.toEpochDay() - traced.start(pathway);
        return longest >= 0 && used > shortest ? longest : shortest;
    }

    private AllowedSteps rules(int pathway) {
        int definition = traced.definition(pathway);
        var known = steps[definition];
        if (known == null) {
            known = new AllowedSteps(traced.definitions().all().get(definition));
            steps[definition] = known;
        }
        return known;
    }

    /// The index of the point that reached each first.
    private Map<MeasuringPoint, Integer> firstDays(int pathway, LocalDate day, IntPredicate seen) {
        var first = new EnumMap<MeasuringPoint, Integer>(MeasuringPoint.class);
        int start = traced.start(pathway);
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            var kind = traced.pointKind(point);
            boolean counts = traced.pointDay(point) >= start && traced.pointDay(point) <= day.toEpochDay();
            if (counts && kind != MeasuringPoint.SUSPECTED && (kind == MeasuringPoint.SUSPICION || seen.test(point))) {
                first.putIfAbsent(kind, point);
            }
        }
        return first;
    }

    private List<Reached> reached(Map<MeasuringPoint, Integer> first, LocalDate start, AllowedSteps rules) {
        var points = first.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<MeasuringPoint, Integer> one) -> traced.pointDay(one.getValue()))
                        .thenComparingInt(one -> ORDER.indexOf(one.getKey())))
                .toList();
        var all = new ArrayList<Reached>();
        all.add(new Reached(
                MeasuringPoint.SUSPICION, start, 0, OptionalInt.empty(), unit(first, MeasuringPoint.SUSPICION)));
        for (var point : points) {
            if (point.getKey() != MeasuringPoint.SUSPICION) {
                var before = all.getLast();
                var on = LocalDate.ofEpochDay(traced.pointDay(point.getValue()));
                all.add(new Reached(
                        point.getKey(),
                        on,
                        (int) (on.toEpochDay() - before.day().toEpochDay()),
                        rules.allowed(before.point(), point.getKey(), start),
                        unit(first, point.getKey())));
            }
        }
        return all;
    }

    private String unit(Map<MeasuringPoint, Integer> first, MeasuringPoint point) {
        var index = first.get(point);
        return index == null ? "" : traced.timelines().unitText(traced.pointUnit(index));
    }

    private Optional<Next> next(int pathway, LocalDate day, Map<MeasuringPoint, Integer> first, AllowedSteps rules) {
        var start = LocalDate.ofEpochDay(traced.start(pathway));
        return NextStep.of(first.keySet(), rules, start)
                .map(step -> new Next(
                        step.from(),
                        step.to(),
                        rules.allowed(step.from(), step.to(), start),
                        latest(pathway, day, step.to(), rules)));
    }

    /// The last day for a point of one pathway, by the rule of [Next#latest()].
    ///
    /// @param day the day the clock is read on
    public Optional<LocalDate> latest(int pathway, LocalDate day, MeasuringPoint point) {
        return latest(pathway, day, point, rules(pathway));
    }

    private Optional<LocalDate> latest(int pathway, LocalDate day, MeasuringPoint point, AllowedSteps rules) {
        int limit = limit(pathway, day);
        if (limit < 0) {
            return Optional.empty();
        }
        int days = rules.latest(
                point, limit, traced.start(pathway), traced.extended(pathway), traced.suspicionAtPathology(pathway));
        return days == AllowedSteps.UNKNOWN
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(traced.start(pathway)).plusDays(days));
    }
}
