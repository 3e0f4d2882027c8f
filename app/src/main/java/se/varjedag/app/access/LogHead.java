package se.varjedag.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.varjedag.app.database.Home;

/// How far the chain of the access log had come, kept beside the database: rows taken from the end of the chain break
/// nothing in it, but they are noticed here, also when new ones have taken their numbers.
final class LogHead {
    private final Path file;
    private final Path lost;
    private final Path restored;
    private final Clock clock = Clock.systemUTC();

    /// A row that was there, and its seal.
    record Known(long number, String seal) {
        boolean is(long otherNumber, String otherSeal) {
            return number == otherNumber && seal.equals(otherSeal);
        }
    }

    /// Rows that were there and are not any more.
    ///
    /// @param noticed  when a new row took the number of the first of them
    /// @param restored whether an older backup had been put in their place
    record Loss(long from, long to, Instant noticed, boolean restored) {
        private static Loss of(String line) {
            var parts = line.split(" ", 4);
            return new Loss(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Instant.parse(parts[2]),
                    Boolean.parseBoolean(parts[3]));
        }

        private String line() {
            return from + " " + to + " " + noticed + " " + restored + "\n";
        }
    }

    LogHead(Home home) {
        this.file = home.folder().resolve("access-log.head");
        this.lost = home.folder().resolve("access-log.lost");
        this.restored = home.restored();
    }

    /// Remembers the last of the rows that were added.
    ///
    /// Another server with the same home may have remembered a later one, which is there then. Otherwise the rows
    /// that had the first number and the following before are lost.
    ///
    /// @param first   number of the first of them
    /// @param isThere whether a row that was there still is
    void remember(long first, long last, String seal, Predicate<Known> isThere) {
        try {
            var known = known();
            if (known.isPresent() && known.get().number() >= first) {
                if (known.get().number() > last && isThere.test(known.get())) {
                    return;
                }
                var loss = new Loss(first, known.get().number(), clock.instant(), isRestoredBefore(first));
                Home.writePrivately(lost, (Files.exists(lost) ? Files.readString(lost) : "") + loss.line());
            }
            Home.writePrivately(file, last + " " + seal + "\n");
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

    /// What was lost, in the order in which it was noticed; with what is missing now, though no new row has shown it
    /// yet.
    ///
    /// @param last the last row that is there
    List<Loss> losses(long last) {
        try {
            var losses = new ArrayList<Loss>();
            if (Files.exists(lost)) {
                Files.readAllLines(lost).forEach(line -> losses.add(Loss.of(line)));
            }
            known().filter(known -> known.number() > last)
                    .ifPresent(known -> losses.add(
                            new Loss(last + 1, known.number(), clock.instant(), isRestoredBefore(last + 1))));
            return losses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a backup was restored since the last row, and held all rows before this one.
    private boolean isRestoredBefore(long number) {
        try {
            return Files.exists(restored)
                    && Files.exists(file)
                    && Files.getLastModifiedTime(restored).compareTo(Files.getLastModifiedTime(file)) >= 0
                    && Long.parseLong(Files.readString(restored).strip().split(" ", 2)[1]) < number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
