package se.varjedag.pathway.registration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.statistics.Share;
import se.varjedag.pathway.trace.TracedPathways;

/// How many pathways carry each measuring point.
///
/// @param pathways how many there are
/// @param having   how many of them have the point; a point that none has is not there
public record Completeness(long pathways, Map<MeasuringPoint, Long> having) {

    public Completeness {
        having = Collections.unmodifiableMap(having);
    }

    /// The share that has a point.
    public Share share(MeasuringPoint point) {
        return new Share(having.getOrDefault(point, 0L), pathways);
    }

    /// The pathways given, group by group.
    ///
    /// @param which  places in the traced pathways
    /// @param groups the group of a pathway, such as the id of its definition
    public static SortedMap<String, Completeness> by(TracedPathways traced, int[] which, IntFunction<String> groups) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("These pathways were traced without their points");
        }
        var numbers = new TreeMap<String, Long>();
        var having = new TreeMap<String, Map<MeasuringPoint, Long>>();
        for (int pathway : which) {
            var group = groups.apply(pathway);
            numbers.merge(group, 1L, Long::sum);
            var counts = having.computeIfAbsent(group, _ -> new EnumMap<>(MeasuringPoint.class));
            points(traced, pathway).forEach(point -> counts.merge(point, 1L, Long::sum));
        }
        var result = new TreeMap<String, Completeness>();
        having.forEach((group, counts) -> result.put(group, new Completeness(numbers.getOrDefault(group, 0L), counts)));
        return result;
    }

    private static EnumSet<MeasuringPoint> points(TracedPathways traced, int pathway) {
        var points = EnumSet.noneOf(MeasuringPoint.class);
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            points.add(traced.pointKind(point));
        }
        return points;
    }
}
