package se.varjedag.pathway.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.Ladder;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Moments;

/// How the ways of the treated agree with the order that their definition describes, and what the lead times were of
/// those that do and those that do not.
///
/// The order is that of the definition's steps between measuring points, valid on the day of the start and for the
/// kind of treatment; and within imaging and within pathology that of the work. A way is held against it like this:
///
/// - From each rung of its [Ladder] to the next there should be a step described. Where there is none, but a way
///   over other points, those of the shortest such way that the patient has not at all are skipped.
/// - A point on more than one day is repeated.
/// - A point that came before another which, as described, always goes before it, came too early. Only pairs that
///   directly follow each other as described are named. Points that may come in either order are never out of order.
///
/// A definition without steps between points says nothing of what is skipped. What a difference in days shows is an
/// association: those with a deviation may differ in more than that.
///
/// @param described whether the definition describes steps at all; without, nothing can be skipped
/// @param conforming the lead times of those who deviate in nothing
/// @param deviating the lead times of the others
/// @param deviations each deviation with its lead times, the most common first
public record Conformance(boolean described, DayHistogram conforming, DayHistogram deviating, List<Cost> deviations) {

    public Conformance {
        deviations = List.copyOf(deviations);
    }

    /// The lead times of those with one deviation, whatever else they have, and of those without it.
    public record Cost(Deviation deviation, DayHistogram with, DayHistogram without) {

        /// The mean of those with the deviation less that of those without, with its interval; empty with too few.
        public Optional<Interval> meanDifference(double level) {
            return moments(with).meanLess(moments(without), level);
        }
    }

    /// What the deviations together cost: the deviating held against the conforming.
    public Optional<Interval> meanDifference(double level) {
        return moments(deviating).meanLess(moments(conforming), level);
    }

    private static Moments moments(DayHistogram days) {
        var sum = new Moments[] {Moments.NONE};
        days.each(DayHistogram.Outcome.REACHED, (day, count) -> sum[0] = sum[0].and(day, count));
        return sum[0];
    }

    /// Everyone held against the order.
    public long patients() {
        return conforming.n() + deviating.n();
    }

    /// Holds the ways of one definition's treated against its order.
    public static Conformance of(Runs runs, PathwayDefinition definition) {
        var judge = new Judge(runs, definition);
        var conforming = new DayHistogram.Builder();
        var deviating = new DayHistogram.Builder();
        var all = new DayHistogram.Builder();
        Map<Deviation, DayHistogram.Builder> with = new LinkedHashMap<>();
        for (int c = 0; c < runs.cases(); c++) {
            if (runs.treated(c)) {
                var found = judge.deviations(c);
                int days = runs.days(c);
                all.add(DayHistogram.Outcome.REACHED, days);
                (found.isEmpty() ? conforming : deviating).add(DayHistogram.Outcome.REACHED, days);
                for (var deviation : found) {
                    with.computeIfAbsent(deviation, _ -> new DayHistogram.Builder())
                            .add(DayHistogram.Outcome.REACHED, days);
                }
            }
        }
        var everybody = all.build();
        var costs = new ArrayList<Cost>();
        with.forEach((deviation, builder) -> {
            var own = builder.build();
            costs.add(new Cost(deviation, own, without(everybody, own)));
        });
        costs.sort(Comparator.comparingLong((Cost cost) -> cost.with().n())
                .reversed()
                .thenComparing(cost -> cost.deviation().toString()));
        return new Conformance(judge.described(), conforming.build(), deviating.build(), costs);
    }

    private static DayHistogram without(DayHistogram everybody, DayHistogram some) {
        var rest = new DayHistogram.Builder();
        everybody.each(
                DayHistogram.Outcome.REACHED,
                (day, count) -> rest.add(
                        DayHistogram.Outcome.REACHED, day, count - some.count(DayHistogram.Outcome.REACHED, day)));
        return rest.build();
    }

    /// Finds the deviations of one way after the other.
    private static final class Judge {
        private final Runs runs;
        private final PathwayDefinition definition;
        private final Ladder ladder;
        private final Map<Key, Route> routes = new HashMap<>();

        private record Key(LocalDate start, TreatmentKind kind) {}

        Judge(Runs runs, PathwayDefinition definition) {
            this.runs = runs;
            this.definition = definition;
            ladder = new Ladder(runs.traced());
        }

        boolean described() {
            return routes.values().stream().anyMatch(Route::described);
        }

        Set<Deviation> deviations(int c) {
            int pathway = runs.pathway(c);
            var kind = runs.traced().treatment(pathway);
            if (kind == null) {
                throw new IllegalArgumentException(
                        "Only the treated are held against an order, not pathway " + pathway);
            }
            var start = LocalDate.ofEpochDay(runs.traced().start(pathway));
            var route =
                    routes.computeIfAbsent(new Key(start, kind), key -> Route.of(definition, key.start(), key.kind()));
            Map<MeasuringPoint, Long> first = new EnumMap<>(MeasuringPoint.class);
            Set<Deviation> found = new LinkedHashSet<>();
            for (int e = runs.from(c); e < runs.to(c); e++) {
                var point = Runs.stop(runs.activity(e)).point().orElse(MeasuringPoint.TREATMENT);
                if (first.putIfAbsent(point, runs.time(e)) != null) {
                    found.add(new Deviation.Repeated(point));
                }
            }
            skipped(pathway, route, first.keySet(), found);
            tooEarly(route, first, found);
            return found;
        }

        private void skipped(int pathway, Route route, Set<MeasuringPoint> met, Set<Deviation> found) {
            if (!route.described()) {
                return;
            }
            ladder.read(pathway);
            for (int rung = 1; rung < ladder.rungs(); rung++) {
                var from = ladder.point(rung - 1).orElseThrow();
                var to = ladder.point(rung).orElseThrow();
                if (!route.step(from, to)) {
                    route.between(from, to).stream()
                            .filter(point -> !met.contains(point))
                            .forEach(point -> found.add(new Deviation.Skipped(point)));
                }
            }
        }

        private static void tooEarly(Route route, Map<MeasuringPoint, Long> first, Set<Deviation> found) {
            first.forEach((point, day) -> first.forEach((other, otherDay) -> {
                if (day < otherDay && route.step(other, point) && route.before(other, point)) {
                    found.add(new Deviation.TooEarly(point, other));
                }
            }));
        }
    }
}
