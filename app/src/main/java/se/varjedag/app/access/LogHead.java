package se.varjedag.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.varjedag.app.database.Home;

/// How far the chain of the access log had come, kept beside the database: rows taken from the end of the chain break
/// nothing in it, but they are missed here.
final class LogHead {
    private final Path file;

    /// A row that was there, and its seal.
    record Known(long number, String seal) {
        boolean is(long otherNumber, String otherSeal) {
            return number == otherNumber && seal.equals(otherSeal);
        }
    }

    LogHead(Home home) {
        this.file = home.folder().resolve("access-log.head");
    }

    void remember(long number, String seal) {
        try {
            Home.writePrivately(file, number + " " + seal + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Known> known() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var parts = Files.readString(file).strip().split(" ", 2);
            return Optional.of(new Known(Long.parseLong(parts[0]), parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
