package se.varjedag.app.intake.fhir;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The resources that wait until the whole file was read, on disk, in the order they came.
final class Waiting implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;

    Waiting(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    void add(Pending pending) {
        try {
            pending.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells of each, in their order.
    void each(Consumer<Pending> listener) throws IOException {
        out.flush();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                Pending next;
                try {
                    next = Pending.read(in);
                } catch (EOFException _) {
                    return;
                }
                listener.accept(next);
            }
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
}
