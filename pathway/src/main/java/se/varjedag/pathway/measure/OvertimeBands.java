package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much too late those who reached the end came, each as a part of their own limit.
///
/// With d days and the limit g the excess is (d − g) / g: 10 days beyond a limit of 40 is 25 % too late. A
/// band holds its upper bound and not its lower. Read from an answer that is grouped by limit as well, so the
/// patients are those of the answer and nobody is counted twice.
public record OvertimeBands(List<Count> counts) {

    /// How much too late.
    public enum Band {
        /// Within the limit.
        IN_TIME(0),
        /// Up to a quarter of the limit too late.
        TO_25(25),
        /// Over a quarter, up to a half.
        TO_50(50),
        /// Over a half, up to three quarters.
        TO_75(75),
        /// More than three quarters.
        OVER_75(Integer.MAX_VALUE);

        private static final Band[] ALL = values();

        private final long percent;

        Band(long percent) {
            this.percent = percent;
        }

        /// The band of a wait: the first whose upper bound it does not pass.
        public static Band of(int days, int limit) {
            long excess = 100L * (days - limit);
            int band = 0;
            while (band < ALL.length - 1 && excess > ALL[band].percent * limit) {
                band++;
            }
            return ALL[band];
        }
    }

    /// Those of one band.
    public record Count(Band band, long patients, long overtimeDays) {}

    private static final OvertimeBands NOBODY = new OvertimeBands(
            Arrays.stream(Band.ALL).map(band -> new Count(band, 0, 0)).toList());

    public OvertimeBands {
        counts = List.copyOf(counts);
    }

    /// The bands of each group of an answer, by the group's key without the limit. Those without a known limit
    /// are in none.
    ///
    /// @throws IllegalArgumentException when the answer is not grouped by limit
    public static Map<List<String>, OvertimeBands> of(Answer byLimit) {
        int at = byLimit.question().by().indexOf(GroupKey.LIMIT);
        if (at < 0) {
            throw new IllegalArgumentException("Bands need an answer that is grouped by limit");
        }
        var bands = new LinkedHashMap<List<String>, OvertimeBands>();
        for (var group : byLimit.groups()) {
            var key = new ArrayList<>(group.key());
            var limit = key.remove(at);
            int held = byLimit.question().limit().orElse(limit.isEmpty() ? -1 : Integer.parseInt(limit));
            var own = held < 0 ? NOBODY : within(group.histogram(), held);
            bands.merge(key, own, OvertimeBands::plus);
        }
        return bands;
    }

    /// Both together.
    public OvertimeBands plus(OvertimeBands other) {
        var sum = new ArrayList<Count>();
        for (var count : counts) {
            var more = other.counts.get(sum.size());
            sum.add(new Count(
                    count.band(), count.patients() + more.patients(), count.overtimeDays() + more.overtimeDays()));
        }
        return new OvertimeBands(sum);
    }

    /// Everybody with a known limit.
    public long patients() {
        return counts.stream().mapToLong(Count::patients).sum();
    }

    private static OvertimeBands within(DayHistogram histogram, int limit) {
        var counts = new EnumMap<Band, Count>(Band.class);
        NOBODY.counts().forEach(nobody -> counts.put(nobody.band(), nobody));
        histogram.each(
                DayHistogram.Outcome.REACHED,
                (day, count) -> counts.computeIfPresent(
                        Band.of(day, limit),
                        (band, so) -> new Count(
                                band, so.patients() + count, so.overtimeDays() + Math.max(0, day - limit) * count)));
        return new OvertimeBands(List.copyOf(counts.values()));
    }
}
