package se.varjedag.pathway.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/// Numbered texts, kept as UTF-8. Number 0 is always the empty text.
///
/// Two words stand for each. A text of at most sixteen bytes without a zero byte is these words, padded with zeros. Of
/// any other they say where it begins among the bytes that all such texts share, and how long it is.
public final class Texts {
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;
    /// In the highest byte of a second word that is a length. No text that ends in this byte is kept as words.
    private static final int ELSEWHERE = 0xFF;

    private static final int IN_WORDS = 16;

    private long[] words = new long[2 << 6];
    private byte[] bytes = new byte[0];
    private int used;
    private int size = 1;

    /// Texts numbered from 1 in the order given, in no more room than they need.
    static Texts of(Collection<String> given) {
        var texts = new Texts();
        given.forEach(texts::add);
        texts.bytes = Arrays.copyOf(texts.bytes, texts.used);
        texts.words = Arrays.copyOf(texts.words, 2 * texts.size);
        return texts;
    }

    /// The first eight bytes of a text, padded with zeros.
    ///
    /// @param from is readable for sixteen bytes from `start`
    static long first(byte[] from, int start, int length) {
        return masked((long) LITTLE.get(from, start), length);
    }

    /// The next eight.
    static long second(byte[] from, int start, int length) {
        return length <= 8 ? 0 : masked((long) LITTLE.get(from, start + 8), length - 8);
    }

    private static long masked(long word, int length) {
        return length >= 8 ? word : word & ~(-1L << (8 * length));
    }

    /// Whether these words are a text of so many bytes by themselves.
    static boolean inWords(long first, long second, int length) {
        return length <= IN_WORDS
                && !hasZero(first, Math.min(length, 8))
                && !hasZero(second, length - 8)
                && !elsewhere(second);
    }

    private static boolean elsewhere(long second) {
        return second >>> 56 == ELSEWHERE;
    }

    /// Whether one of the first so many bytes of a word is zero.
    private static boolean hasZero(long word, int length) {
        long zeroes = (word - 0x0101010101010101L) & ~word & 0x8080808080808080L;
        return length > 0 && Long.numberOfTrailingZeros(zeroes) < 8 * length;
    }

    private static int lengthOf(long first, long second) {
        return second == 0
                ? 8 - (Long.numberOfLeadingZeros(first) >>> 3)
                : IN_WORDS - (Long.numberOfLeadingZeros(second) >>> 3);
    }

    /// How many there are, the empty one included.
    public int size() {
        return size;
    }

    public int length(int number) {
        long second = words[2 * number + 1];
        return elsewhere(second) ? (int) second : lengthOf(words[2 * number], second);
    }

    public byte byteAt(int number, int at) {
        long second = words[2 * number + 1];
        if (elsewhere(second)) {
            return bytes[(int) words[2 * number] + at];
        }
        return (byte) ((at < 8 ? words[2 * number] : second) >>> (8 * (at & 7)));
    }

    public String text(int number) {
        int length = length(number);
        if (elsewhere(words[2 * number + 1])) {
            return new String(bytes, (int) words[2 * number], length, StandardCharsets.UTF_8);
        }
        byte[] text = new byte[IN_WORDS];
        LITTLE.set(text, 0, words[2 * number]);
        LITTLE.set(text, 8, words[2 * number + 1]);
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /// Adds a text, also one that is there already, and gives its number.
    public int add(byte[] from, int start, int end) {
        int length = end - start;
        if (start + IN_WORDS > from.length) {
            return add(Arrays.copyOfRange(from, start, Math.max(end, start + IN_WORDS)), 0, length);
        }
        long first = first(from, start, length);
        long second = second(from, start, length);
        return inWords(first, second, length) ? add(first, second) : addElsewhere(from, start, length);
    }

    /// Adds a text that [#inWords] says is these words.
    int add(long first, long second) {
        if (2 * size == words.length) {
            words = Arrays.copyOf(words, Math.multiplyExact(2, words.length));
        }
        words[2 * size] = first;
        words[2 * size + 1] = second;
        return size++;
    }

    private int addElsewhere(byte[] from, int start, int length) {
        if (length > MOST_BYTES - used) {
            throw new IllegalStateException("More than 2 GB of texts in one column");
        }
        if (bytes.length - used < length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, 2L * bytes.length + length));
        }
        System.arraycopy(from, start, bytes, used, length);
        int number = add(used, ((long) ELSEWHERE << 56) | length);
        used += length;
        return number;
    }

    public int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    long totalBytes() {
        return IN_WORDS * (long) size + used;
    }

    boolean holds(int number, byte[] other, int start, int end) {
        int from = (int) words[2 * number];
        return elsewhere(words[2 * number + 1]) && Arrays.equals(bytes, from, from + length(number), other, start, end);
    }

    /// Whether the text is the one that these words are by themselves.
    boolean holds(int number, long first, long second) {
        return words[2 * number] == first && words[2 * number + 1] == second;
    }

    boolean same(int number, Texts other, int theirs) {
        long first = other.words[2 * theirs];
        long second = other.words[2 * theirs + 1];
        return elsewhere(second)
                ? holds(number, other.bytes, (int) first, (int) first + (int) second)
                : holds(number, first, second);
    }

    /// What tells the text apart: see [TextIndex#hash(long, long)].
    long hash(int number) {
        long first = words[2 * number];
        long second = words[2 * number + 1];
        return elsewhere(second)
                ? TextIndex.hash(bytes, (int) first, (int) first + (int) second)
                : TextIndex.hash(first, second);
    }

    /// Reads a little of the text, so that it is near when it is asked for.
    long touch(int number) {
        return words[2 * number];
    }

    /// Eight bytes from `at` on, 0 or 8, as a number that sorts as they do; what is missing counts as zero.
    long word(int number, int at) {
        long second = words[2 * number + 1];
        if (!elsewhere(second)) {
            return Long.reverseBytes(at == 0 ? words[2 * number] : second);
        }
        int from = (int) words[2 * number] + at;
        int left = Math.min(8, (int) second - at);
        long word = 0;
        for (int i = 0; i < left; i++) {
            word |= (bytes[from + i] & 0xFFL) << (56 - 8 * i);
        }
        return word;
    }

    /// Compares byte by byte, which is the order of code points.
    static int compare(Texts a, int i, Texts b, int j) {
        int order = Long.compareUnsigned(a.word(i, 0), b.word(j, 0));
        if (order == 0) {
            order = Long.compareUnsigned(a.word(i, 8), b.word(j, 8));
        }
        if (order != 0) {
            return order;
        }
        int lengthA = a.length(i);
        int lengthB = b.length(j);
        if (lengthA <= IN_WORDS || lengthB <= IN_WORDS) {
            return Integer.compare(lengthA, lengthB);
        }
        int fromA = (int) a.words[2 * i];
        int fromB = (int) b.words[2 * j];
        return Arrays.compareUnsigned(
                a.bytes, fromA + IN_WORDS, fromA + lengthA, b.bytes, fromB + IN_WORDS, fromB + lengthB);
    }
}
