package se.varjedag.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once from the jar that carries them.
record PostgresBinaries(Path folder) {
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final String VERSION = "18.6.0";
    private static final int OWNER_EXECUTES = 0100;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// The unpacked programs under `parent`; unpacks them there first if they are not there whole.
    static PostgresBinaries under(Path parent) {
        var folder = parent.resolve(VERSION);
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(parent);
                unpackInto(parent, folder);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL's programs could not be unpacked into " + folder, e);
            }
        }
        return new PostgresBinaries(folder);
    }

    private static void unpackInto(Path parent, Path folder) throws IOException {
        var half = Files.createTempDirectory(parent, "half");
        try (var resource = PostgresBinaries.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
            if (resource == null) {
                throw new CannotStart(
                        "The built-in PostgreSQL is made for Linux on x86-64, and this machine is %s %s. Use a PostgreSQL of your own: set VARJEDAG_DB_URL, VARJEDAG_DB_USER and VARJEDAG_DB_PASSWORD."
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch").toLowerCase(Locale.ROOT)));
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(resource))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, half);
                }
            }
        }
        // A rename is whole or not at all: a start that was killed here leaves no half set of programs behind.
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(half);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("The archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /// Deletes a folder and all that is in it.
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
