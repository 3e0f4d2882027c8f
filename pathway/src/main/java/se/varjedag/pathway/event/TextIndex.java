package se.varjedag.pathway.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the number of a text by its bytes, and numbers those it has not met.
///
/// A text of at most sixteen bytes without a zero byte is its own key: two words, padded with zeros, compared whole. A
/// longer one is found by its hash and then compared byte by byte. So equal numbers always mean equal texts.
public final class TextIndex {
    /// How far a buffer must be readable from the start of any text handed to [#of(byte[], int, int)].
    public static final int SLACK = 16;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long[] MASK = new long[9];

    static {
        for (int i = 1; i <= 8; i++) {
            MASK[i] = -1L >>> (64 - 8 * i);
        }
    }

    /// So many bits of a slot are the number.
    private static final int NUMBER_BITS = 32;
    private static final long TAG = -1L << NUMBER_BITS;

    private final Texts texts = new Texts();
    /// By number the two words that tell a text apart: its bytes or, for a long one, its fingerprint.
    private long[] keys = new long[2 << 6];
    /// Half of a text's hash above its number, the number negative for a long text; 0 for an empty slot. With eight
    /// bytes a slot a look-up among millions waits for memory once.
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
        if (length <= 16 && !hasZero(buffer, start, end)) {
            return of(first(buffer, start, length), second(buffer, start, length), buffer, start, end);
        }
        return ofLong(buffer, start, end);
    }

    /// The same for a text of 1 to 16 bytes without a zero byte whose [#first] and [#second] words are at hand.
    public int of(long first, long second, byte[] buffer, int start, int end) {
        long hash = hash(first, second);
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (true) {
            long slot = slots[at];
            if (slot == 0) {
                return insert(at, hash, first, second, buffer, start, end, false);
            }
            int number = (int) slot;
            if (((slot ^ hash << NUMBER_BITS) & TAG) == 0
                    && number > 0
                    && keys[2 * number] == first
                    && keys[2 * number + 1] == second) {
                return number;
            }
            at = (at + 1) & mask;
        }
    }

    /// Reads the place where a text would be found, so that later look-ups need not wait for memory one by one.
    public long touch(long first, long second) {
        return slots[(int) (hash(first, second) >>> shift)];
    }

    /// The number here of another index's text, 0 where it is not here.
    int find(TextIndex other, int theirs) {
        long first = other.keys[2 * theirs];
        long second = other.keys[2 * theirs + 1];
        long hash = hash(first, second);
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (slots[at] != 0) {
            int number = Math.abs((int) slots[at]);
            if (((slots[at] ^ hash << NUMBER_BITS) & TAG) == 0 && texts.same(number, other.texts, theirs)) {
                return number;
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    /// Reads the place where [#find] would look.
    long touch(TextIndex other, int theirs) {
        return touch(other.keys[2 * theirs], other.keys[2 * theirs + 1]);
    }

    public static long first(byte[] buffer, int start, int length) {
        long word = (long) WORD.get(buffer, start);
        return length >= 8 ? word : word & MASK[length];
    }

    public static long second(byte[] buffer, int start, int length) {
        return length <= 8 ? 0 : (long) WORD.get(buffer, start + 8) & MASK[length - 8];
    }

    private int ofLong(byte[] buffer, int start, int end) {
        var fingerprint = Fingerprint.of(buffer, start, end);
        long first = fingerprint.high();
        long second = fingerprint.low();
        long hash = hash(first, second);
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (true) {
            long slot = slots[at];
            if (slot == 0) {
                return insert(at, hash, first, second, buffer, start, end, true);
            }
            int number = (int) slot;
            if (((slot ^ hash << NUMBER_BITS) & TAG) == 0
                    && number < 0
                    && keys[-2 * number] == first
                    && keys[-2 * number + 1] == second
                    && texts.holds(-number, buffer, start, end)) {
                return -number;
            }
            at = (at + 1) & mask;
        }
    }

    private int insert(int at, long hash, long first, long second, byte[] buffer, int start, int end, boolean isLong) {
        int number = texts.add(buffer, start, end);
        if (2 * number + 1 >= keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        keys[2 * number] = first;
        keys[2 * number + 1] = second;
        slots[at] = hash << NUMBER_BITS | (isLong ? -number : number) & ~TAG;
        if (2 * number > slots.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        shift--;
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                int number = Math.abs((int) slot);
                int at = (int) (hash(keys[2 * number], keys[2 * number + 1]) >>> shift);
                while (slots[at] != 0) {
                    at = (at + 1) & mask;
                }
                slots[at] = slot;
            }
        }
    }

    /// Its upper bits say where to look, its lower ones are kept to tell texts apart.
    private static long hash(long first, long second) {
        long mixed = (first + Long.rotateLeft(second, 29) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
    }

    private static boolean hasZero(byte[] buffer, int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
