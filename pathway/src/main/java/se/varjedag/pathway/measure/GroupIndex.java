package se.varjedag.pathway.measure;

import java.util.Arrays;

/// Numbers the groups that occur 0, 1, 2, … by their packed key, without an object per group.
///
/// A small range of keys is looked up in a table; a large one in a hash table with open addressing.
final class GroupIndex {
    private static final int LARGEST_TABLE = 1 << 20;

    /// Up to so many slots for each group are looked through faster than the groups' keys are sorted.
    private static final int PER_GROUP = 32;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final boolean table;
    private int[] slots;
    private long[] keys = new long[64];
    private int size;

    /// @param range one more than the largest key
    GroupIndex(long range) {
        table = range <= LARGEST_TABLE;
        slots = new int[table ? (int) range : 256];
    }

    /// How many groups occurred.
    int size() {
        return size;
    }

    /// The key of a group.
    long key(int group) {
        return keys[group];
    }

    /// The group of a key, a new one if it is seen for the first time.
    int of(long key) {
        int slot = table ? (int) key : slot(key);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
        slots[slot] = size;
        if (!table && size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    /// The group of a key, -1 when it was not seen.
    int find(long key) {
        return slots[table ? (int) key : slot(key)] - 1;
    }

    /// The groups in order of their keys.
    int[] sorted() {
        if (table && slots.length < PER_GROUP * size) {
            return sortedByTable();
        }
        var sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        var groups = new int[size];
        for (int i = 0; i < size; i++) {
            groups[i] = of(sorted[i]);
        }
        return groups;
    }

    private int[] sortedByTable() {
        var groups = new int[size];
        int next = 0;
        for (int slot : slots) {
            if (slot > 0) {
                groups[next++] = slot - 1;
            }
        }
        return groups;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * SPREAD) >>> 32) & mask;
        while (slots[slot] > 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int group = 0; group < size; group++) {
            slots[slot(keys[group])] = group + 1;
        }
    }
}
