package se.varjedag.pathway.measure;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Counts one group after another, each for what its own waits cost.
final class GroupTally {
    private static final int OVER_FROM = 12;
    private static final int DAYS_FROM = 24;

    /// So many waits, and no more, can be counted one by one.
    static final int MOST = 1 << (OVER_FROM - 1);

    private final WaitKinds kinds;
    private final DayTable days = new DayTable();

    // By marks as [WaitKinds] has them: how many, how many of them beyond their limit, by how many days in all.
    private final int[] counts = new int[WaitKinds.MARKS];
    private final int[] over = new int[WaitKinds.MARKS];
    private final long[] overtime = new long[WaitKinds.MARKS];

    /// By marks all three in one number while waits are counted one by one: how many in the low bits, then how many
    /// beyond their limit, then the days. Each may be below zero, which borrows from the next.
    private final long[] sums = new long[WaitKinds.MARKS];

    /// A bit for each of the marks that were counted.
    private int met;

    GroupTally(WaitKinds kinds) {
        this.kinds = kinds;
    }

    /// Counts the waits written down from one place up to and without another, fewer than [#MOST].
    void addAll(int[] waits, int from, int to) {
        int bits = kinds.bits();
        int mask = (1 << bits) - 1;
        var whole = kinds.whole();
        int all = 0;
        int longest = 0;
        for (int i = from; i < to; i++) {
            long kind = whole[waits[i] & mask];
            int wait = waits[i] >>> bits;
            int marks = WaitKinds.marksOf(kind);
            int sign = WaitKinds.signOf(kind);
            int beyond = Math.max(0, wait - WaitKinds.boundOf(kind));
            sums[marks] += sign * (((long) beyond << DAYS_FROM) + (Math.min(beyond, 1) << OVER_FROM) + 1);
            all |= 1 << marks;
            days.addShort(WaitKinds.outcome(marks), wait, sign);
            longest = Math.max(longest, wait);
        }
        if (longest >= DayTable.LAST) {
            days.addLonger(waits, from, to, kinds);
        }
        takeApart(all);
        met |= all;
    }

    /// Adds each field of the sums to what it is a sum of.
    private void takeApart(int some) {
        for (int left = some; left != 0; left &= left - 1) {
            int marks = Integer.numberOfTrailingZeros(left);
            long sum = sums[marks];
            int count = lowest(sum);
            sum = (sum - count) >> OVER_FROM;
            int later = lowest(sum);
            counts[marks] += count;
            over[marks] += later;
            overtime[marks] += (sum - later) >> (DAYS_FROM - OVER_FROM);
            sums[marks] = 0;
        }
    }

    /// The lowest field of a sum, below zero where it borrowed.
    private static int lowest(long sum) {
        return (int) (sum << (Long.SIZE - OVER_FROM) >> (Long.SIZE - OVER_FROM));
    }

    /// Counts waits of one kind by their days.
    ///
    /// @param times how many there are of each day from 0 on
    /// @param length of how many days
    void addAll(int kind, int[] times, int length) {
        int sign = kinds.sign(kind);
        int marks = kinds.marks(kind);
        int bound = kinds.bound(kind);
        int all = 0;
        for (int wait = 0; wait < length; wait++) {
            all += times[wait];
        }
        int later = 0;
        long beyond = 0;
        for (int wait = Math.min(bound, length) + 1; wait < length; wait++) {
            later += times[wait];
            beyond += (long) times[wait] * (wait - bound);
        }
        counts[marks] += sign * all;
        over[marks] += sign * later;
        overtime[marks] += sign * beyond;
        met |= 1 << marks;
        int outcome = WaitKinds.outcome(marks);
        if (outcome != WaitTable.Profile.STALE) {
            days.addAll(outcome, times, length, sign);
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
        if (outcome != WaitTable.Profile.STALE) {
            days.add(outcome, wait, count);
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
                sum(marks, reached, assumedReached);
            } else if (outcome == WaitTable.Profile.WAITING) {
                sum(marks, waiting, assumedWaiting);
            }
            counts[marks] = 0;
            over[marks] = 0;
            overtime[marks] = 0;
        }
        met = 0;
        var histogram = days.histogram();
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

    private void sum(int marks, Sum all, Sum assumed) {
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
