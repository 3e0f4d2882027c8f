package se.varjedag.pathway.measure;

import java.util.Arrays;

/// Counts the waits of large groups side by side: a table by group, kind of wait and day, so that a wait costs one
/// addition and no question asked. What a group needs is added up from it when it is complete.
///
/// The loops over many waits call nothing and write to nothing but lists: so they stay some instructions each.
final class Tally {
    /// The last day of the table stands for all that are longer; they are counted one by one.
    private static final int LAST = 255;

    private static final int DAYS = LAST + 1;

    private final WaitKinds kinds;

    /// By group and kind where their days begin in `counts`, 0 as long as none of them was ever met. The first days
    /// there are nobody's.
    private final int[] rows;

    private int[] counts = new int[2 * DAYS];
    private int size = DAYS;

    /// By group and kind whether any were met since the group was complete.
    private final boolean[] met;

    private int longest = -1;

    /// The longer waits: the group and kind of each, and its days, by turns.
    private int[] longer = {};

    private int longerSize;

    /// For the waits being counted: their groups and kinds, and their places in the table.
    private final int[] which = new int[RowBatch.SIZE];

    private final int[] waits = new int[RowBatch.SIZE];
    private final int[] places = new int[RowBatch.SIZE];

    /// The days of one group and kind.
    private final int[] days = new int[DAYS];

    /// @param groups how many groups are counted side by side
    Tally(WaitKinds kinds, int groups) {
        this.kinds = kinds;
        rows = new int[groups * kinds.size()];
        met = new boolean[rows.length];
    }

    /// Counts so many waits, at most [RowBatch#SIZE].
    ///
    /// @param groups     the number of the group of each
    /// @param profiles   the profile of each
    /// @param ofProfiles the kinds of profiles
    /// @param days       the days of each
    void addAll(int n, long[] groups, int[] profiles, int[] ofProfiles, int[] days) {
        int ofGroup = kinds.size();
        for (int i = 0; i < n; i++) {
            which[i] = (int) groups[i] * ofGroup + ofProfiles[profiles[i]];
        }
        addAll(n, days);
    }

    /// Counts the waits written down from one place up to and without another, all of group 0.
    void addAll(int[] written, int from, int to) {
        int bits = kinds.bits();
        int mask = (1 << bits) - 1;
        for (int begin = from; begin < to; begin += RowBatch.SIZE) {
            int n = Math.min(RowBatch.SIZE, to - begin);
            for (int i = 0; i < n; i++) {
                which[i] = written[begin + i] & mask;
                waits[i] = written[begin + i] >>> bits;
            }
            addAll(n, waits);
        }
    }

    private void addAll(int n, int[] days) {
        if (!find(n, days)) {
            makeRows(n);
            find(n, days);
        }
        var table = counts;
        for (int i = 0; i < n; i++) {
            table[places[i]]++;
        }
        int most = longest;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, days[i]);
        }
        longest = most;
        for (int i = 0; most >= LAST && i < n; i++) {
            if (days[i] >= LAST) {
                addLonger(which[i], days[i]);
            }
        }
    }

    /// Finds the place of each wait in the table; false when some have none yet.
    private boolean find(int n, int[] days) {
        int none = 0;
        for (int i = 0; i < n; i++) {
            int row = rows[which[i]];
            met[which[i]] = true;
            none |= row - 1;
            places[i] = row + Math.min(days[i], LAST);
        }
        return none >= 0;
    }

    private void makeRows(int n) {
        for (int i = 0; i < n; i++) {
            if (rows[which[i]] == 0) {
                counts = size < counts.length ? counts : Arrays.copyOf(counts, 2 * size);
                rows[which[i]] = size;
                size += DAYS;
            }
        }
    }

    private void addLonger(int groupAndKind, int wait) {
        if (longerSize == longer.length) {
            longer = Arrays.copyOf(longer, Math.max(16, 2 * longerSize));
        }
        longer[longerSize++] = groupAndKind;
        longer[longerSize++] = wait;
    }

    /// Adds all that was counted of a group to another tally; false when nothing was.
    boolean moveTo(GroupTally other, int group) {
        boolean anybody = false;
        int first = group * kinds.size();
        int length = Math.min(longest + 1, LAST);
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (met[first + kind]) {
                int row = rows[first + kind];
                System.arraycopy(counts, row, days, 0, length);
                Arrays.fill(counts, row, row + DAYS, 0);
                other.addAll(kind, days, length);
                met[first + kind] = false;
                anybody = true;
            }
        }
        for (int i = 0; i < longerSize; i += 2) {
            if (longer[i] >= first && longer[i] < first + kinds.size()) {
                other.add(longer[i] - first, longer[i + 1], 1);
            }
        }
        return anybody;
    }

    /// Begins anew, once all groups were moved.
    void forget() {
        longerSize = 0;
        longest = -1;
    }
}
