package se.varjedag.eventlog.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Tells whether bytes are UTF-8.
final class Utf8 {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// The bits that no ASCII character has, in a word of eight bytes.
    static final long HIGHS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            while (to - at >= 8 && ((long) WORD.get(text, at) & HIGHS) == 0) {
                at += 8;
            }
            if (at < to && text[at++] < 0) {
                int more = following(text[at - 1] & 0xFF, at < to ? text[at] & 0xFF : 0);
                if (more == 0 || to - at < more) {
                    return false;
                }
                for (int end = at + more; at < end; at++) {
                    if ((text[at] & 0xC0) != 0x80) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// How many bytes follow a first byte, as table 3-7 of the Unicode standard has it; 0 where it may not stand.
    private static int following(int first, int second) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        if (first < 0xE0) {
            return 1;
        }
        boolean wrongSecond = (first == 0xE0 && second < 0xA0)
                || (first == 0xED && second > 0x9F)
                || (first == 0xF0 && second < 0x90)
                || (first == 0xF4 && second > 0x8F);
        return wrongSecond ? 0 : first < 0xF0 ? 2 : 3;
    }
}
