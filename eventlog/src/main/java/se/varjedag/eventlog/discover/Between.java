package se.varjedag.eventlog.discover;

import java.util.Optional;

/// The time from one activity to another, once per case.
///
/// @param casesWithStart cases in which the first activity occurs
/// @param casesWithBoth cases in which both occur, in whatever order
/// @param negative cases with both whose time cannot be counted, because the second activity came before
/// @param time the times counted, if any
public record Between(int casesWithStart, int casesWithBoth, int negative, Optional<Spread> time) {

    /// Which occurrence of the second activity the first one is paired with.
    public enum Pairing {
        /// The very first: a time below zero is counted as negative and left out.
        FIRST,
        /// The first at or after.
        AFTER
    }

    /// Measures from the first `from` of each case to its `to` by the pairing.
    public static Between of(CaseLog log, String from, String to, Pairing pairing) {
        int start = log.activityNamed(from);
        int end = log.activityNamed(to);
        int withStart = 0;
        int withBoth = 0;
        int used = 0;
        var times = new long[log.cases()];
        for (int c = 0; c < log.cases(); c++) {
            int first = firstOf(log, c, start);
            if (first < 0) {
                continue;
            }
            withStart++;
            int other = firstOf(log, c, end);
            if (other < 0) {
                continue;
            }
            withBoth++;
            if (pairing == Pairing.AFTER) {
                other = firstNotBefore(log, c, end, log.micros(first));
            }
            if (other >= 0 && log.micros(other) >= log.micros(first)) {
                times[used++] = log.micros(other) - log.micros(first);
            }
        }
        var spread = used == 0 ? Optional.<Spread>empty() : Optional.of(Spread.of(times, used));
        return new Between(withStart, withBoth, withBoth - used, spread);
    }

    public int n() {
        return time.map(Spread::n).orElse(0);
    }

    private static int firstOf(CaseLog log, int c, int activity) {
        return firstNotBefore(log, c, activity, Long.MIN_VALUE);
    }

    private static int firstNotBefore(CaseLog log, int c, int activity, long earliest) {
        for (int e = log.from(c); e < log.to(c); e++) {
            if (log.activity(e) == activity && log.micros(e) >= earliest) {
                return e;
            }
        }
        return -1;
    }
}
