package se.varjedag.app.database;

import java.io.Serial;

/// Something that the person who started the program can put right. The message is the whole of what that person reads.
public final class CannotStart extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// What the person who started the program is told.
    public String sentence() {
        return java.util.Objects.requireNonNullElse(getMessage(), "");
    }

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
