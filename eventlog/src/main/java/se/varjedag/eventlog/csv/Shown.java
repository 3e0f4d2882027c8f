package se.varjedag.eventlog.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Values as people are shown them.
final class Shown {
    private static final int MOST = 60;
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Shown() {}

    /// A value as UTF-8 where it is that, otherwise as Windows-1252; cut off when long.
    static String value(byte[] text, int start, int end) {
        int length = Math.min(end - start, 4 * MOST);
        try {
            return cut(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, start, length))
                    .toString());
        } catch (CharacterCodingException _) {
            return cut(new String(text, start, length, length < end - start ? StandardCharsets.UTF_8 : WINDOWS_1252));
        }
    }

    /// At most sixty characters, and nothing that would disturb a line of text.
    static String cut(String value) {
        var clean = new StringBuilder();
        value.strip()
                .codePoints()
                .limit(MOST + 1L)
                .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '·' : c));
        if (clean.codePointCount(0, clean.length()) > MOST) {
            clean.setLength(clean.offsetByCodePoints(0, MOST));
            clean.append('…');
        }
        return clean.toString();
    }
}
