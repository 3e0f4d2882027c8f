package se.varjedag.pathway.flow;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.StepAllowance;
import se.varjedag.pathway.definition.TreatmentKind;

/// The order that one definition describes for one kind of treatment and year: its steps between measuring points,
/// and the order within imaging and within pathology, which needs no definition.
final class Route {
    private static final List<List<MeasuringPoint>> LINES = List.of(
            List.of(MeasuringPoint.IMAGING_REFERRAL, MeasuringPoint.IMAGING_PERFORMED, MeasuringPoint.IMAGING_REPORTED),
            List.of(
                    MeasuringPoint.SPECIMEN_TAKEN,
                    MeasuringPoint.SPECIMEN_RECEIVED,
                    MeasuringPoint.PATHOLOGY_REPORTED));

    private static final Comparator<MeasuringPoint> ORDER_OF_CARE =
            Comparator.comparingInt(Route::place).thenComparing(MeasuringPoint::key);

    private final Map<MeasuringPoint, Set<MeasuringPoint>> next = new EnumMap<>(MeasuringPoint.class);
    private final Map<MeasuringPoint, Set<MeasuringPoint>> after = new EnumMap<>(MeasuringPoint.class);
    private final boolean described;

    private Route(List<StepAllowance> steps) {
        described = !steps.isEmpty();
        steps.forEach(step -> add(step.from().orElseThrow(), step.to().orElseThrow()));
        for (var line : LINES) {
            for (int i = 1; i < line.size(); i++) {
                add(line.get(i - 1), line.get(i));
            }
        }
        next.keySet().forEach(point -> after.put(point, reachable(point)));
    }

    /// The order for pathways that started that day and ended with this kind of treatment.
    static Route of(PathwayDefinition definition, LocalDate start, TreatmentKind kind) {
        return new Route(definition.allowances().stream()
                .filter(StepAllowance::measured)
                .filter(step -> step.validOn(start) && holds(step, kind))
                .toList());
    }

    /// Whether the definition describes any step at all between points.
    boolean described() {
        return described;
    }

    /// Whether one point directly follows the other, as described.
    boolean step(MeasuringPoint from, MeasuringPoint to) {
        return next.getOrDefault(from, Set.of()).contains(to);
    }

    /// Whether one point always comes before the other, as described. Two points that may come in either order, as
    /// imaging and pathology often do, have none.
    boolean before(MeasuringPoint one, MeasuringPoint other) {
        return reaches(one, other) && !reaches(other, one);
    }

    private boolean reaches(MeasuringPoint from, MeasuringPoint to) {
        return after.getOrDefault(from, Set.of()).contains(to);
    }

    /// The points between two that the shortest way described passes, in its order; of ways equally short that which
    /// is met first in the order of care. Empty where there is no way, or a direct one.
    List<MeasuringPoint> between(MeasuringPoint from, MeasuringPoint to) {
        Map<MeasuringPoint, MeasuringPoint> camefrom = new EnumMap<>(MeasuringPoint.class);
        var open = new ArrayDeque<MeasuringPoint>();
        open.add(from);
        while (!open.isEmpty() && !camefrom.containsKey(to)) {
            var here = open.remove();
            for (var there : next.getOrDefault(here, Set.of())) {
                if (there != from && camefrom.putIfAbsent(there, here) == null) {
                    open.add(there);
                }
            }
        }
        var way = new ArrayList<MeasuringPoint>();
        for (var at = camefrom.get(to); at != null && at != from; at = camefrom.get(at)) {
            way.add(at);
        }
        Collections.reverse(way);
        return way;
    }

    /// Whether a step ends at a place on a way. A kind of treatment is where steps for it, or for all, end.
    static boolean endsAt(StepAllowance step, Runs.Stop stop) {
        if (stop.point().isPresent()) {
            return step.to().equals(stop.point());
        }
        return step.to().equals(Optional.of(MeasuringPoint.TREATMENT))
                && stop.kind().map(kind -> holds(step, kind)).orElse(false);
    }

    private static boolean holds(StepAllowance step, TreatmentKind kind) {
        return step.kinds().isEmpty() || step.kinds().contains(kind);
    }

    private void add(MeasuringPoint from, MeasuringPoint to) {
        next.computeIfAbsent(from, _ -> new TreeSet<>(ORDER_OF_CARE)).add(to);
    }

    private static int place(MeasuringPoint point) {
        int place = Runs.ORDER.indexOf(point);
        return place < 0 ? Runs.ORDER.size() : place;
    }

    private Set<MeasuringPoint> reachable(MeasuringPoint from) {
        var found = new TreeSet<MeasuringPoint>();
        var open = new ArrayDeque<>(next.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            var here = open.remove();
            if (found.add(here)) {
                open.addAll(next.getOrDefault(here, Set.of()));
            }
        }
        return found;
    }
}
