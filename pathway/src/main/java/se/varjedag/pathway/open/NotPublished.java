package se.varjedag.pathway.open;

import java.io.Serial;

/// A question that the open figures do not answer, with a sentence for who asked that says what they are.
public final class NotPublished extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String swedish;

    NotPublished(String english, String swedish) {
        super(english);
        this.swedish = swedish;
    }

    /// The sentence in English.
    public String english() {
        return String.valueOf(getMessage());
    }

    /// The same in Swedish.
    public String swedish() {
        return swedish;
    }
}
