package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.varjedag.pathway.statistics.Quantiles;

/// How many of a group reached the end on day 0, 1, 2, …, how many left, and how many have waited so many
/// days.
///
/// Lead times are small whole numbers of days, so these counts are the group's exact sufficient statistic:
/// every share, quantile, mean and cumulative incidence follows from them, and two groups merge by adding.
/// Quantiles, mean, [#within] and [#overtime] are of those who reached the end; those who wait or left never
/// enter them.
///
/// A cell is one `long`: what happened (top bits), the day, and how many, sorted. So a group of three
/// patients costs three cells and a national decade some hundreds, and equal content means equal arrays.
public final class DayHistogram {

    /// What became of the wait that is counted.
    public enum Outcome {
        /// The measure's end was reached.
        REACHED(0),
        /// The pathway ended without reaching it.
        LEFT(1),
        /// Neither yet: the days are those waited so far.
        WAITING(2);

        static final Outcome[] ALL = values();

        /// Where its cells stand among the others'.
        final int place;

        Outcome(int place) {
            this.place = place;
        }
    }

    /// Takes one day and how many were counted on it.
    @FunctionalInterface
    public interface DayCount {
        void accept(int day, long count);
    }

    /// The histogram of nobody.
    public static final DayHistogram EMPTY = new DayHistogram(new long[0]);

    /// The longest wait that can be counted: eleven thousand years.
    public static final int LONGEST = (1 << 22) - 1;

    private static final int COUNT_BITS = 38;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final int OUTCOME_SHIFT = COUNT_BITS + 22;

    private final long[] cells;
    private final int leftFrom;
    private final int waitingFrom;

    private DayHistogram(long[] cells) {
        this.cells = cells;
        leftFrom = lowerBound(place(Outcome.LEFT, 0));
        waitingFrom = lowerBound(place(Outcome.WAITING, 0));
    }

    /// The histogram of those who reached the end after so many days each.
    public static DayHistogram ofReached(int... days) {
        var builder = new Builder();
        for (int day : days) {
            builder.add(Outcome.REACHED, day);
        }
        return builder.build();
    }

    /// The histogram of counts by outcome and day, which are put back to zero.
    ///
    /// @param counts for each outcome in turn so many days
    /// @param touched a bit for each place in `counts` that may not be zero
    static DayHistogram taking(int[] counts, int days, long[] touched) {
        int size = 0;
        for (long some : touched) {
            size += Long.bitCount(some);
        }
        var cells = new long[size];
        int next = 0;
        for (int word = 0; word < touched.length; word++) {
            for (long left = touched[word]; left != 0; left &= left - 1) {
                int at = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (counts[at] != 0) {
                    cells[next++] = cell((long) (at / days) << (OUTCOME_SHIFT - COUNT_BITS) | at % days, counts[at]);
                    counts[at] = 0;
                }
            }
        }
        return next == 0 ? EMPTY : new DayHistogram(next == size ? cells : Arrays.copyOf(cells, next));
    }

    /// The histogram of both groups together.
    public DayHistogram plus(DayHistogram other) {
        if (cells.length == 0) {
            return other;
        }
        return other.cells.length == 0 ? this : with(other, 1);
    }

    /// The histogram of this group without those of another, who are all in it.
    DayHistogram minus(DayHistogram other) {
        return other.cells.length == 0 ? this : with(other, -1);
    }

    private DayHistogram with(DayHistogram other, int sign) {
        var merged = new long[cells.length + other.cells.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < cells.length || theirs < other.cells.length) {
            long here = mine < cells.length ? cells[mine] >>> COUNT_BITS : Long.MAX_VALUE;
            long there = theirs < other.cells.length ? other.cells[theirs] >>> COUNT_BITS : Long.MAX_VALUE;
            long count = 0;
            if (here <= there) {
                count += cells[mine++] & COUNT_MASK;
            }
            if (there <= here) {
                count += sign * (other.cells[theirs++] & COUNT_MASK);
            }
            if (count != 0) {
                merged[size++] = cell(Math.min(here, there), count);
            }
        }
        return size == 0 ? EMPTY : new DayHistogram(Arrays.copyOf(merged, size));
    }

    /// How many reached the end.
    public long n() {
        return count(Outcome.REACHED);
    }

    /// How many left the pathway without reaching the end.
    public long left() {
        return count(Outcome.LEFT);
    }

    /// How many still wait.
    public long waiting() {
        return count(Outcome.WAITING);
    }

    /// How many had this outcome, whatever the day.
    public long count(Outcome outcome) {
        long sum = 0;
        for (int i = first(outcome); i < end(outcome); i++) {
            sum += cells[i] & COUNT_MASK;
        }
        return sum;
    }

    /// How many had this outcome on exactly this day.
    public long count(Outcome outcome, int day) {
        int i = lowerBound(place(outcome, day));
        return i < cells.length && cells[i] >>> COUNT_BITS == place(outcome, day) ? cells[i] & COUNT_MASK : 0;
    }

    /// Visits every day on which somebody had this outcome, the shortest wait first.
    public void each(Outcome outcome, DayCount visitor) {
        for (int i = first(outcome); i < end(outcome); i++) {
            visitor.accept(day(cells[i]), cells[i] & COUNT_MASK);
        }
    }

    /// How many had this outcome on each of the days from 0 to below `days`, which hold all of them.
    long[] perDay(Outcome outcome, int days) {
        var counts = new long[days];
        each(outcome, (day, count) -> counts[day] = count);
        return counts;
    }

