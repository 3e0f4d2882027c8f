package se.varjedag.eventlog.discover;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The activities that cases begin and end with.
public final class Endpoints {
    private Endpoints() {}

    /// Where an activity stands in the case.
    public enum Kind {
        START,
        END;

        public String key() {
            return this == START ? "start" : "end";
        }
    }

    /// How many cases begin or end with an activity.
    public record Endpoint(Kind kind, String activity, int count) {}

    /// The starts, then the ends; the most frequent first, then by name.
    public static List<Endpoint> of(CaseLog log) {
        var starts = new int[log.activities().size()];
        var ends = new int[log.activities().size()];
        for (int c = 0; c < log.cases(); c++) {
            starts[log.activity(log.from(c))]++;
            ends[log.activity(log.to(c) - 1)]++;
        }
        return Stream.concat(listed(log, Kind.START, starts), listed(log, Kind.END, ends))
                .toList();
    }

    private static Stream<Endpoint> listed(CaseLog log, Kind kind, int[] counts) {
        return IntStream.range(0, counts.length)
                .filter(activity -> counts[activity] > 0)
                .mapToObj(activity -> new Endpoint(kind, log.activities().get(activity), counts[activity]))
                .sorted(Comparator.comparingInt(Endpoint::count).reversed().thenComparing(Endpoint::activity));
    }
}
