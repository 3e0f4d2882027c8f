package se.varjedag.pathway.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Counts the waits of one large group: a table by kind of wait and day, so that a wait costs one
/// addition and no question asked. What the group needs is added up from it when it is complete.
final class Tally {
    private static final int DAYS = 256;

    private final WaitKinds kinds;

    /// By kind the waits of each day; null where none of the kind was ever met.
    private final int[] @Nullable [] table;

    private final boolean[] met;
    private int longest = -1;

    /// The waits beyond the table: their kinds and days by turns.
    private int[] longer = {};

    private int longerSize;

    Tally(WaitKinds kinds) {
        this.kinds = kinds;
        table = new int[kinds.size()] @Nullable [];
        met = new boolean[kinds.size()];
    }

    /// Counts one wait.
    void add(int kind, int wait) {
        var days = table[kind];
        if (days == null) {
            days = new int[DAYS];
            table[kind] = days;
        }
        if (wait < DAYS) {
            days[wait]++;
            met[kind] = true;
            if (wait > longest) {
                longest = wait;
            }
        } else {
            addLong(kind, wait);
        }
    }

    /// Counts the waits written down from one place up to and without another.
    void addAll(int[] waits, int from, int to) {
        int bits = kinds.bits();
        int mask = (1 << bits) - 1;
        for (int i = from; i < to; i++) {
            add(waits[i] & mask, waits[i] >>> bits);
        }
    }

    private void addLong(int kind, int wait) {
        if (longerSize == longer.length) {
            longer = Arrays.copyOf(longer, Math.max(16, 2 * longerSize));
        }
        longer[longerSize++] = kind;
        longer[longerSize++] = wait;
        longest = Math.max(longest, 0);
    }

    /// Whether anybody was counted since the last group.
    boolean anybody() {
        return longest >= 0;
    }

    /// Adds all that was counted to a group, and begins anew.
    void moveTo(GroupTally group) {
        for (int kind = 0; kind < met.length; kind++) {
            var days = table[kind];
            if (met[kind] && days != null) {
                met[kind] = false;
                for (int wait = 0; wait <= longest; wait++) {
                    if (days[wait] > 0) {
                        group.add(kind, wait, days[wait]);
                        days[wait] = 0;
                    }
                }
            }
        }
        for (int i = 0; i < longerSize; i += 2) {
            group.add(longer[i], longer[i + 1], 1);
        }
        longerSize = 0;
        longest = -1;
    }
}
