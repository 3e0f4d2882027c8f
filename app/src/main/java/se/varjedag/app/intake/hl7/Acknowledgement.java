package se.varjedag.app.intake.hl7;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import se.varjedag.app.reference.Sweden;

/// The answer to a message (ACK).
///
/// @param said one sentence for who looks into why it was not taken; empty when it was
record Acknowledgement(Code code, Header of, String said) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ").withZone(Sweden.TIME);

    /// What became of the message: kept, cannot be used, or of a kind that is not taken at all.
    enum Code {
        AA,
        AE,
        AR
    }

    /// The text of the answer.
    ///
    /// @param now    when it is given
    /// @param number tells this answer from others
    String text(Instant now, long number) {
        return "MSH|^~\\&|VARJEDAG||%s|%s|%s||ACK|VD%d|P|2.5.1||||||UNICODE UTF-8\rMSA|%s|%s|%s\r"
                .formatted(
                        escaped(of.application()),
                        escaped(of.facility()),
                        TIME.format(now),
                        number,
                        code,
                        escaped(of.controlId()),
                        escaped(said));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("~", "\\R\\")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
