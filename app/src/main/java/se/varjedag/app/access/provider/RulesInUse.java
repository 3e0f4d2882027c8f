package se.varjedag.app.access.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.varjedag.app.database.CannotStart;

/// The rules of sign-in that hold now: read at start, and again when the file has changed. A file that was spoilt while
/// the system runs is told of in the log, and what held before goes on.
final class RulesInUse {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInUse.class);

    private final Path file;
    private SignInRules rules;
    private long readAt;

    /// @throws CannotStart when the rules cannot be read
    RulesInUse(Path file) {
        this.file = file;
        this.rules = SignInRulesFile.read(file);
        this.readAt = changed();
    }

    synchronized SignInRules now() {
        var changed = changed();
        if (changed != readAt) {
            readAt = changed;
            try {
                rules = SignInRulesFile.read(file);
            } catch (CannotStart e) {
                LOG.error("The rules of sign-in are as before: {}", e.sentence());
            }
        }
        return rules;
    }

    private long changed() {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
