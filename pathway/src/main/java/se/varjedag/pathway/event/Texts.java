package se.varjedag.pathway.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/// Numbered texts, kept as UTF-8 in one array. Number 0 is always the empty text.
public final class Texts {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int MOST_BYTES = Integer.MAX_VALUE - 64 - TextIndex.SLACK;

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    private int size = 1;

    /// Texts numbered from 1 in the order given, in no more room than they need.
    static Texts of(Collection<String> given) {
        var texts = new Texts();
        given.forEach(texts::add);
        texts.bytes = Arrays.copyOf(texts.bytes, texts.ends[texts.size - 1] + TextIndex.SLACK);
        texts.ends = Arrays.copyOf(texts.ends, texts.size);
        return texts;
    }

    /// How many there are, the empty one included.
    public int size() {
        return size;
    }

    public int length(int number) {
        return ends[number] - start(number);
    }

    public byte byteAt(int number, int at) {
        return bytes[start(number) + at];
    }

    public String text(int number) {
        return new String(bytes, start(number), length(number), StandardCharsets.UTF_8);
    }

    /// Adds a text, also one that is there already, and gives its number.
    public int add(byte[] from, int start, int end) {
        int used = ends[size - 1];
        int length = end - start;
        if (length > MOST_BYTES - used) {
            throw new IllegalStateException("More than 2 GB of texts in one column");
        }
        if (bytes.length - used < length + TextIndex.SLACK) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, 2L * bytes.length + length) + TextIndex.SLACK);
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(from, start, bytes, used, length);
        ends[size] = used + length;
        return size++;
    }

    public int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    long totalBytes() {
        return ends[size - 1];
    }

    boolean holds(int number, byte[] other, int start, int end) {
        return Arrays.equals(bytes, start(number), ends[number], other, start, end);
    }

    /// Whether the text is one of at most sixteen bytes, none of them zero, that these two words hold.
    boolean holds(int number, long first, long second, int length) {
        int start = start(number);
        return ends[number] - start == length
                && TextIndex.first(bytes, start, length) == first
                && TextIndex.second(bytes, start, length) == second;
    }

    /// The texts one after the other, readable for [TextIndex#SLACK] bytes beyond the last.
    byte[] bytes() {
        return bytes;
    }

    int touch(int number) {
        return bytes[start(number)];
    }

    boolean same(int number, Texts other, int theirs) {
        return holds(number, other.bytes, other.start(theirs), other.ends[theirs]);
    }

    /// Eight bytes from `at` on as a number that sorts as they do; what is missing counts as zero.
    long word(int number, int at) {
        int from = start(number) + at;
        int left = Math.min(8, ends[number] - from);
        if (left > 0 && from <= bytes.length - 8) {
            return (long) WORD.get(bytes, from) & -1L << (64 - 8 * left);
        }
        long word = 0;
        for (int i = 0; i < left; i++) {
            word |= (bytes[from + i] & 0xFFL) << (56 - 8 * i);
        }
        return word;
    }

    /// Compares byte by byte, which is the order of code points.
    static int compare(Texts a, int i, Texts b, int j) {
        return Arrays.compareUnsigned(a.bytes, a.start(i), a.ends[i], b.bytes, b.start(j), b.ends[j]);
    }

    int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
