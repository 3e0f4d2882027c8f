package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Counts one group after another: their days, and how they stand against their limits.
///
/// A wait is counted without a question asked: in a small table by outcome and day, and in another by the few kinds of
/// waits that are told apart ([#kind]). What a group needs is added up from these when it is complete.
final class Tally {
    private static final int DAYS = 256;
    private static final int OUTCOMES = 4;

    private static final int LIMITED = 4;
    private static final int ASSUMED = 8;
    private static final int INCLUDED = 16;
    private static final int KINDS = 32;

    private final int[] days = new int[OUTCOMES * DAYS];
    private final int[] counts = new int[KINDS];
    private final int[] over = new int[KINDS];
    private final long[] overtime = new long[KINDS];
    private int longest = -1;
    private DayHistogram.@Nullable Builder slow;

    /// What is told apart besides the days: outcome, whether there is a limit, whether it is assumed, and inclusion.
    static int kind(int outcome, boolean limited, boolean assumed, boolean included) {
        return outcome | (limited ? LIMITED : 0) | (assumed ? ASSUMED : 0) | (included ? INCLUDED : 0);
    }

    /// Counts one wait.
    ///
    /// @param limit the limit in days; as large as can be where there is none
    void add(int kind, int wait, int limit) {
        int beyond = Math.max(0, wait - limit);
        counts[kind]++;
        over[kind] += -beyond >>> (Integer.SIZE - 1);
        overtime[kind] += beyond;
        if (wait < DAYS) {
            days[(kind & (OUTCOMES - 1)) * DAYS + wait]++;
            if (wait > longest) {
                longest = wait;
            }
        } else {
            addLong(kind, wait);
        }
    }

    private void addLong(int kind, int wait) {
        longest = Math.max(longest, 0);
        int outcome = kind & (OUTCOMES - 1);
        if (outcome == WaitTable.Profile.STALE) {
            return;
        }
        var builder = slow;
        if (builder == null) {
            builder = new DayHistogram.Builder();
            slow = builder;
        }
        builder.count(outcome, wait);
    }

    /// Whether anybody was counted since the last group.
    boolean anybody() {
        return longest >= 0;
    }

    /// The group of those counted, as yet without a key; begins anew.
    Group group() {
        int reached = WaitTable.Profile.REACHED;
        int waiting = WaitTable.Profile.WAITING;
        long included = 0;
        for (int kind = reached | INCLUDED; kind < KINDS; kind += OUTCOMES) {
            included += counts[kind];
        }
        var group = new Group(
                List.of(),
                histogram(),
                limits(reached, 0),
                limits(reached, ASSUMED),
                limits(waiting, 0),
                limits(waiting, ASSUMED),
                stale(),
                included,
                OptionalDouble.empty());
        Arrays.fill(counts, 0);
        Arrays.fill(over, 0);
        Arrays.fill(overtime, 0);
        longest = -1;
        return group;
    }

    private long stale() {
        long stale = 0;
        for (int kind = WaitTable.Profile.STALE; kind < KINDS; kind += OUTCOMES) {
            stale += counts[kind];
        }
        return stale;
    }

    /// Those of an outcome who have a limit and all of some marks.
    private LimitCount limits(int outcome, int marks) {
        int wanted = LIMITED | marks;
        long withLimit = 0;
        long beyond = 0;
        long sum = 0;
        for (int kind = outcome; kind < KINDS; kind += OUTCOMES) {
            if ((kind & wanted) == wanted) {
                withLimit += counts[kind];
                beyond += over[kind];
                sum += overtime[kind];
            }
        }
        return withLimit == 0 ? LimitCount.NONE : new LimitCount(withLimit, withLimit - beyond, sum);
    }

    private DayHistogram histogram() {
        var histogram = DayHistogram.taking(days, DAYS, longest);
        Arrays.fill(days, WaitTable.Profile.STALE * DAYS, WaitTable.Profile.STALE * DAYS + longest + 1, 0);
        return slow == null ? histogram : histogram.plus(slow.build());
    }
}
