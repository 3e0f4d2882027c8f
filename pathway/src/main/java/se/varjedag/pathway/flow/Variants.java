package se.varjedag.pathway.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The different ways through: each sequence of activities, and the cases that took it.
public final class Variants {
    private Variants() {}

    /// One way through.
    ///
    /// @param activities the names along the way
    /// @param cases the cases that took it, in their order
    public record Variant(List<String> activities, List<Integer> cases) {
        public Variant {
            activities = List.copyOf(activities);
            cases = List.copyOf(cases);
        }

        /// How many cases took it.
        public int count() {
            return cases.size();
        }

        public int length() {
            return activities.size();
        }

        /// The activities joined by arrows.
        public String text() {
            return String.join(" → ", activities);
        }
    }

    /// All variants, the most frequent first, then the shorter, then by the names along the way.
    public static List<Variant> of(Sequences log) {
        Map<Way, List<Integer>> ways = new LinkedHashMap<>();
        for (int c = 0; c < log.cases(); c++) {
            var steps = new int[log.to(c) - log.from(c)];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = log.activity(log.from(c) + i);
            }
            ways.computeIfAbsent(new Way(steps), _ -> new ArrayList<>(1)).add(c);
        }
        return ways.entrySet().stream()
                .map(entry -> new Variant(entry.getKey().names(log), entry.getValue()))
                .sorted(Comparator.comparingInt(Variant::count)
                        .reversed()
                        .thenComparingInt(Variant::length)
                        .thenComparing(Variant::text))
                .toList();
    }

    /// A sequence of activities as a key: equal when every step is.
    private static final class Way {
        private final int[] steps;

        Way(int[] steps) {
            this.steps = steps;
        }

        List<String> names(Sequences log) {
            return IntStream.of(steps).mapToObj(log.activities()::get).collect(Collectors.toUnmodifiableList());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Way that && Arrays.equals(steps, that.steps);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(steps);
        }
    }
}
