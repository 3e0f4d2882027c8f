package se.varjedag.eventlog.discover;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Opens a log file, compressed or not, and says in words why one cannot be read.
public final class LogFile {
    private static final int BUFFER = 1 << 16;

    private LogFile() {}

    /// The bytes of the file, unpacked if they begin as gzip does, whatever the file's name.
    public static InputStream open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    /// What went wrong while reading, as a sentence for the one who asked.
    public static UnusableLog explain(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new UnusableLog(
                    "The file %s does not exist: check the name.".formatted(file),
                    "Filen %s finns inte: kontrollera namnet.".formatted(file));
        }
        if (Files.isDirectory(file)) {
            return new UnusableLog(
                    "%s is a folder: name the files in it.".formatted(file),
                    "%s är en mapp: ange filerna i den.".formatted(file));
        }
        if (failure instanceof EOFException || failure instanceof ZipException) {
            return new UnusableLog(
                    "%s is cut off or damaged (its compression ends too early): fetch it again.".formatted(file),
                    "%s är avklippt eller skadad (komprimeringen tar slut för tidigt): hämta den igen."
                            .formatted(file));
        }
        if (failure instanceof AccessDeniedException) {
            return new UnusableLog(
                    "You may not read %s: ask its owner for leave.".formatted(file),
                    "Du får inte läsa %s: be den som äger filen.".formatted(file));
        }
        return new UnusableLog(
                "%s cannot be read (%s): check that it exists and that you may read it."
                        .formatted(file, failure.getMessage()),
                "%s går inte att läsa (%s): kontrollera att den finns och att du får läsa den."
                        .formatted(file, failure.getMessage()));
    }
}
