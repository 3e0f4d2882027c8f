package se.varjedag.app.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;

/// Keeps the rejected rows of a file on disk until they go into the database with all else of it, however many they
/// are.
///
/// Nothing that could tell who a person is gets this far: not in the column of the person, and not what looks like a
/// personnummer anywhere else (columns may be shifted in a broken row).
final class RejectSpool implements RejectionSink, AutoCloseable {
    private static final Pattern PERSONNUMMER = Pattern.compile("\\d{6,8}[-+ ]?\\d{4}");
    private static final int LONGEST_VALUE = 200;

    private final long run;
    private final Path file;
    private final OutputStream out;
    private long number;

    RejectSpool(long run, Path file) {
        this.run = run;
        this.file = file;
        try {
            out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void reject(Rejection rejection) {
        var masked = rejection.masked();
        number++;
        var line = String.join(
                        "\t",
                        String.valueOf(run),
                        String.valueOf(number),
                        String.valueOf(masked.line()),
                        clean(masked.column()),
                        clean(mask(masked.value())),
                        clean(mask(masked.why().swedish())),
                        clean(mask(masked.why().english())))
                + "\n";
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long number() {
        return number;
    }

    Path finished() throws IOException {
        out.close();
        return file;
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

    static String mask(String text) {
        return PERSONNUMMER
                .matcher(text)
                .replaceAll(found -> "•".repeat(found.group().length()));
    }

    /// As PostgreSQL's COPY reads it.
    private static String clean(String text) {
        var shown = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
        return shown.replace("\\", "\\\\")
                .replace("\t", " ")
                .replace("\n", " ")
                .replace("\r", " ")
                .replace('\0', '\uFFFD');
    }
}
