package se.varjedag.pathway.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the number of a text by its bytes, and numbers those it has not met.
///
/// A text that two words can hold is compared by these; any other is found by its fingerprint and then compared byte by
/// byte. So equal numbers always mean equal texts.
public final class TextIndex {
    /// How far a buffer must be readable from the start of any text handed to [#of(byte[], int, int)].
    public static final int SLACK = 16;

    /// So many bits of a slot are the number.
    private static final int NUMBER_BITS = 32;
    private static final long TAG = -1L << NUMBER_BITS;

    private static final int MANY = 1 << 20;

    private final Texts texts = new Texts();
    /// Half of a text's hash above its number; 0 for an empty slot. With eight bytes a slot the slots of a million
    /// texts stay near.
    private long[] slots = new long[1 << 8];
    private int shift = 64 - 8;

    public Texts texts() {
        return texts;
    }

    public int size() {
        return texts.size();
    }

    public int of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return of(Arrays.copyOf(utf8, utf8.length + SLACK), 0, utf8.length);
    }

    /// The number of the text in `buffer` from `start` up to and without `end`.
    public int of(byte[] buffer, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return 0;
        }
        long first = first(buffer, start, length);
        long second = second(buffer, start, length);
        return Texts.inWords(first, second, length)
                ? of(hash(first, second), first, second, buffer, start, end)
                : ofLong(buffer, start, end);
    }

    /// The same for a text of 1 to 16 bytes without a zero byte whose [#first] and [#second] words are at hand.
    public int of(long first, long second, byte[] buffer, int start, int end) {
        return of(hash(first, second), first, second, buffer, start, end);
    }

    /// The same where the [#hash] is at hand too.
    public int of(long hash, long first, long second, byte[] buffer, int start, int end) {
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (true) {
            long slot = slots[at];
            if (slot == 0) {
                return Texts.inWords(first, second, end - start)
                        ? insert(at, hash, texts.add(first, second))
                        : ofLong(buffer, start, end);
            }
            if (((slot ^ (hash << NUMBER_BITS)) & TAG) == 0 && texts.holds((int) slot, first, second)) {
                return (int) slot;
            }
            at = (at + 1) & mask;
        }
    }

    /// Reads the place where a text would be found, so that later look-ups need not wait for memory one by one.
    public long touch(long hash) {
        return slots[(int) (hash >>> shift)];
    }

    /// Reads the text that a place read by [#touch(long)] leads to.
    public long touchText(long slot) {
        return texts.touch((int) slot);
    }

    /// The number here of another index's text, 0 where it is not here.
    int find(TextIndex other, int theirs) {
        long hash = other.texts.hash(theirs);
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (slots[at] != 0) {
            int number = (int) slots[at];
            if (((slots[at] ^ (hash << NUMBER_BITS)) & TAG) == 0 && texts.same(number, other.texts, theirs)) {
                return number;
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    /// Reads the place where [#find] would look.
    long touch(TextIndex other, int theirs) {
        return touch(other.texts.hash(theirs));
    }

    public static long first(byte[] buffer, int start, int length) {
        return Texts.first(buffer, start, length);
    }

    public static long second(byte[] buffer, int start, int length) {
        return Texts.second(buffer, start, length);
    }

    private int ofLong(byte[] buffer, int start, int end) {
        long hash = hash(buffer, start, end);
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (true) {
            long slot = slots[at];
            if (slot == 0) {
                return insert(at, hash, texts.add(buffer, start, end));
            }
            if (((slot ^ (hash << NUMBER_BITS)) & TAG) == 0 && texts.holds((int) slot, buffer, start, end)) {
                return (int) slot;
            }
            at = (at + 1) & mask;
        }
    }

    private int insert(int at, long hash, int number) {
        slots[at] = slot(hash, number);
        if (2 * number > slots.length) {
            grow();
        }
        return number;
    }

    /// Puts all texts into more slots, four times as many while there are not too many, in the order of their numbers,
    /// as they lie in memory.
    private void grow() {
        int doublings = slots.length < MANY ? 2 : 1;
        slots = new long[slots.length << doublings];
        shift -= doublings;
        int mask = slots.length - 1;
        for (int number = 1; number < texts.size(); number++) {
            long hash = texts.hash(number);
            int at = (int) (hash >>> shift);
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = slot(hash, number);
        }
    }

    private static long slot(long hash, int number) {
        return (hash << NUMBER_BITS) | number;
    }

    static long hash(byte[] buffer, int start, int end) {
        var fingerprint = Fingerprint.of(buffer, start, end);
        return hash(fingerprint.high(), fingerprint.low());
    }

    /// What a text is looked for by: the upper bits say where, the lower ones are kept to tell texts apart.
    public static long hash(long first, long second) {
        long mixed = (first + Long.rotateLeft(second, 29) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
    }
}
