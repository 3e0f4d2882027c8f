package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Counts one group after another: a table of days of which only what was touched is read and
/// cleared, so that a group of three costs what three waits cost.
final class GroupTally {
    private static final int DAYS = 512;
    private static final int OUTCOMES = 3;

    private final WaitKinds kinds;
    private final int[] days = new int[OUTCOMES * DAYS];
    private final long[] touched = new long[days.length / Long.SIZE];
    private final int[] counts = new int[WaitKinds.MARKS];
    private final int[] over = new int[WaitKinds.MARKS];
    private final long[] overtime = new long[WaitKinds.MARKS];
    private int met;
    private DayHistogram.@Nullable Builder longer;

    GroupTally(WaitKinds kinds) {
        this.kinds = kinds;
    }

    /// Counts the waits written down from one place up to and without another.
    void addAll(int[] waits, int from, int to) {
        int bits = kinds.bits();
        int mask = (1 << bits) - 1;
        for (int i = from; i < to; i++) {
            add(waits[i] & mask, waits[i] >>> bits, 1);
        }
    }

    /// Counts so many waits of a kind and so many days.
    void add(int kind, int wait, int times) {
        int count = times * kinds.sign(kind);
        int marks = kinds.marks(kind);
        int beyond = Math.max(0, wait - kinds.bound(kind));
        counts[marks] += count;
        over[marks] += beyond > 0 ? count : 0;
        overtime[marks] += (long) count * beyond;
        met |= 1 << marks;
        int outcome = WaitKinds.outcome(marks);
        if (outcome == WaitTable.Profile.STALE) {
            return;
        }
        if (wait < DAYS) {
            int at = outcome * DAYS + wait;
            days[at] += count;
            touched[at / Long.SIZE] |= 1L << at;
        } else {
            addLong(outcome, wait, count);
        }
    }

    /// The group of those counted, under a key; null where those taken away leave nobody. Begins anew.
    @Nullable
    Group group(List<String> key) {
        var reached = new Sum();
        var assumedReached = new Sum();
        var waiting = new Sum();
        var assumedWaiting = new Sum();
        long everybody = 0;
        long stale = 0;
        long included = 0;
        for (int left = met; left != 0; left &= left - 1) {
            int marks = Integer.numberOfTrailingZeros(left);
            everybody += counts[marks];
            int outcome = WaitKinds.outcome(marks);
            if (outcome == WaitTable.Profile.STALE) {
                stale += counts[marks];
            } else if (outcome == WaitTable.Profile.REACHED) {
                included += WaitKinds.included(marks) ? counts[marks] : 0;
                take(marks, reached, assumedReached);
            } else if (outcome == WaitTable.Profile.WAITING) {
                take(marks, waiting, assumedWaiting);
            }
            counts[marks] = 0;
            over[marks] = 0;
            overtime[marks] = 0;
        }
        met = 0;
        var histogram = histogram();
        return everybody == 0
                ? null
                : new Group(
                        key,
                        histogram,
                        reached.limits(),
                        assumedReached.limits(),
                        waiting.limits(),
                        assumedWaiting.limits(),
                        stale,
                        included,
                        OptionalDouble.empty());
    }

    private void addLong(int outcome, int wait, int count) {
        var builder = longer;
        if (builder == null) {
            builder = new DayHistogram.Builder();
            longer = builder;
        }
        builder.count(outcome, wait, count);
    }

    private DayHistogram histogram() {
        var histogram = DayHistogram.taking(days, DAYS, touched);
        Arrays.fill(touched, 0);
        return longer == null ? histogram : histogram.plus(longer.build());
    }

    private void take(int marks, Sum all, Sum assumed) {
        if (WaitKinds.limited(marks)) {
            all.add(counts[marks], over[marks], overtime[marks]);
            if (WaitKinds.assumed(marks)) {
                assumed.add(counts[marks], over[marks], overtime[marks]);
            }
        }
    }

    /// Those with a limit, added up over the kinds they come in.
    private static final class Sum {
        private long withLimit;
        private long beyond;
        private long days;

        void add(int count, int over, long overtime) {
            withLimit += count;
            beyond += over;
            days += overtime;
        }

        LimitCount limits() {
            return withLimit == 0 ? LimitCount.NONE : new LimitCount(withLimit, withLimit - beyond, days);
        }
    }
}
