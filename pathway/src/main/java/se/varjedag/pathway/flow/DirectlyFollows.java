package se.varjedag.pathway.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often one activity comes directly after another in the same case, and how long it takes: the edges of the
/// directly-follows graph.
public final class DirectlyFollows {
    private DirectlyFollows() {}

    /// One edge: `to` came directly after `from`, once for each of the times.
    ///
    /// @param from an index into the activities
    /// @param to an index into the activities
    /// @param times the times it took, in the log's unit, the shortest first; not to be changed
    @SuppressWarnings("ArrayRecordComponent") // Millions of times; nobody compares edges.
    public record Edge(int from, int to, long[] times) {

        /// How often.
        public int count() {
            return times.length;
        }
    }

    /// All edges, the most frequent first, then by name.
    public static List<Edge> of(Sequences log) {
        Map<Long, Gaps> gaps = new HashMap<>();
        long activities = log.activities().size();
        for (int c = 0; c < log.cases(); c++) {
            for (int e = log.from(c) + 1; e < log.to(c); e++) {
                long edge = log.activity(e - 1) * activities + log.activity(e);
                gaps.computeIfAbsent(edge, _ -> new Gaps()).add(log.time(e) - log.time(e - 1));
            }
        }
        return gaps.entrySet().stream()
                .map(entry -> new Edge(
                        (int) (entry.getKey() / activities),
                        (int) (entry.getKey() % activities),
                        entry.getValue().sorted()))
                .sorted(Comparator.comparingInt(Edge::count)
                        .reversed()
                        .thenComparing(edge -> log.activities().get(edge.from()))
                        .thenComparing(edge -> log.activities().get(edge.to())))
                .toList();
    }

    /// The times of one edge so far.
    private static final class Gaps {
        private long[] values = new long[4];
        private int size;

        void add(long time) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = time;
        }

        long[] sorted() {
            var sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
