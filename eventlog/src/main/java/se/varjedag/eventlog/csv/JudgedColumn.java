package se.varjedag.eventlog.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import se.varjedag.pathway.event.TextIndex;

/// A column with few different values: each is judged once, when it is first met, and its verdict remembered.
final class JudgedColumn {
    /// The verdict on a value that cannot be used.
    static final int BAD = -1;
    /// The most bytes a value may have.
    static final int MOST = 1000;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CACHED = 1 << 12;
    private static final int CACHE_SHIFT = 64 - 12;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final TextIndex met = new TextIndex();
    private final ToIntFunction<String> judge;
    private int[] verdicts = new int[64];
    private int judged;
    private final int emptyVerdict;
    /// Values of at most eight bytes with their verdicts: a value stands at the upper end of its word.
    private final long[] shortKeys = new long[CACHED];
    private final int[] shortVerdicts = new int[CACHED];
    /// Values of nine to sixteen bytes, two words a slot.
    private final long[] longKeys = new long[2 * CACHED];
    private final int[] longVerdicts = new int[CACHED];

    /// A column whose values `judge` turns into a number, or into [#BAD].
    JudgedColumn(ToIntFunction<String> judge) {
        this.judge = judge;
        emptyVerdict = verdict(0);
    }

    /// The verdict on a value, which must not hold a zero byte.
    int of(byte[] text, int start, int end) {
        int length = end - start;
        if (length <= 8) {
            return length == 0 ? emptyVerdict : ofShort(text, start, length);
        }
        if (length > 16) {
            return length > MOST ? BAD : verdict(met.of(text, start, end));
        }
        long first = TextIndex.first(text, start, length);
        long second = TextIndex.second(text, start, length);
        int slot = (int) (((first + second * 0xD6E8FEB86659FD93L) * MIX) >>> CACHE_SHIFT);
        if (longKeys[2 * slot] == first && longKeys[2 * slot + 1] == second) {
            return longVerdicts[slot];
        }
        int verdict = verdict(met.of(first, second, text, start, end));
        longKeys[2 * slot] = first;
        longKeys[2 * slot + 1] = second;
        longVerdicts[slot] = verdict;
        return verdict;
    }

    private int ofShort(byte[] text, int start, int length) {
        long key = (long) WORD.get(text, start) << (64 - 8 * length);
        int slot = (int) ((key * MIX) >>> CACHE_SHIFT);
        if (shortKeys[slot] == key) {
            return shortVerdicts[slot];
        }
        int verdict = verdict(met.of(text, start, start + length));
        shortKeys[slot] = key;
        shortVerdicts[slot] = verdict;
        return verdict;
    }

    /// The verdicts on the values at a place of plain rows; a bad one makes the row's `odd` negative.
    void of(byte[] text, PlainRows rows, int place, int[] verdicts, int[] odd) {
        for (int row = 0; row < rows.rows; row++) {
            int verdict = of(text, rows.from(row, place), rows.to(row, place));
            verdicts[row] = verdict;
            odd[row] |= verdict;
        }
    }

    /// How many different values were met.
    int size() {
        return met.size();
    }

    private int verdict(int number) {
        while (judged <= number) {
            if (judged == verdicts.length) {
                verdicts = Arrays.copyOf(verdicts, 2 * judged);
            }
            verdicts[judged] = judge.applyAsInt(met.texts().text(judged).trim());
            judged++;
        }
        return verdicts[number];
    }
}
