package se.varjedag.eventlog.discover;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often one activity comes directly after another in the same case, and how long it takes: the edges of the
/// directly-follows graph.
public final class DirectlyFollows {
    private DirectlyFollows() {}

    /// One edge: `to` came directly after `from` as many times as `time.n()` says.
    public record Edge(String from, String to, Spread time) {
        public int count() {
            return time.n();
        }
    }

    /// All edges, the most frequent first, then by name.
    public static List<Edge> of(CaseLog log) {
        Map<Long, Gaps> gaps = new HashMap<>();
        long activities = log.activities().size();
        for (int c = 0; c < log.cases(); c++) {
            for (int e = log.from(c) + 1; e < log.to(c); e++) {
                long edge = log.activity(e - 1) * activities + log.activity(e);
                gaps.computeIfAbsent(edge, _ -> new Gaps()).add(log.micros(e) - log.micros(e - 1));
            }
        }
        return gaps.entrySet().stream()
                .map(entry -> new Edge(
                        log.activities().get((int) (entry.getKey() / activities)),
                        log.activities().get((int) (entry.getKey() % activities)),
                        entry.getValue().spread()))
                .sorted(Comparator.comparingInt(Edge::count)
                        .reversed()
                        .thenComparing(Edge::from)
                        .thenComparing(Edge::to))
                .toList();
    }

    /// The times of one edge so far.
    private static final class Gaps {
        private long[] values = new long[4];
        private int size;

        void add(long micros) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = micros;
        }

        Spread spread() {
            return Spread.of(values, size);
        }
    }
}
