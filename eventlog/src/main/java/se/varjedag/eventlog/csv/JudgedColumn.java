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

    private static final int CACHED = 1 << 10;
    private static final int CACHE_SHIFT = 64 - 10;

    private final TextIndex met = new TextIndex();
    private final ToIntFunction<String> judge;
    private int[] verdicts = new int[64];
    private int judged;
    /// Values of at most eight bytes by themselves; the slot of the empty value is its verdict from the start.
    private final long[] cachedKeys = new long[CACHED];
    private final int[] cachedVerdicts = new int[CACHED];

    /// A column whose values `judge` turns into a number, or into [#BAD].
    JudgedColumn(ToIntFunction<String> judge) {
        this.judge = judge;
        cachedVerdicts[0] = verdict(0);
    }

    int of(byte[] text, int start, int end) {
        int length = end - start;
        if (length > 8) {
            return length > MOST ? BAD : verdict(met.of(text, start, end));
        }
        if (length == 0) {
            return cachedVerdicts[0];
        }
        long key = TextIndex.first(text, start, length);
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> CACHE_SHIFT);
        if (cachedKeys[slot] != key) {
            int verdict = verdict(met.of(text, start, end));
            if (slot == 0) {
                return verdict;
            }
            cachedKeys[slot] = key;
            cachedVerdicts[slot] = verdict;
        }
        return cachedVerdicts[slot];
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
