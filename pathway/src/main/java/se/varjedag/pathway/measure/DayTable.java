package se.varjedag.pathway.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.measure.DayHistogram.Outcome;

/// Counts outcomes by day, one group after another, in a table of which only what was touched is read and cleared:
/// so a group of three costs what three waits cost.
final class DayTable {
    private static final int WORDS = 8;

    /// The last day of the table stands for all that are longer; they are counted elsewhere.
    static final int LAST = WORDS * Long.SIZE - 1;

    private static final int DAYS = LAST + 1;

    /// By outcome as [WaitKinds#outcome] has it how many on each day. Those of whom nothing was heard have no days:
    /// their row is never read.
    private final int[] counts = new int[(Outcome.ALL.length + 1) * DAYS];

    /// For each outcome in turn a bit for each day whose count may not be zero.
    private final long[] touched = new long[counts.length / Long.SIZE];

    /// The waits beyond the table.
    private DayHistogram.@Nullable Builder longer;

    /// Counts one wait of any outcome, unless it is longer than the table: then [#addLonger] must count it.
    ///
    /// @param sign minus one takes it away
    void addShort(int outcome, int wait, int sign) {
        int at = outcome * DAYS + Math.min(wait, LAST);
        counts[at] += sign;
        touched[at / Long.SIZE] |= 1L << at;
    }

    /// Counts those of some waits that are longer than the table.
    void addLonger(int[] waits, int from, int to, WaitKinds kinds) {
        int bits = kinds.bits();
        for (int i = from; i < to; i++) {
            if (waits[i] >>> bits >= LAST) {
                int kind = waits[i] & ((1 << bits) - 1);
                addLonger(WaitKinds.outcome(kinds.marks(kind)), waits[i] >>> bits, kinds.sign(kind));
            }
        }
    }

    /// Counts as many more as there are of each day from 0 on.
    ///
    /// @param days of how many days, no more than the table has
    /// @param sign minus one takes them away, of as many in all
    void addAll(int outcome, int[] times, int days, int sign) {
        int first = outcome * DAYS;
        for (int day = 0; day < days; day++) {
            counts[first + day] += sign * times[day];
        }
        int words = (days + Long.SIZE - 1) / Long.SIZE;
        Arrays.fill(touched, outcome * WORDS, outcome * WORDS + words, -1L);
    }

    /// Counts so many more; below zero are taken away.
    void add(int outcome, int day, int count) {
        if (day < LAST) {
            counts[outcome * DAYS + day] += count;
            touched[outcome * WORDS + day / Long.SIZE] |= 1L << day;
        } else {
            addLonger(outcome, day, count);
        }
    }

    private void addLonger(int outcome, int day, int count) {
        if (outcome < Outcome.ALL.length) {
            var builder = longer == null ? new DayHistogram.Builder() : longer;
            builder.count(outcome, day, count);
            longer = builder;
        }
    }

    /// Gives the histogram of what was added since the last one, and begins anew.
    DayHistogram histogram() {
        int size = 0;
        for (long some : touched) {
            size += Long.bitCount(some);
        }
        var cells = new long[size];
        int left = take(Outcome.REACHED, cells, 0);
        int waiting = take(Outcome.LEFT, cells, left);
        int end = take(Outcome.WAITING, cells, waiting);
        Arrays.fill(touched, 0);
        var histogram = DayHistogram.of(end == size ? cells : Arrays.copyOf(cells, end), left, waiting);
        return longer == null ? histogram : histogram.plus(longer.build());
    }

    /// Moves what was counted of an outcome to the cells from one on; gives the first behind them.
    private int take(Outcome outcome, long[] cells, int from) {
        int first = outcome.place * DAYS;
        counts[first + LAST] = 0;
        int next = from;
        for (int word = 0; word < WORDS; word++) {
            for (long some = touched[outcome.place * WORDS + word]; some != 0; some &= some - 1) {
                int day = word * Long.SIZE + Long.numberOfTrailingZeros(some);
                if (counts[first + day] != 0) {
                    cells[next++] = DayCell.of(DayCell.place(outcome, day), counts[first + day]);
                    counts[first + day] = 0;
                }
            }
        }
        return next;
    }
}
