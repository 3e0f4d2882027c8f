package se.varjedag.app.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventColumns;

/// XML, of whatever kind: refused before anything reads it, so that no entity in it is ever looked up.
@Component
class XmlFiles implements FileKind {
    private static final Sentence NOT_TAKEN = new Sentence(
            "The file is XML, which is not taken: send FHIR as JSON, HL7 with bars and hats (ER7), or events as CSV. Nothing of it was used.",
            "Filen är XML, som inte tas emot: skicka FHIR som JSON, HL7 med lodstreck och takstreck (ER7) eller händelser som CSV. Inget av den användes.");

    @Override
    public boolean begins(String start) {
        return (start.startsWith("\uFEFF") ? start.substring(1) : start).strip().startsWith("<");
    }

    @Override
    public Contents read(Path file, String source, RejectionSink rejections, IntConsumer percent) {
        var nothing = new Sentence("", "");
        return new Contents(
                EventColumns.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                new Said(nothing, nothing),
                Optional.of(NOT_TAKEN),
                () -> {});
    }
}
