package se.varjedag.app.intake.hl7;

import java.io.Serial;
import se.varjedag.eventlog.Sentence;

/// A message that cannot be used, and why.
final class NotTaken extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Acknowledgement.Code code;
    private final String place;
    private final transient Sentence why;

    NotTaken(Acknowledgement.Code code, String place, Sentence why) {
        super("not taken");
        this.code = code;
        this.place = place;
        this.why = why;
    }

    static NotTaken error(String place, Sentence why) {
        return new NotTaken(Acknowledgement.Code.AE, place, why);
    }

    Acknowledgement.Code code() {
        return code;
    }

    /// The field at fault, such as `MSH-12`.
    String place() {
        return place;
    }

    Sentence why() {
        return why;
    }
}
