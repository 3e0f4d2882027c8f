package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Every wait that was counted, with its group, in columns; the groups are made of them at the end.
///
/// Counting per group into dense arrays would cost a group of three as much as a region. So waits are written
/// down one after the other, brought together by group with one counting sort, and each group's histogram is
/// built with the same builder.
final class Observations {
    private static final int OUTCOME_BITS = 2;
    private static final int OUTCOME_MASK = (1 << OUTCOME_BITS) - 1;

    // What is added up per group, beside the histogram.
    private static final int LIMITS = 0;
    private static final int ASSUMED = 3;
    private static final int WAITING = 6;
    private static final int ASSUMED_WAITING = 9;
    private static final int STALE = 12;
    private static final int INCLUDED = 13;
    private static final int SUMS = 14;

    private int[] groups;
    private int[] waits;
    private int size;
    private long[] sums = new long[SUMS * 64];

    Observations(int expected) {
        groups = new int[Math.max(16, expected)];
        waits = new int[groups.length];
    }

    /// Someone reached the end.
    void reached(int group, int days, int limit, boolean assumed, boolean included) {
        add(group, DayHistogram.Outcome.REACHED, days);
        limit(group, LIMITS, days, limit);
        if (assumed) {
            limit(group, ASSUMED, days, limit);
        }
        if (included) {
            sums[group * SUMS + INCLUDED]++;
        }
    }

    /// Someone left the pathway without reaching the end.
    void left(int group, int days) {
        add(group, DayHistogram.Outcome.LEFT, days);
    }

    /// Someone waits.
    void waiting(int group, int days, int limit, boolean assumed) {
        add(group, DayHistogram.Outcome.WAITING, days);
        limit(group, WAITING, days, limit);
        if (assumed) {
            limit(group, ASSUMED_WAITING, days, limit);
        }
    }

    /// Someone's pathway is open, but nothing has been heard for long.
    void stale(int group) {
        ensureSums(group);
        sums[group * SUMS + STALE]++;
    }

    /// Takes over what others wrote down, under the numbers that their groups have here.
    void addAll(Observations others, int[] numbers) {
        int all = size + others.size;
        if (all > groups.length) {
            groups = Arrays.copyOf(groups, all);
            waits = Arrays.copyOf(waits, all);
        }
        for (int i = 0; i < others.size; i++) {
            groups[size + i] = numbers[others.groups[i]];
        }
        System.arraycopy(others.waits, 0, waits, size, others.size);
        size = all;
        for (int group = 0; group < numbers.length; group++) {
            ensureSums(numbers[group]);
            others.ensureSums(group);
            for (int i = 0; i < SUMS; i++) {
                sums[numbers[group] * SUMS + i] += others.sums[group * SUMS + i];
            }
        }
    }

    /// Makes the groups of the waits written down. A group's number is its place in the result.
    Group[] groups(int count, java.util.function.IntFunction<List<String>> keys) {
        var starts = new int[count + 1];
        var sorted = new int[size];
        bringTogether(starts, sorted);
        var result = new Group[count];
        var builder = new DayHistogram.Builder();
        for (int group = 0; group < count; group++) {
            result[group] = new Group(
                    keys.apply(group),
                    histogram(builder, sorted, starts[group], starts[group + 1]),
                    limits(group, LIMITS),
                    limits(group, ASSUMED),
                    limits(group, WAITING),
                    limits(group, ASSUMED_WAITING),
                    sums[group * SUMS + STALE],
                    sums[group * SUMS + INCLUDED],
                    OptionalDouble.empty());
        }
        return result;
    }

    /// Puts the waits into `sorted` group by group, and into `starts` where each group begins.
    private void bringTogether(int[] starts, int[] sorted) {
        for (int i = 0; i < size; i++) {
            starts[groups[i] + 1]++;
        }
        for (int group = 1; group < starts.length; group++) {
            starts[group] += starts[group - 1];
        }
        var next = starts.clone();
        for (int i = 0; i < size; i++) {
            sorted[next[groups[i]]++] = waits[i];
        }
    }

    private static DayHistogram histogram(DayHistogram.Builder builder, int[] waits, int from, int to) {
        for (int i = from; i < to; i++) {
            builder.add(DayHistogram.Outcome.ALL[waits[i] & OUTCOME_MASK], waits[i] >>> OUTCOME_BITS);
        }
        return builder.build();
    }

    private void add(int group, DayHistogram.Outcome outcome, int days) {
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, size * 2);
            waits = Arrays.copyOf(waits, size * 2);
        }
        groups[size] = group;
        waits[size++] = (days << OUTCOME_BITS) | outcome.place;
        ensureSums(group);
    }

    private void limit(int group, int which, int days, int limit) {
        if (limit < 0) {
            return;
        }
        int at = group * SUMS + which;
        sums[at]++;
        sums[at + 1] += days <= limit ? 1 : 0;
        sums[at + 2] += Math.max(0, days - limit);
    }

    private LimitCount limits(int group, int which) {
        int at = group * SUMS + which;
        return new LimitCount(sums[at], sums[at + 1], sums[at + 2]);
    }

    private void ensureSums(int group) {
        if ((group + 1) * SUMS > sums.length) {
            sums = Arrays.copyOf(sums, Math.max((group + 1) * SUMS, sums.length * 2));
        }
    }
}
