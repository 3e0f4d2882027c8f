package se.varjedag.app.intake.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// The bytes of a message as text, in the characters that it says itself (MSH-18).
final class MessageText {
    private static final int CHARSET = 17;

    private static final Map<String, Charset> KNOWN = Map.of(
            "ASCII", StandardCharsets.UTF_8,
            "UNICODE UTF-8", StandardCharsets.UTF_8,
            "UTF-8", StandardCharsets.UTF_8,
            "8859/1", StandardCharsets.ISO_8859_1,
            "8859/15", Charset.forName("ISO-8859-15"),
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "WINDOWS-1252", Charset.forName("windows-1252"));

    private MessageText() {}

    /// The text with segments that end in a carriage return. Without a word on it the bytes are UTF-8 where they can
    /// be, otherwise Latin 1.
    static String of(byte[] bytes) throws NotTaken {
        if (bytes.length == 0 || startsWith(bytes, '<')) {
            throw new NotTaken(Acknowledgement.Code.AR, "MSH", Reasons.XML);
        }
        // The header up to MSH-18 is written in characters that all of these share.
        var plain = new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.ISO_8859_1);
        var name = said(plain).toUpperCase(Locale.ROOT);
        var charset = KNOWN.get(name);
        if (!name.isEmpty() && charset == null) {
            throw NotTaken.error("MSH-18", Reasons.BAD_TEXT);
        }
        try {
            return segments(decoded(bytes, charset == null ? StandardCharsets.UTF_8 : charset));
        } catch (CharacterCodingException _) {
            if (charset == null) {
                return segments(new String(bytes, StandardCharsets.ISO_8859_1));
            }
            throw NotTaken.error("MSH-18", Reasons.BAD_TEXT);
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean startsWith(byte[] bytes, char sought) {
        for (byte b : bytes) {
            if (b > ' ') {
                return b == sought;
            }
        }
        return false;
    }

    private static String said(String start) {
        if (!start.startsWith("MSH") || start.length() < 4) {
            return "";
        }
        var end = start.indexOf('\r');
        var lineEnd = end < 0 ? start.indexOf('\n') : end;
        var fields = (lineEnd < 0 ? start : start.substring(0, lineEnd))
                .split(java.util.regex.Pattern.quote(start.substring(3, 4)), -1);
        var field = fields.length > CHARSET ? fields[CHARSET].strip() : "";
        var repeated = field.indexOf('~');
        return repeated < 0 ? field : field.substring(0, repeated);
    }

    private static String segments(String text) {
        return text.replace("\r\n", "\r").replace('\n', '\r').strip() + "\r";
    }
}
