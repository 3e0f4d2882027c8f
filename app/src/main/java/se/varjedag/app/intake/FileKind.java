package se.varjedag.app.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntConsumer;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.TakenBack;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventColumns;

/// A kind of file beside CSV that can be read in, known by how it begins.
public interface FileKind {
    /// Whether a file whose unpacked text begins so is of this kind.
    boolean begins(String start);

    /// Reads the file. What is held open until the events are in the log is let go by closing what is returned.
    ///
    /// @param source  what the sender is called where the file itself does not say; empty for no such word
    /// @param percent hears how far the reading has come
    Contents read(Path file, String source, RejectionSink rejections, IntConsumer percent) throws IOException;

    /// What a file held.
    ///
    /// @param takenBack events that are taken back by name; read once
    /// @param values    clinical values that are told of and taken back
    /// @param persons   who those with an event are, as far as the sender tells it
    /// @param said      how many there were of what, as the beginning of the sentence that the sender is told
    /// @param trouble   why nothing of the file can be used
    record Contents(
            EventColumns events,
            Iterable<TakenBack> takenBack,
            Iterable<Sent> values,
            Collection<SeenPerson> persons,
            long read,
            long rejected,
            Said said,
            Optional<Sentence> trouble,
            Runnable letGo)
            implements AutoCloseable {
        @Override
        public void close() {
            letGo.run();
        }
    }

    /// What is to be said of the contents beside the counts of events.
    ///
    /// @param what      how many resources or messages there were
    /// @param remainder what gave no event and is no fault; may be empty
    record Said(Sentence what, Sentence remainder) {}
}
