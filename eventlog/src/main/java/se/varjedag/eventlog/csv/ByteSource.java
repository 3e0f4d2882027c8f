package se.varjedag.eventlog.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// Where the bytes of a file come from, in order.
@FunctionalInterface
interface ByteSource {
    /// Room for fewer bytes may not be enough for one character.
    int LEAST = 3;

    /// Reads up to `length` bytes to `at`; gives how many, or -1 at the end.
    int read(byte[] into, int at, int length) throws IOException;

    static ByteSource of(InputStream in) {
        return in::read;
    }

    /// A file from `offset` on. Up to `soft` it reads as much as is asked for, beyond that little by little.
    static ByteSource of(FileChannel file, long offset, long soft) {
        return new ByteSource() {
            private static final int LITTLE = 1 << 12;
            private long next = offset;

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                long most = Math.max(LITTLE, soft - next);
                int read = file.read(ByteBuffer.wrap(into, at, (int) Math.min(length, most)), next);
                next += Math.max(0, read);
                return read;
            }
        };
    }

    /// Windows-1252 as UTF-8.
    static ByteSource fromWindows1252(ByteSource source) {
        return new ByteSource() {
            private final byte[] raw = new byte[1 << 14];

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                // A character of Windows-1252 takes at most three bytes in UTF-8.
                if (length < LEAST) {
                    return 0;
                }
                int read = source.read(raw, 0, Math.min(raw.length, length / LEAST));
                if (read < 0) {
                    return -1;
                }
                byte[] utf8 = new String(raw, 0, read, Shown.WINDOWS_1252).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, into, at, utf8.length);
                return utf8.length;
            }
        };
    }
}
