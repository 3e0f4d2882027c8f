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
/// A cell, [DayCell], is one `long`, and the cells are sorted. So a group of three patients costs three cells and
/// a national decade some hundreds, and equal content means equal arrays.
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
    public static final int LONGEST = DayCell.LONGEST;

    private final long[] cells;
    private final int leftFrom;
    private final int waitingFrom;
    private final long n;

    private DayHistogram(long[] cells, int leftFrom, int waitingFrom) {
        this.cells = cells;
        this.leftFrom = leftFrom;
        this.waitingFrom = waitingFrom;
        n = sum(0, leftFrom);
    }

    private DayHistogram(long[] cells) {
        this.cells = cells;
        leftFrom = lowerBound(DayCell.place(Outcome.LEFT, 0));
        waitingFrom = lowerBound(DayCell.place(Outcome.WAITING, 0));
        n = sum(0, leftFrom);
    }

    /// The histogram of those who reached the end after so many days each.
    public static DayHistogram ofReached(int... days) {
        var builder = new Builder();
        for (int day : days) {
            builder.add(Outcome.REACHED, day);
        }
        return builder.build();
    }

    /// The histogram of these cells.
    ///
    /// @param leftFrom    the first cell of those who left
    /// @param waitingFrom the first cell of those waiting
    static DayHistogram of(long[] cells, int leftFrom, int waitingFrom) {
        return cells.length == 0 ? EMPTY : new DayHistogram(cells, leftFrom, waitingFrom);
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
            long here = mine < cells.length ? DayCell.place(cells[mine]) : Long.MAX_VALUE;
            long there = theirs < other.cells.length ? DayCell.place(other.cells[theirs]) : Long.MAX_VALUE;
            long count = 0;
            if (here <= there) {
                count += DayCell.count(cells[mine++]);
            }
            if (there <= here) {
                count += sign * DayCell.count(other.cells[theirs++]);
            }
            if (count != 0) {
                merged[size++] = DayCell.of(Math.min(here, there), count);
            }
        }
        return size == 0 ? EMPTY : new DayHistogram(Arrays.copyOf(merged, size));
    }

    /// How many reached the end.
    public long n() {
        return n;
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
        return sum(first(outcome), end(outcome));
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += DayCell.count(cells[i]);
        }
        return sum;
    }

    /// How many had this outcome on exactly this day.
    public long count(Outcome outcome, int day) {
        long place = DayCell.place(outcome, day);
        int i = lowerBound(place);
        return i < cells.length && DayCell.place(cells[i]) == place ? DayCell.count(cells[i]) : 0;
    }

    /// Visits every day on which somebody had this outcome, the shortest wait first.
    public void each(Outcome outcome, DayCount visitor) {
        for (int i = first(outcome); i < end(outcome); i++) {
            visitor.accept(DayCell.day(cells[i]), DayCell.count(cells[i]));
        }
    }

    /// How many had this outcome on each of the days from 0 to below `days`, which hold all of them.
    long[] perDay(Outcome outcome, int days) {
        var counts = new long[days];
        each(outcome, (day, count) -> counts[day] = count);
        return counts;
    }

    /// A walk from the shortest wait of all three outcomes to the longest.
    DayWalk walk() {
        return new DayWalk(cells, leftFrom, waitingFrom);
    }

    /// The longest wait of all three outcomes; empty when nobody is counted.
    public OptionalInt longest() {
        int longest = -1;
        for (var outcome : Outcome.ALL) {
            int end = end(outcome);
            longest = end > first(outcome) ? Math.max(longest, DayCell.day(cells[end - 1])) : longest;
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
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) days() / n);
    }

    /// The days of those who reached the end, added up.
    public long days() {
        return overtime(0);
    }

    /// How many reached the end in at most `limit` days: a limit is kept on its last day.
    public long within(int limit) {
        long sum = 0;
        for (int i = first(Outcome.REACHED); i < end(Outcome.REACHED) && DayCell.day(cells[i]) <= limit; i++) {
            sum += DayCell.count(cells[i]);
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
            sum += Math.max(0, DayCell.day(cells[i]) - limit) * DayCell.count(cells[i]);
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
                before -= DayCell.count(cells[--cell]);
            }
            while (before + DayCell.count(cells[cell]) <= rank) {
                before += DayCell.count(cells[cell++]);
            }
            return DayCell.day(cells[cell]);
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
            if (DayCell.place(cells[middle]) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
                        cells[next++] = DayCell.of(DayCell.place(outcome, day), days[day]);
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
