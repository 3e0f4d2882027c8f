package se.varjedag.app.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an issue has come.
public enum Step {
    DRAFTED,
    COMMENTING,
    REVIEW,
    FROZEN,
    PUBLISHED,
    DROPPED;

    /// How it is written in the database, in forms and in texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The step that is written so.
    public static Optional<Step> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /// Whether an issue that stands here may be taken there.
    public boolean leadsTo(Step next) {
        return switch (this) {
            case DRAFTED -> next == COMMENTING || next == DROPPED;
            case COMMENTING -> next == REVIEW || next == DROPPED;
            case REVIEW -> next == COMMENTING || next == FROZEN || next == DROPPED;
            case FROZEN -> next == PUBLISHED;
            case PUBLISHED, DROPPED -> false;
        };
    }

    /// Whether its figures are told to comment on.
    public boolean takesComments() {
        return this == COMMENTING || this == REVIEW;
    }

    /// Whether its content stays.
    public boolean stays() {
        return this == FROZEN || this == PUBLISHED;
    }
}
