package se.varjedag.eventlog.discover;

import se.varjedag.pathway.flow.Variants;

/// The size of a log and the spread of its cases' durations (from the first to the last event of the case).
public record LogSummary(
        int cases, int events, int activities, int variants, int edges, String first, String last, Spread duration) {

    /// Sums up a log with at least one event.
    public static LogSummary of(CaseLog log) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        var durations = new long[log.cases()];
        for (int c = 0; c < log.cases(); c++) {
            long start = log.micros(log.from(c));
            long end = log.micros(log.to(c) - 1);
            durations[c] = end - start;
            first = Math.min(first, start);
            last = Math.max(last, end);
        }
        return new LogSummary(
                log.cases(),
                log.events(),
                log.activities().size(),
                Variants.of(log).size(),
                DirectlyFollows.of(log).size(),
                log.timeText(first),
                log.timeText(last),
                Spread.of(durations, durations.length));
    }
}
