package se.varjedag.app.coordination;

import java.util.Locale;
import java.util.Optional;

/// What somebody is named for in a pathway.
public enum Task {
    /// The coordinator (SVF-koordinator).
    COORDINATOR,
    /// The contact nurse (kontaktsjuksköterska).
    CONTACT_NURSE;

    /// How it is written in the database, in forms and in texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The task that is written so.
    public static Optional<Task> of(String key) {
        for (var task : values()) {
            if (task.key().equals(key)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }
}
