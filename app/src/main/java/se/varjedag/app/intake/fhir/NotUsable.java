package se.varjedag.app.intake.fhir;

import java.io.IOException;
import java.io.Serial;
import se.varjedag.eventlog.Sentence;

/// The file as a whole cannot be used; what its sender is told.
final class NotUsable extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Sentence why;

    NotUsable(Sentence why) {
        super("not usable");
        this.why = why;
    }

    Sentence why() {
        return why;
    }
}
