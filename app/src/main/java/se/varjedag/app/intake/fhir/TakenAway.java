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
import java.util.Iterator;
import java.util.NoSuchElementException;
import se.varjedag.app.timeline.TakenBack;

/// The events that a file takes back by name, on disk: nearly every resource that gives no event is among them, because
/// an earlier version of it may have given one.
final class TakenAway implements Iterable<TakenBack>, AutoCloseable {
    private final Path file;
    private final DataOutputStream out;
    private long size;

    TakenAway(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    void add(TakenBack one) {
        try {
            out.writeUTF(one.source());
            out.writeUTF(one.id());
            out.writeLong(
                    one.registered() == null ? Long.MIN_VALUE : one.registered().toEpochMilli());
            out.writeInt(one.before());
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterator<TakenBack> iterator() {
        try {
            out.flush();
            var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            return new Reader(in, size);
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

    private static final class Reader implements Iterator<TakenBack> {
        private final DataInputStream in;
        private long left;

        Reader(DataInputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public TakenBack next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                var source = in.readUTF();
                var id = in.readUTF();
                var millis = in.readLong();
                var before = in.readInt();
                if (left == 0) {
                    in.close();
                }
                return new TakenBack(
                        source, id, millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis), before);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
