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

    private static final int MANY = 1 << 20;

    private final Texts texts = new Texts();
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
        if (isShort(buffer, start, end)) {
            return of(first(buffer, start, length), second(buffer, start, length), buffer, start, end);
        }
        return ofLong(buffer, start, end);
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
                return insert(at, hash, buffer, start, end, false);
            }
            int number = (int) slot;
            if (((slot ^ hash << NUMBER_BITS) & TAG) == 0
                    && number > 0
                    && texts.holds(number, first, second, end - start)) {
                return number;
            }
            at = (at + 1) & mask;
        }
    }

    /// Reads the place where a text would be found, so that later look-ups need not wait for memory one by one.
    public long touch(long hash) {
        return slots[(int) (hash >>> shift)];
    }

    /// Reads the text that a place read by [#touch(long)] leads to.
    public int touchText(long slot) {
        return texts.touch(Math.abs((int) slot));
    }

    /// The number here of another index's text, 0 where it is not here.
    int find(TextIndex other, int theirs) {
        long hash = other.hash(theirs);
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
        return touch(other.hash(theirs));
    }

    private long hash(int number) {
        byte[] bytes = texts.bytes();
        int start = texts.start(number);
        int length = texts.length(number);
        return isShort(bytes, start, start + length)
                ? hash(first(bytes, start, length), second(bytes, start, length))
                : longHash(bytes, start, start + length);
    }

    public static long first(byte[] buffer, int start, int length) {
        long word = (long) WORD.get(buffer, start);
        return length >= 8 ? word : word & MASK[length];
    }

    public static long second(byte[] buffer, int start, int length) {
        return length <= 8 ? 0 : (long) WORD.get(buffer, start + 8) & MASK[length - 8];
    }

    private int ofLong(byte[] buffer, int start, int end) {
        long hash = longHash(buffer, start, end);
        int mask = slots.length - 1;
        int at = (int) (hash >>> shift);
        while (true) {
            long slot = slots[at];
            if (slot == 0) {
                return insert(at, hash, buffer, start, end, true);
            }
            int number = (int) slot;
            if (((slot ^ hash << NUMBER_BITS) & TAG) == 0 && number < 0 && texts.holds(-number, buffer, start, end)) {
                return -number;
            }
            at = (at + 1) & mask;
        }
    }

    private int insert(int at, long hash, byte[] buffer, int start, int end, boolean isLong) {
        int number = texts.add(buffer, start, end);
        slots[at] = slot(hash, isLong ? -number : number);
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
        byte[] bytes = texts.bytes();
        for (int number = 1; number < texts.size(); number++) {
            int start = texts.start(number);
            int end = start + texts.length(number);
            boolean isShort = isShort(bytes, start, end);
            long hash = isShort
                    ? hash(first(bytes, start, end - start), second(bytes, start, end - start))
                    : longHash(bytes, start, end);
            int at = (int) (hash >>> shift);
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = slot(hash, isShort ? number : -number);
        }
    }

    private static long slot(long hash, int number) {
        return hash << NUMBER_BITS | number & ~TAG;
    }

    private static long longHash(byte[] buffer, int start, int end) {
        var fingerprint = Fingerprint.of(buffer, start, end);
        return hash(fingerprint.high(), fingerprint.low());
    }

    /// What a text is looked for by: the upper bits say where, the lower ones are kept to tell texts apart.
    public static long hash(long first, long second) {
        long mixed = (first + Long.rotateLeft(second, 29) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
    }

    /// At most sixteen bytes, none of them zero.
    private static boolean isShort(byte[] buffer, int start, int end) {
        int length = end - start;
        return length <= 16
                && !hasZero(first(buffer, start, length), Math.min(length, 8))
                && !hasZero(second(buffer, start, length), length - 8);
    }

    /// Whether one of the first so many bytes of a word is zero.
    private static boolean hasZero(long word, int length) {
        long zeroes = (word - 0x0101010101010101L) & ~word & 0x8080808080808080L;
        return length > 0 && Long.numberOfTrailingZeros(zeroes) < 8 * length;
    }
}
