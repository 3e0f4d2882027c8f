package se.varjedag.app.strategy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What a healthcare region stands by: its vision, a promise, a development area, or a goal of a promise.
///
/// @param id        the same in every wording
/// @param promise   of a goal, what it belongs to
/// @param indicator of a goal, the key of what shows it; empty where nothing does
/// @param source    where it was read from; empty when it was written here
public record Statement(
        UUID id,
        Kind kind,
        int number,
        String name,
        String words,
        Optional<UUID> promise,
        String indicator,
        String source) {

    /// What kind.
    public enum Kind {
        VISION,
        PROMISE,
        AREA,
        GOAL;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
