package se.varjedag.eventlog.discover;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text that is UTF-8, or Windows-1252 where it is not: bytes that cannot be UTF-8 are read as the older encoding.
final class LenientText extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private int kept = -1;

    LenientText(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (kept >= 0) {
            target[offset] = (char) kept;
            kept = -1;
            return 1;
        }
        if (length == 1) {
            return readOne(target, offset);
        }
        var out = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            var result = decoder.decode(bytes, out, ended);
            if (result.isOverflow()) {
                return out.position();
            }
            if (result.isError()) {
                if (out.remaining() < result.length()) {
                    return out.position();
                }
                for (int i = 0; i < result.length(); i++) {
                    out.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {bytes.get()})));
                }
            } else if (ended) {
                return out.position() == 0 ? -1 : out.position();
            } else if (out.position() > 0) {
                return out.position();
            } else {
                fill();
            }
        }
    }

    /// For a caller with room for one character: a pair that makes one letter is never split in the decoder.
    private int readOne(char[] target, int offset) throws IOException {
        var pair = new char[2];
        int count = read(pair, 0, 2);
        if (count < 1) {
            return count;
        }
        target[offset] = pair[0];
        kept = count == 2 ? pair[1] : -1;
        return 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
