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
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Says;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.timeline.ClinicalValue.TakesBack;

/// The clinical values that a file tells of and takes back, on disk, in the order it does.
final class SentValues implements Iterable<Sent>, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private long size;

    SentValues(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void add(Sent one) {
        try {
            out.writeUTF(one.source());
            out.writeUTF(one.id());
            var registered = one.registered();
            out.writeLong(registered == null ? Long.MIN_VALUE : registered.toEpochMilli());
            switch (one) {
                case TakesBack _ -> out.writeBoolean(false);
                case Says says -> {
                    out.writeBoolean(true);
                    out.writeUTF(says.person());
                    out.writeUTF(says.unit());
                    out.writeUTF(says.origin().name());
                    write(out, says.fact());
                }
            }
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(DataOutputStream out, Fact fact) throws IOException {
        out.writeUTF(fact.kind().name());
        out.writeUTF(fact.item());
        out.writeLong(fact.day().toEpochDay());
        var until = fact.until();
        out.writeLong(until == null ? Long.MIN_VALUE : until.toEpochDay());
        write(out, fact.number());
        out.writeUTF(fact.text());
        out.writeUTF(fact.measure());
        write(out, fact.low());
        write(out, fact.high());
        out.writeInt(fact.part());
        out.writeUTF(fact.reason());
        out.writeUTF(fact.state().name());
    }

    static Fact fact(DataInputStream in) throws IOException {
        return new Fact(
                Kind.valueOf(in.readUTF()),
                in.readUTF(),
                LocalDate.ofEpochDay(in.readLong()),
                day(in.readLong()),
                number(in),
                in.readUTF(),
                in.readUTF(),
                number(in),
                number(in),
                in.readInt(),
                in.readUTF(),
                State.valueOf(in.readUTF()));
    }

    private static void write(DataOutputStream out, @Nullable Double number) throws IOException {
        out.writeDouble(number == null ? Double.NaN : number);
    }

    private static @Nullable Double number(DataInputStream in) throws IOException {
        double number = in.readDouble();
        return Double.isNaN(number) ? null : number;
    }

    private static @Nullable LocalDate day(long day) {
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    @Override
    public Iterator<Sent> iterator() {
        if (size == 0) {
            return Collections.emptyIterator();
        }
        try {
            out.flush();
            var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
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

    private static final class Reader implements Iterator<Sent> {
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
        public Sent next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                var source = in.readUTF();
                var id = in.readUTF();
                var millis = in.readLong();
                var registered = millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
                Sent one = in.readBoolean()
                        ? new Says(
                                in.readUTF(),
                                in.readUTF(),
                                Origin.valueOf(in.readUTF()),
                                source,
                                id,
                                fact(in),
                                registered)
                        : new TakesBack(source, id, registered);
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
