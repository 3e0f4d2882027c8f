package se.varjedag.eventlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A file that may be packed with gzip, read unpacked. One that unpacks to far more than a file of events can is
/// refused on the way, before it has filled anything.
public final class PackedFile extends FilterInputStream {
    /// Text of events, as CSV or JSON, is packed ten to forty times; nothing but one row over and over comes to this.
    public static final int MOST_TIMES = 250;

    /// So much may always be unpacked.
    private static final long ALWAYS = 64L << 20;

    private static final int BUFFER = 1 << 16;

    /// Tells that a file unpacks to far more than it can hold.
    public static final class UnpacksTooFar extends IOException {
        private static final long serialVersionUID = 1;

        UnpacksTooFar() {
            super("unpacks to more than %d times its size".formatted(MOST_TIMES));
        }
    }

    /// What the sender of such a file is told.
    public static final Sentence TOO_FAR = new Sentence(
            "The packed file unpacks to more than %d times its size, which no file of events does. Nothing of it was used."
                    .formatted(MOST_TIMES),
            "Den packade filen blir mer än %d gånger så stor när den packas upp, och så blir ingen händelsefil. Inget av den användes."
                    .formatted(MOST_TIMES));

    private final Counted packed;
    private final boolean gzipped;
    private long unpacked;

    private PackedFile(Counted packed, boolean gzipped) throws IOException {
        super(gzipped ? new GZIPInputStream(packed, BUFFER) : packed);
        this.packed = packed;
        this.gzipped = gzipped;
    }

    /// Opens the file; whether it is packed is seen from how it begins.
    public static PackedFile open(Path file) throws IOException {
        return open(file, isGzip(file));
    }

    /// Opens the file as packed or not.
    public static PackedFile open(Path file, boolean gzipped) throws IOException {
        var packed = new Counted(Files.newInputStream(file));
        try {
            return new PackedFile(packed, gzipped);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    /// Whether the file begins as gzip does.
    public static boolean isGzip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    /// How many bytes of the file itself were read.
    public long fileBytes() {
        return packed.count;
    }

    /// How many bytes were given.
    public long given() {
        return unpacked;
    }

    @Override
    public int read() throws IOException {
        int got = in.read();
        if (got >= 0) {
            count(1);
        }
        return got;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int got = in.read(buffer, from, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws UnpacksTooFar {
        unpacked += bytes;
        if (gzipped && unpacked > ALWAYS && unpacked / MOST_TIMES > packed.count) {
            throw new UnpacksTooFar();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// Counts what is read of the file itself.
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int got = in.read();
            count += got < 0 ? 0 : 1;
            return got;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = in.read(buffer, from, length);
            count += Math.max(0, got);
            return got;
        }
    }
}
