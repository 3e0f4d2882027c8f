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

    private final Texts texts = new Texts();
    /// Two words a slot.
    private long[] keys = new long[2 << 8];
    /// Number of the text in the slot, negative for a long text, 0 for an empty slot.
    private int[] numbers = new int[1 << 8];
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
        int mask = numbers.length - 1;
        int slot = slot(first, second);
        while (true) {
            int number = numbers[slot];
            if (number == 0) {
                return insert(slot, first, second, buffer, start, end, false);
            }
            if (keys[2 * slot] == first && keys[2 * slot + 1] == second && number > 0) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Reads the place where a text would be found, so that later look-ups need not wait for memory one by one.
    public long touch(long first, long second) {
        int slot = slot(first, second);
        return keys[2 * slot] ^ numbers[slot];
    }

    public static long first(byte[] buffer, int start, int length) {
        long word = (long) WORD.get(buffer, start);
        return length >= 8 ? word : word & MASK[length];
    }

    public static long second(byte[] buffer, int start, int length) {
        return length <= 8 ? 0 : (long) WORD.get(buffer, start + 8) & MASK[length - 8];
    }

    private int ofLong(byte[] buffer, int start, int end) {
        var hash = Fingerprint.of(buffer, start, end);
        long first = hash.high();
        long second = hash.low();
        int mask = numbers.length - 1;
        int slot = slot(first, second);
        while (true) {
            int number = numbers[slot];
            if (number == 0) {
                return insert(slot, first, second, buffer, start, end, true);
            }
            if (keys[2 * slot] == first
                    && keys[2 * slot + 1] == second
                    && number < 0
                    && texts.holds(-number, buffer, start, end)) {
                return -number;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int insert(int slot, long first, long second, byte[] buffer, int start, int end, boolean isLong) {
        int number = texts.add(buffer, start, end);
        keys[2 * slot] = first;
        keys[2 * slot + 1] = second;
        numbers[slot] = isLong ? -number : number;
        if (2 * number > numbers.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldNumbers.length];
        shift--;
        int mask = numbers.length - 1;
        for (int old = 0; old < oldNumbers.length; old++) {
            if (oldNumbers[old] != 0) {
                int slot = slot(oldKeys[2 * old], oldKeys[2 * old + 1]);
                while (numbers[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                keys[2 * slot] = oldKeys[2 * old];
                keys[2 * slot + 1] = oldKeys[2 * old + 1];
                numbers[slot] = oldNumbers[old];
            }
        }
    }

    private int slot(long first, long second) {
        long mixed = (first + Long.rotateLeft(second, 29) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
        return (int) (mixed >>> shift);
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
