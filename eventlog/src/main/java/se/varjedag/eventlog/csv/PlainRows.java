package se.varjedag.eventlog.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Finds where the values of many rows stand, as long as the rows are plain: as many values as columns, no quotation
/// mark, no control character, no empty line, one kind of line end.
///
/// Sixty-four bytes at a time become one word with a bit for every separator and line end. Whether the rows are plain
/// is then a matter of counting: with as many stops as rows times columns, a line end at each row's last stop, and no
/// control character beyond these, nothing else can be among them.
final class PlainRows {
    private static final int GROUP = 64;
    /// So many stops a group are written down without looking whether they are there.
    private static final int USUAL_STOPS = 12;

    private static final int MOST_BYTES = 1 << 14;
    private static final int LEAST_BYTES = 1 << 12;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;
    private static final long QUOTES = ONES * '"';
    /// Added to seven bits gives the eighth from 0x0E on.
    private static final long FROM_0E = ONES * (0x80 - 0x0E);
    /// Brings the lowest bits of eight bytes together in the highest byte.
    private static final long GATHER = 0x0102040810204080L;

    private final byte separator;
    private final int width;
    private int most = MOST_BYTES;
    private int careful;

    /// Where values end, value by value and row by row, from 1 on; at 0 what stands before the first.
    private int[] stops = new int[MOST_BYTES + GROUP + USUAL_STOPS];
    private int found;
    private int gap;
    /// How many rows were found.
    int rows;
    /// Where the row after them begins.
    int next;
    /// All words looked at, or-ed: tells whether anything beyond ASCII may have been among them.
    long seen;

    private long strange;
    private final byte[] tail = new byte[GROUP];

    /// @param width how many values a row has, at least two
    PlainRows(char separator, int width) {
        this.separator = (byte) separator;
        this.width = width;
    }

    /// Where a value begins.
    int from(int row, int place) {
        return stops[row * width + place] + (place == 0 ? gap : 1);
    }

    /// Where it ends.
    int to(int row, int place) {
        return stops[row * width + place + 1];
    }

    /// Another buffer, or other bytes in it.
    void begin() {
        careful = 0;
    }

    /// Finds some of the rows that begin at `start` or later, before `limit`, and end before `end`; none where the rows
    /// ahead are not plain.
    ///
    boolean find(byte[] buffer, int start, int end, int limit) {
        rows = 0;
        if (start < careful) {
            return false;
        }
        int stop = Math.min(end, start + most);
        while (stop > start && buffer[stop - 1] != '\n') {
            stop--;
        }
        if (stop == start) {
            return false;
        }
        boolean returns = stop - start > 1 && buffer[stop - 2] == '\r';
        gap = returns ? 2 : 1;
        stops[0] = start - gap;
        findStops(buffer, start, stop, (byte) (returns ? '\r' : '\n'));
        if (!plain(buffer, returns)) {
            careful = stop;
            most = LEAST_BYTES;
            return false;
        }
        rows = found / width;
        most = Math.min(MOST_BYTES, 2 * most);
        while (from(rows - 1, 0) >= limit) {
            rows--;
        }
        next = stops[rows * width] + gap;
        return true;
    }

    private boolean plain(byte[] buffer, boolean returns) {
        int all = found / width;
        long expected = (long) all * (gap + (separator == '\t' ? width - 1 : 0));
        if (all * width != found || strange != expected || (separator == '\t' && tabs(buffer) != found - all)) {
            return false;
        }
        boolean ended = true;
        for (int row = 1; row <= all; row++) {
            int at = stops[row * width];
            ended &= returns ? buffer[at] == '\r' && buffer[at + 1] == '\n' : buffer[at] == '\n';
        }
        return ended;
    }

    /// How many stops are tabs. As a tab is a control character too, counting those cannot tell it from a line end.
    private int tabs(byte[] buffer) {
        int tabs = 0;
        for (int i = 1; i <= found; i++) {
            tabs += buffer[stops[i]] == '\t' ? 1 : 0;
        }
        return tabs;
    }

    private void findStops(byte[] buffer, int start, int stop, byte lineEnd) {
        long separators = ONES * separator;
        long lineEnds = ONES * lineEnd;
        found = 0;
        strange = 0;
        int whole = stop - (stop - start) % GROUP;
        for (int at = start; at < whole; at += GROUP) {
            found = write(group(buffer, at, separators, lineEnds), at, found);
        }
        if (whole < stop) {
            Arrays.fill(tail, (byte) ' ');
            System.arraycopy(buffer, whole, tail, 0, stop - whole);
            found = write(group(tail, 0, separators, lineEnds), whole, found);
        }
    }

    /// A bit for each stop among 64 bytes.
    private long group(byte[] buffer, int at, long separators, long lineEnds) {
        long stopBits = 0;
        long all = 0;
        int odd = 0;
        for (int i = 0; i < GROUP; i += 8) {
            long word = (long) WORD.get(buffer, at + i);
            long notSeparator = differing(word ^ separators);
            long notLineEnd = differing(word ^ lineEnds);
            long notStrange = differing(word ^ QUOTES) & (((word & LOWS) + FROM_0E) | word);
            odd += Long.bitCount(~notStrange & HIGHS);
            stopBits |= ((((~(notSeparator & notLineEnd) & HIGHS) >>> 7) * GATHER) >>> 56) << i;
            all |= word;
        }
        strange += odd;
        seen |= all;
        return stopBits;
    }

    /// The highest bit of every byte that is not zero; other bits say nothing.
    private static long differing(long word) {
        return ((word & LOWS) + LOWS) | word;
    }

    private int write(long stopBits, int at, int place) {
        int[] stops = this.stops;
        long left = stopBits;
        for (int i = 1; i <= USUAL_STOPS; i++) {
            stops[place + i] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        int more = place + USUAL_STOPS;
        while (left != 0) {
            stops[++more] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return place + Long.bitCount(stopBits);
    }
}
