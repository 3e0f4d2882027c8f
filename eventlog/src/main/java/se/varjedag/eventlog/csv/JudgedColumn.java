package se.varjedag.eventlog.csv;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import se.varjedag.pathway.event.TextIndex;

/// A column with few different values: each is judged once, when it is first met, and its verdict remembered.
final class JudgedColumn {
    /// The verdict on a value that cannot be used.
    static final int BAD = -1;
    /// The most bytes a value may have.
    static final int MOST = 1000;

    private static final int CACHED = 1 << 12;
    private static final int CACHE_SHIFT = 64 - 12;

    private final TextIndex met = new TextIndex();
    private final ToIntFunction<String> judge;
    private int[] verdicts = new int[64];
    private int judged;
    /// Values of at most sixteen bytes by themselves, two words a slot; slot 0 holds the empty value from the start.
    private final long[] cachedKeys = new long[2 * CACHED];
    private final int[] cachedVerdicts = new int[CACHED];

    /// A column whose values `judge` turns into a number, or into [#BAD].
    JudgedColumn(ToIntFunction<String> judge) {
        this.judge = judge;
        cachedVerdicts[0] = verdict(0);
    }

    /// The verdict on a value, which must not hold a zero byte.
    int of(byte[] text, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return cachedVerdicts[0];
        }
        if (length > 16) {
            return length > MOST ? BAD : verdict(met.of(text, start, end));
        }
        long first = TextIndex.first(text, start, length);
        long second = length <= 8 ? 0 : TextIndex.second(text, start, length);
        int slot = (int) (((first + second * 0xD6E8FEB86659FD93L) * 0x9E3779B97F4A7C15L) >>> CACHE_SHIFT);
        if (cachedKeys[2 * slot] == first && cachedKeys[2 * slot + 1] == second) {
            return cachedVerdicts[slot];
        }
        int verdict = verdict(met.of(first, second, text, start, end));
        if (slot != 0) {
            cachedKeys[2 * slot] = first;
            cachedKeys[2 * slot + 1] = second;
            cachedVerdicts[slot] = verdict;
        }
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
