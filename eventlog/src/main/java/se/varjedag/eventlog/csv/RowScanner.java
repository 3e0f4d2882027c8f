package se.varjedag.eventlog.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Cuts the next row of a buffer into its values.
///
/// Eight bytes are looked at in one go for the separator and for anything below 0x0E, where the line ends are. A
/// row with a quoted value or an odd control character is cut again byte by byte into a buffer of its own, without
/// its quotes.
final class RowScanner {
    /// How far a buffer must reach beyond what is in it.
    static final int SLACK = 32;

    /// What [#next] found.
    enum Found {
        ROW,
        EMPTY_LINE,
        /// The row may go on beyond the buffer.
        CUT_OFF
    }

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final byte separator;
    private final long separators;

    /// Where the values stand: the buffer itself, or the row without its quotes.
    byte[] text = new byte[0];
    int[] from = new int[32];
    int[] to = new int[32];
    int values;
    /// Where the next row begins.
    int next;
    /// Line ends in the row, its own included.
    int lines;
    boolean zeroByte;
    boolean quoteInQuotes;
    boolean quoteOpen;
    /// Whether [#text] is not the buffer but what was left of it without quotes.
    boolean copied;
    /// All words looked at, or-ed: tells whether anything beyond ASCII may have been among them.
    long seen;

    private byte[] unquoted = new byte[1 << 12];

    RowScanner(char separator) {
        this.separator = (byte) separator;
        separators = ONES * separator;
    }

    private static long zeroes(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    /// The lowest bit set stands at the first separator or byte below 0x0E.
    private long stops(long word) {
        return zeroes(word ^ separators) | ((word - ONES * 0x0E) & ~word & HIGHS);
    }

    /// @param buffer holds a line feed at `end` and [#SLACK] bytes more
    /// @param last whether nothing comes after `end`
    Found next(byte[] buffer, int start, int end, boolean last) {
        int[] from = this.from;
        int[] to = this.to;
        int value = 0;
        int at = start;
        long all = 0;
        while (true) {
            long word = (long) WORD.get(buffer, at);
            all |= word;
            if ((byte) word == '"') {
                return nextWithCare(buffer, start, end, last);
            }
            from[value] = at;
            long stops = stops(word);
            while (stops == 0) {
                at += 8;
                word = (long) WORD.get(buffer, at);
                all |= word;
                stops = stops(word);
            }
            at += Long.numberOfTrailingZeros(stops) >>> 3;
            to[value++] = at;
            byte stop = buffer[at];
            if (stop == separator && at < end) {
                at++;
                if (value == from.length) {
                    return nextWithCare(buffer, start, end, last);
                }
                continue;
            }
            seen |= all;
            if (stop == '\n') {
                next = at + 1;
            } else if (stop == '\r' && at + 1 < end) {
                next = buffer[at + 1] == '\n' ? at + 2 : at + 1;
            } else {
                return nextWithCare(buffer, start, end, last);
            }
            if (at >= end) {
                if (!last) {
                    return Found.CUT_OFF;
                }
                next = end;
            }
            text = buffer;
            values = value;
            lines = 1;
            zeroByte = false;
            quoteInQuotes = false;
            quoteOpen = false;
            copied = false;
            return value == 1 && from[0] == at ? Found.EMPTY_LINE : Found.ROW;
        }
    }

    /// The same byte by byte, for what stands in quotes.
    private Found nextWithCare(byte[] buffer, int start, int end, boolean last) {
        zeroByte = false;
        quoteInQuotes = false;
        quoteOpen = false;
        copied = true;
        lines = 0;
        values = 0;
        int at = start;
        int out = 0;
        seen |= HIGHS;
        while (true) {
            if (unquoted.length < out + SLACK) {
                unquoted = Arrays.copyOf(unquoted, 2 * unquoted.length);
            }
            if (values == from.length) {
                from = Arrays.copyOf(from, 2 * values);
                to = Arrays.copyOf(to, 2 * values);
            }
            from[values] = out;
            boolean quoted = at < end && buffer[at] == '"';
            if (quoted) {
                at++;
                boolean inside = true;
                while (inside) {
                    if (at >= end) {
                        if (!last) {
                            return Found.CUT_OFF;
                        }
                        quoteOpen = true;
                        break;
                    }
                    byte b = buffer[at++];
                    if (b == '"') {
                        if (at >= end && !last) {
                            return Found.CUT_OFF;
                        }
                        if (at < end && buffer[at] == '"') {
                            at++;
                        } else {
                            inside = false;
                            continue;
                        }
                    } else if (b == '\n' || (b == '\r' && (at >= end || buffer[at] != '\n'))) {
                        lines++;
                    }
                    out = put(b, out);
                }
            }
            while (at < end && buffer[at] != separator && buffer[at] != '\n' && buffer[at] != '\r') {
                quoteInQuotes |= quoted;
                out = put(buffer[at++], out);
            }
            to[values++] = out;
            if (at < end && buffer[at] == separator) {
                at++;
                continue;
            }
            if (at >= end ? !last : buffer[at] == '\r' && at + 1 >= end && !last) {
                return Found.CUT_OFF;
            }
            if (at < end) {
                at += buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == '\n' ? 2 : 1;
            }
            lines++;
            next = at;
            text = unquoted;
            return values == 1 && out == 0 && !quoted ? Found.EMPTY_LINE : Found.ROW;
        }
    }

    private int put(byte b, int out) {
        if (unquoted.length < out + SLACK + 1) {
            unquoted = Arrays.copyOf(unquoted, 2 * unquoted.length);
        }
        zeroByte |= b == 0;
        unquoted[out] = b;
        return out + 1;
    }
}
