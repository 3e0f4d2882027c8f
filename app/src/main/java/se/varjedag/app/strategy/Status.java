package se.varjedag.app.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How an activity stands.
public enum Status {
    /// Nobody has said: what an empty cell in a table means. Never said by anybody.
    UNKNOWN,
    PLANNED,
    UNDER_WAY,
    LATE,
    PAUSED,
    DONE,
    DROPPED;

    /// As it is written in the database, in links and in texts: `under-way`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The status that is written so; empty when none is.
    public static Optional<Status> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /// What somebody can say.
    public static List<Status> said() {
        return Arrays.stream(values()).filter(one -> one != UNKNOWN).toList();
    }

    /// Whether nothing more is to be done.
    public boolean over() {
        return this == DONE || this == DROPPED;
    }
}
