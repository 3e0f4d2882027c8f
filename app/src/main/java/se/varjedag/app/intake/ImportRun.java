package se.varjedag.app.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One file that was read in, or is being read in.
public record ImportRun(
        long id,
        String file,
        String by,
        Instant started,
        Optional<Instant> ended,
        State state,
        boolean complete,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        long withdrawn,
        String swedish,
        String english) {

    /// How far it has come. `FAILED` and `INTERRUPTED` left the log as it was.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        INTERRUPTED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
