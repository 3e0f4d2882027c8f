package se.varjedag.pathway.ahead;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.StepAllowance;
import se.varjedag.pathway.definition.TreatmentKind;

/// The steps that one definition allows days to, as what may follow what.
///
/// From a point to treatment there may be several ways, for imaging and pathology are not gone by everybody. The rest
/// is the way of the fewest days: whoever is later than that cannot keep the limit even if every step after it keeps to
/// its days, and nobody is called late whom one of the ways allows. What treatment it will be is not known either;
/// those
/// kinds count that the limit counted down to is of, and of them the one that leaves the most room.
final class AllowedSteps {
    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int FAR = 1 << 20;
    private static final List<MeasuringPoint> ORDER = MeasuringPoint.inOrderOfCare();
    private static final int POINTS = ORDER.size();
    private static final int TREATMENT = ORDER.indexOf(MeasuringPoint.TREATMENT);

    private record Edge(int from, int to, int days, Set<TreatmentKind> kinds, StepAllowance rule) {
        boolean holds(TreatmentKind kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    private final PathwayDefinition definition;
    private final List<Edge> edges;

    /// By which of the steps hold for a start, the fewest days to treatment by its kind.
    private final Map<BitSet, Map<TreatmentKind, int[]>> rests = new HashMap<>();

    AllowedSteps(PathwayDefinition definition) {
        this.definition = definition;
        this.edges = definition.allowances().stream()
                .filter(StepAllowance::measured)
                .map(step -> new Edge(
                        ORDER.indexOf(step.from().orElseThrow()),
                        ORDER.indexOf(step.to().orElseThrow()),
                        step.days().orElseThrow(),
                        step.kinds(),
                        step))
                .toList();
    }

    /// The days allowed from one point to another; of several the most, so that nothing is called late that one of them
    /// allows.
    OptionalInt allowed(MeasuringPoint from, MeasuringPoint to, LocalDate start) {
        return edges.stream()
                .filter(edge -> ORDER.get(edge.from()) == from && ORDER.get(edge.to()) == to)
                .filter(edge -> edge.rule().validOn(start))
                .mapToInt(Edge::days)
                .max();
    }

    /// What the definition lets follow after a point.
    Set<MeasuringPoint> after(MeasuringPoint from, LocalDate start) {
        var all = EnumSet.noneOf(MeasuringPoint.class);
        for (var edge : edges) {
            if (ORDER.get(edge.from()) == from
                    && edge.from() < edge.to()
                    && edge.rule().validOn(start)) {
                all.add(ORDER.get(edge.to()));
            }
        }
        return all;
    }

    /// The last day for a point, counted from the start: over the kinds of treatment with this limit, limit less rest.
    ///
    /// @return [#UNKNOWN] where no such kind has a way there
    int latest(MeasuringPoint point, int counted, int start, boolean extended, boolean atPathology) {
        int latest = UNKNOWN;
        for (var rest : rest(LocalDate.ofEpochDay(start)).entrySet()) {
            int limit = definition.limitDays(start, rest.getKey(), extended, atPathology);
            int days = rest.getValue()[ORDER.indexOf(point)];
            if (limit == counted && days < FAR) {
                latest = Math.max(latest, limit - days);
            }
        }
        return latest;
    }

    private Map<TreatmentKind, int[]> rest(LocalDate start) {
        var valid = new BitSet(edges.size());
        for (int edge = 0; edge < edges.size(); edge++) {
            valid.set(edge, edges.get(edge).rule().validOn(start));
        }
        return rests.computeIfAbsent(valid, this::rests);
    }

    private Map<TreatmentKind, int[]> rests(BitSet valid) {
        var steps = valid.stream().mapToObj(edges::get).toList();
        var all = new EnumMap<TreatmentKind, int[]>(TreatmentKind.class);
        for (var kind : TreatmentKind.values()) {
            all.put(kind, rest(steps, kind));
        }
        return all;
    }

    /// The fewest days from each point to treatment (Bellman and Ford: as many rounds as there are points will do).
    private static int[] rest(List<Edge> valid, TreatmentKind kind) {
        var rest = new int[POINTS];
        Arrays.fill(rest, FAR);
        rest[TREATMENT] = 0;
        for (int round = 0; round < POINTS; round++) {
            for (var edge : valid) {
                if (edge.holds(kind)) {
                    rest[edge.from()] = Math.min(rest[edge.from()], rest[edge.to()] + edge.days());
                }
            }
        }
        return rest;
    }
}
