package se.varjedag.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;

/// The rows that could not be used: all of them in a file if one is asked for, a few and their number on the console.
final class Refused implements RejectionSink, AutoCloseable {
    private static final int SHOWN = 5;

    private final Console console;
    private final @Nullable Path file;
    private final @Nullable BufferedWriter writer;
    private final List<Rejection> first = new ArrayList<>();
    private long count;
    private String lastFile = "";
    private long lastLine;
    private long rows;

    Refused(Console console, @Nullable String file) {
        this.console = console;
        this.file = file == null ? null : Path.of(file);
        try {
            this.writer = this.file == null ? null : Files.newBufferedWriter(this.file);
            if (writer != null) {
                writer.write("file,line,column,value,reason\n");
            }
        } catch (IOException failure) {
            throw Outputs.cannotWrite(Path.of(String.valueOf(file)), failure);
        }
    }

    @Override
    public synchronized void reject(Rejection rejection) {
        count++;
        if (rejection.line() != lastLine || !rejection.file().equals(lastFile)) {
            rows++;
            lastLine = rejection.line();
            lastFile = rejection.file();
        }
        if (first.size() < SHOWN) {
            first.add(rejection.masked());
        }
        if (writer != null) {
            try {
                writer.write(String.join(
                                ",",
                                quoted(rejection.file()),
                                Long.toString(rejection.line()),
                                quoted(rejection.column()),
                                quoted(rejection.value()),
                                quoted(rejection.reason(console.language())))
                        + "\n");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// Says how many there were, and what was wrong with the first of them.
    void sumUp() {
        if (count == 0) {
            return;
        }
        for (var rejection : first) {
            console.err()
                    .println("  %s:%d %s%s: %s"
                            .formatted(
                                    rejection.file(),
                                    rejection.line(),
                                    rejection.column(),
                                    rejection.value().isEmpty() ? "" : " '" + rejection.value() + "'",
                                    rejection.reason(console.language())));
        }
        var where = file == null
                ? console.word(" List them with --rejects FILE.", " Lista dem med --rejects FIL.")
                : console.word(" They are listed in %s.", " De finns i %s.").formatted(file);
        console.say(
                "Rows that could not be used: %,d.%s".formatted(rows, where),
                "Rader som inte kunde användas: %,d.%s".formatted(rows, where));
    }

    static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
