package se.varjedag.eventlog.discover;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The different ways through: each sequence of activities, and how many cases took it.
public final class Variants {
    private Variants() {}

    /// One way through.
    public record Variant(int count, List<String> activities) {
        public int length() {
            return activities.size();
        }

        /// The activities joined by arrows.
        public String text() {
            return String.join(" → ", activities);
        }
    }

    /// All variants, the most frequent first, then the shorter, then by the names along the way.
    public static List<Variant> of(CaseLog log) {
        Map<Sequence, Integer> counts = new HashMap<>();
        for (int c = 0; c < log.cases(); c++) {
            var steps = new int[log.to(c) - log.from(c)];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = log.activity(log.from(c) + i);
            }
            counts.merge(new Sequence(steps), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new Variant(entry.getValue(), names(log, entry.getKey())))
                .sorted(Comparator.comparingInt(Variant::count)
                        .reversed()
                        .thenComparingInt(Variant::length)
                        .thenComparing(Variant::text))
                .toList();
    }

    private static List<String> names(CaseLog log, Sequence sequence) {
        return Arrays.stream(sequence.steps)
                .mapToObj(step -> log.activities().get(step))
                .collect(Collectors.toUnmodifiableList());
    }

    /// A sequence of activities as a key: equal when every step is.
    private static final class Sequence {
        private final int[] steps;

        Sequence(int[] steps) {
            this.steps = steps;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sequence that && Arrays.equals(steps, that.steps);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(steps);
        }
    }
}
