package se.varjedag.app.intake.fhir;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// What a file tells of, kept on disk while it is read, however much it is, and read again in its order. Closing takes
/// it away.
abstract class OnDisk<T> implements Iterable<T>, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private long size;

    OnDisk(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    abstract void write(T one, DataOutputStream out) throws IOException;

    /// Reads what [#write] wrote.
    abstract T read(DataInputStream in) throws IOException;

    void add(T one) {
        try {
            write(one, out);
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(@Nullable Instant moment, DataOutputStream out) throws IOException {
        out.writeLong(moment == null ? Long.MIN_VALUE : moment.toEpochMilli());
    }

    static @Nullable Instant moment(DataInputStream in) throws IOException {
        long millis = in.readLong();
        return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public Iterator<T> iterator() {
        if (size == 0) {
            return Collections.emptyIterator();
        }
        try {
            out.flush();
            return new Reader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Reader implements Iterator<T> {
        private final DataInputStream in;
        private long left = size;

        Reader(DataInputStream in) {
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public T next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                var one = read(in);
                if (left == 0) {
                    in.close();
                }
                return one;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
