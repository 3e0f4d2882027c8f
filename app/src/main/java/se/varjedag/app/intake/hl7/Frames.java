package se.varjedag.app.intake.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// The messages on one connection, each between a vertical tab and a file separator (MLLP). One that is too large, or
/// whose sender takes too long over it, ends the connection.
final class Frames {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int BUFFER = 1 << 16;

    /// Why a connection is ended.
    enum Why {
        SLOW,
        LARGE,
        FRAME
    }

    /// Tells that a connection is to be ended.
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        private final Why why;

        Refused(Why why) {
            super(why.name());
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int largest;
    private final Duration perMessage;
    private final Duration idle;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    Frames(Socket socket, int largest, Duration perMessage, Duration idle) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.largest = largest;
        this.perMessage = perMessage;
        this.idle = idle;
    }

    /// The bytes of the next message; empty when the sender has ended, or has sent nothing for long.
    Optional<byte[]> next() throws IOException {
        int first;
        try {
            first = read(System.nanoTime() + idle.toNanos());
            while (first == '\r' || first == '\n') {
                first = read(System.nanoTime() + idle.toNanos());
            }
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        }
        if (first < 0) {
            return Optional.empty();
        }
        if (first != START) {
            throw new Refused(Why.FRAME);
        }
        return Optional.of(message(System.nanoTime() + perMessage.toNanos()));
    }

    private byte[] message(long deadline) throws IOException {
        var message = new ByteArrayOutputStream();
        try {
            for (int next = read(deadline); next != END; next = read(deadline)) {
                if (next < 0 || next == START) {
                    throw new Refused(Why.FRAME);
                }
                if (message.size() == largest) {
                    throw new Refused(Why.LARGE);
                }
                message.write(next);
            }
            return message.toByteArray();
        } catch (SocketTimeoutException _) {
            throw new Refused(Why.SLOW);
        }
    }

    private int read(long deadline) throws IOException {
        if (at == filled) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    void answer(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new byte[bytes.length + 3];
        frame[0] = START;
        System.arraycopy(bytes, 0, frame, 1, bytes.length);
        frame[bytes.length + 1] = END;
        frame[bytes.length + 2] = '\r';
        out.write(frame);
        out.flush();
    }
}
