package se.varjedag.pathway.event;

import java.util.Arrays;

/// What rows say about the person besides the event: home region, sex and year of birth, each combination numbered.
/// Number 0 says nothing.
final class Traits {
    private long[] known = new long[64];
    private int size = 1;
    /// Open addressing; 0 is an empty slot, for a combination that says nothing is never put in.
    private long[] slots = new long[256];
    private char[] numbers = new char[256];

    static long pack(int homeRegion, int sex, int born) {
        return (long) homeRegion << 32 | (long) sex << 24 | born;
    }

    static int homeRegion(long packed) {
        return (int) (packed >>> 32);
    }

    static byte sex(long packed) {
        return (byte) (packed >>> 24);
    }

    static short born(long packed) {
        return (short) packed;
    }

    int size() {
        return size;
    }

    long packed(int number) {
        return known[number];
    }

    int of(long packed) {
        if (packed == 0) {
            return 0;
        }
        int mask = slots.length - 1;
        int slot = slot(packed, mask);
        while (slots[slot] != packed) {
            if (slots[slot] == 0) {
                return insert(slot, packed);
            }
            slot = (slot + 1) & mask;
        }
        return numbers[slot];
    }

    /// Adds all combinations of another, its regions at the places given; gives the number of each here.
    int[] addAll(Traits other, int[] regions) {
        int[] here = new int[other.size];
        for (int number = 1; number < other.size; number++) {
            long packed = other.known[number];
            here[number] = of(pack(regions[homeRegion(packed)], sex(packed), born(packed)));
        }
        return here;
    }

    private static int slot(long packed, int mask) {
        return (int) ((packed * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }

    private int insert(int slot, long packed) {
        if (size == known.length) {
            known = Arrays.copyOf(known, 2 * size);
        }
        known[size] = packed;
        slots[slot] = packed;
        numbers[slot] = (char) size;
        size++;
        if (2 * size > slots.length) {
            slots = new long[2 * slots.length];
            numbers = new char[slots.length];
            int mask = slots.length - 1;
            for (int i = 1; i < size; i++) {
                int free = slot(known[i], mask);
                while (slots[free] != 0) {
                    free = (free + 1) & mask;
                }
                slots[free] = known[i];
                numbers[free] = (char) i;
            }
        }
        return size - 1;
    }
}
