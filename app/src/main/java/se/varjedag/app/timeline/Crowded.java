package se.varjedag.app.timeline;

import java.io.Serial;

/// So many have asked for other days and moments at once that one more would wait too long. Asking again in a while
/// helps.
public final class Crowded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Crowded() {
        super("Many have asked for figures of other days and moments at once; each takes a few seconds.");
    }
}
