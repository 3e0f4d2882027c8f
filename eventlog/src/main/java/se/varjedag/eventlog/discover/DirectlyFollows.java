package se.varjedag.eventlog.discover;

import java.util.List;

/// How often one activity comes directly after another in the same case, and how long it takes: the edges of the
/// directly-follows graph, with their times as a spread.
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
        return se.varjedag.pathway.flow.DirectlyFollows.of(log).stream()
                .map(edge -> new Edge(
                        log.activities().get(edge.from()),
                        log.activities().get(edge.to()),
                        Spread.of(edge.times(), edge.count())))
                .toList();
    }
}