    /// The longest wait of all three outcomes; empty when nobody is counted.
    public OptionalInt longest() {
        int longest = -1;
        for (long cell : cells) {
            longest = Math.max(longest, day(cell));
        }
        return longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    /// The quantile of those who reached the end, by [Quantiles#type7].
    public OptionalDouble quantile(double p) {
        return quantiles(p)[0];
    }

    /// Several quantiles of those who reached the end, by [Quantiles#type7], found in one walk through their days.
    ///
    /// @param shares rising
    public OptionalDouble[] quantiles(double... shares) {
        var quantiles = new OptionalDouble[shares.length];
        long n = n();
        var ranks = new Ranks();
        for (int i = 0; i < shares.length; i++) {
            double p = shares[i];
            if (!(p >= (i == 0 ? 0 : shares[i - 1]) && p <= 1)) {
                throw new IllegalArgumentException("Quantiles lie between 0 and 1 and rise, not " + p);
            }
            quantiles[i] = n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.type7(n, ranks::day, p));
        }
        return quantiles;
    }

    /// The mean days of those who reached the end.
    public OptionalDouble mean() {
        long n = n();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) days() / n);
    }

    /// The days of those who reached the end, added up.
    public long days() {
        return overtime(0);
    }

    /// How many reached the end in at most `limit` days: a limit is kept on its last day.
    public long within(int limit) {
        long sum = 0;
        for (int i = first(Outcome.REACHED); i < end(Outcome.REACHED) && day(cells[i]) <= limit; i++) {
            sum += cells[i] & COUNT_MASK;
        }
        return sum;
    }

    /// The days beyond `limit`, added up over those who reached the end.
    public long overtime(int limit) {
        return overtime(Outcome.REACHED, limit);
    }

    /// The days beyond `limit`, added up over those who had this outcome.
    public long overtime(Outcome outcome, int limit) {
        long sum = 0;
        for (int i = first(outcome); i < end(outcome); i++) {
            sum += Math.max(0, day(cells[i]) - limit) * (cells[i] & COUNT_MASK);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayHistogram that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("DayHistogram");
        for (var outcome : Outcome.ALL) {
            each(
                    outcome,
                    (day, count) -> text.append(' ')
                            .append(outcome)
                            .append('[')
                            .append(day)
                            .append("]=")
                            .append(count));
        }
        return text.toString();
    }

    /// The days of those who reached the end by their rank, asked for in rising order but for the last.
    private final class Ranks {
        private long before;
        private int cell;

        int day(long rank) {
            while (before > rank) {
                before -= cells[--cell] & COUNT_MASK;
            }
            while (before + (cells[cell] & COUNT_MASK) <= rank) {
                before += cells[cell++] & COUNT_MASK;
            }
            return DayHistogram.day(cells[cell]);
        }
    }

    private int first(Outcome outcome) {
        return switch (outcome) {
            case REACHED -> 0;
            case LEFT -> leftFrom;
            case WAITING -> waitingFrom;
        };
    }

    private int end(Outcome outcome) {
        return switch (outcome) {
            case REACHED -> leftFrom;
            case LEFT -> waitingFrom;
            case WAITING -> cells.length;
        };
    }

    private int lowerBound(long place) {
        int low = 0;
        int high = cells.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle] >>> COUNT_BITS < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long place(Outcome outcome, int day) {
        return (long) outcome.place << (OUTCOME_SHIFT - COUNT_BITS) | day;
    }

    private static long cell(long place, long count) {
        if (count < 0 || count > COUNT_MASK) {
            throw new ArithmeticException("Not from 0 to " + COUNT_MASK + " patients on one day: " + count);
        }
        return place << COUNT_BITS | count;
    }

    private static int day(long cell) {
        return (int) (cell >>> COUNT_BITS) & LONGEST;
    }

    /// Counts one group after another without making anything but the finished histograms.
    public static final class Builder {

        private final long[][] counts = new long[Outcome.ALL.length][128];
        private final int[] shortest = new int[Outcome.ALL.length];
        private final int[] longest = new int[Outcome.ALL.length];

        public Builder() {
            forget();
        }

        /// Counts one more.
        public Builder add(Outcome outcome, int day) {
            return add(outcome, day, 1);
        }

        /// Counts so many more.
        public Builder add(Outcome outcome, int day, long count) {
            if (day < 0 || day > LONGEST || count < 0) {
                throw new IllegalArgumentException("Cannot count " + count + " waits of " + day + " days");
            }
            if (count > 0) {
                add(outcome.place, day, count);
            }
            return this;
        }

        /// Counts so many more with the outcome at this place; below zero are taken away, of as many in all.
        void count(int outcome, int day, int count) {
            add(outcome, day, count);
        }

        private void add(int outcome, int day, long count) {
            var days = counts[outcome];
            if (day >= days.length) {
                days = Arrays.copyOf(days, Math.max(day + 1, days.length * 2));
                counts[outcome] = days;
            }
            days[day] += count;
            shortest[outcome] = Math.min(shortest[outcome], day);
            longest[outcome] = Math.max(longest[outcome], day);
        }

        /// Gives the histogram of what was added since the last one, and begins anew.
        public DayHistogram build() {
            int size = 0;
            for (int outcome = 0; outcome < counts.length; outcome++) {
                for (int day = shortest[outcome]; day <= longest[outcome]; day++) {
                    size += counts[outcome][day] > 0 ? 1 : 0;
                }
            }
            var cells = new long[size];
            int next = 0;
            for (var outcome : Outcome.ALL) {
                var days = counts[outcome.place];
                for (int day = shortest[outcome.place]; day <= longest[outcome.place]; day++) {
                    if (days[day] > 0) {
                        cells[next++] = cell(place(outcome, day), days[day]);
                        days[day] = 0;
                    }
                }
            }
            forget();
            return size == 0 ? EMPTY : new DayHistogram(cells);
        }

        private void forget() {
            Arrays.fill(shortest, Integer.MAX_VALUE);
            Arrays.fill(longest, -1);
        }
    }
}
