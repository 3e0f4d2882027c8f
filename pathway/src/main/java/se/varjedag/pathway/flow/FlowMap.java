package se.varjedag.pathway.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.StepAllowance;

/// The map of what directly follows what on the ways of one pathway, with how often and how long.
///
/// @param runs how many ways there are
/// @param stops the places that are met, in the order of care
/// @param edges what follows what, the most frequent first
public record FlowMap(int runs, List<Stop> stops, List<Edge> edges) {

    public FlowMap {
        stops = List.copyOf(stops);
        edges = List.copyOf(edges);
    }

    /// A place on the ways.
    ///
    /// @param activity its index among the activities of [Runs]
    /// @param visits how often it is met; twice on one way counts twice
    public record Stop(int activity, long visits) {

        /// What it is.
        public Runs.Stop place() {
            return Runs.stop(activity);
        }
    }

    /// One thing that directly follows another.
    ///
    /// @param from an index among the activities of [Runs]
    /// @param to an index among the activities of [Runs]
    /// @param count how often
    /// @param medianDays the median of the days it took, by Hyndman and Fan's type 7
    /// @param meanDays their mean
    /// @param allowed the days that the definition allows the step; empty where it names no such step
    public record Edge(int from, int to, int count, double medianDays, double meanDays, OptionalInt allowed) {

        /// Whether more than half took longer than the step is allowed.
        public boolean over() {
            return allowed.isPresent() && medianDays > allowed.getAsInt();
        }
    }

    /// The map of these ways, held against the steps of their definition.
    ///
    /// Where the definition allows a step different days for different treatments or years, the most count, so
    /// that nothing is called late that one of them allows.
    public static FlowMap of(Runs runs, PathwayDefinition definition) {
        var visits = new long[runs.activities().size()];
        for (int c = 0; c < runs.cases(); c++) {
            for (int e = runs.from(c); e < runs.to(c); e++) {
                visits[runs.activity(e)]++;
            }
        }
        var stops = new ArrayList<Stop>();
        for (int activity = 0; activity < visits.length; activity++) {
            if (visits[activity] > 0) {
                stops.add(new Stop(activity, visits[activity]));
            }
        }
        var edges = DirectlyFollows.of(runs).stream()
                .map(edge -> new Edge(
                        edge.from(),
                        edge.to(),
                        edge.count(),
                        median(edge.times()),
                        Arrays.stream(edge.times()).average().orElse(0),
                        allowed(definition, Runs.stop(edge.from()), Runs.stop(edge.to()))))
                .toList();
        return new FlowMap(runs.cases(), stops, edges);
    }

    /// How often anything directly follows anything.
    public long transitions() {
        return edges.stream().mapToLong(Edge::count).sum();
    }

    /// The map of the most frequent edges that together make up this share of all; of the most frequent edge to
    /// every end that more ways lead to than the share left out, so that no common end is missing; and of the
    /// few more that are needed so that every place in the picture is reached from the start and leads to an
    /// end: again the most frequent that do so. The figures of what is shown do not change.
    ///
    /// @param share from 0 to 1
    public FlowMap mostFrequent(double share) {
        long wanted = (long) Math.ceil(share * transitions());
        Set<Edge> kept = new LinkedHashSet<>();
        long shown = 0;
        for (var edge : edges) {
            if (shown < wanted) {
                kept.add(edge);
                shown += edge.count();
            }
        }
        if (!kept.isEmpty()) {
            stops.stream()
                    .filter(stop -> stop.place().end() && stop.visits() >= (1 - share) * runs)
                    .forEach(end -> edges.stream()
                            .filter(edge -> edge.to() == end.activity())
                            .findFirst()
                            .ifPresent(kept::add));
        }
        join(kept, true);
        join(kept, false);
        var met = stops.stream()
                .filter(stop -> kept.stream().anyMatch(edge -> touches(edge, stop)))
                .toList();
        return new FlowMap(runs, met, edges.stream().filter(kept::contains).toList());
    }

    /// Adds edges until no place in the picture is cut off from the start, or from every end.
    private void join(Set<Edge> kept, boolean fromStart) {
        while (true) {
            var joined = joined(kept, fromStart);
            var cutOff = kept.stream()
                    .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                    .filter(activity -> !joined.contains(activity))
                    .collect(Collectors.toSet());
            if (cutOff.isEmpty()) {
                return;
            }
            var bridges = edges.stream()
                    .filter(edge -> joined.contains(near(edge, fromStart)) && !joined.contains(far(edge, fromStart)))
                    .toList();
            kept.add(bridges.stream()
                    .filter(edge -> cutOff.contains(far(edge, fromStart)))
                    .findFirst()
                    .orElseGet(bridges::getFirst));
        }
    }

    /// The places that can be reached from the start, or that lead to an end.
    private Set<Integer> joined(Set<Edge> kept, boolean fromStart) {
        var joined = new HashSet<Integer>();
        if (fromStart) {
            joined.add(0);
        } else {
            stops.stream()
                    .filter(stop -> stop.place().end())
                    .map(Stop::activity)
                    .forEach(joined::add);
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var edge : kept) {
                grown |= joined.contains(near(edge, fromStart)) && joined.add(far(edge, fromStart));
            }
        }
        return joined;
    }

    private static int near(Edge edge, boolean fromStart) {
        return fromStart ? edge.from() : edge.to();
    }

    private static int far(Edge edge, boolean fromStart) {
        return fromStart ? edge.to() : edge.from();
    }

    private static boolean touches(Edge edge, Stop stop) {
        return edge.from() == stop.activity() || edge.to() == stop.activity();
    }

    private static OptionalInt allowed(PathwayDefinition definition, Runs.Stop from, Runs.Stop to) {
        return definition.allowances().stream()
                .filter(StepAllowance::measured)
                .filter(step -> step.from().equals(from.point()) && Route.endsAt(step, to))
                .map(step -> step.days().orElseThrow())
                .max(Comparator.naturalOrder())
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private static double median(long[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
