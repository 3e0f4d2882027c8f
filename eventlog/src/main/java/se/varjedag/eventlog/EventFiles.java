package se.varjedag.eventlog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.eventlog.csv.CsvEventFile;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.EventColumns;

/// Reads event files: every row that can be used becomes an event, every other row is rejected with its reasons.
public final class EventFiles {
    private final Definitions definitions;
    private final LocalDate today;
    private boolean idsKept = true;
    private ReadingProgress progress = (_, _, _) -> {};

    private EventFiles(Definitions definitions, LocalDate today) {
        this.definitions = definitions;
        this.today = today;
    }

    /// A reader.
    ///
    /// @param definitions say which codes are well formed
    /// @param today the day in Stockholm: what is dated later must be planned
    public static EventFiles using(Definitions definitions, LocalDate today) {
        return new EventFiles(definitions, today);
    }

    /// Leaves out the texts of the ids and keeps what tells them apart: half the memory, enough for tracing.
    public EventFiles forTracing() {
        idsKept = false;
        return this;
    }

    public EventFiles tellingOf(ReadingProgress listener) {
        progress = listener;
        return this;
    }

    public static EventReading read(
            List<Path> files, Definitions definitions, LocalDate today, RejectionSink rejections) {
        return using(definitions, today).read(files, rejections);
    }

    /// Reads the files in their order, so that a later file's version of an event is the current one.
    public EventReading read(List<Path> files, RejectionSink rejections) {
        var parts = new ArrayList<EventColumns>();
        var reports = new ArrayList<FileReport>();
        for (Path file : files) {
            var outcome = CsvEventFile.of(
                            file,
                            definitions::wellFormed,
                            prefix -> definitions.ofPrefix(prefix) >= 0,
                            today,
                            idsKept,
                            progress)
                    .read(rejections);
            parts.add(outcome.events());
            reports.add(outcome.report());
        }
        return new EventReading(EventColumns.concat(parts), reports);
    }
}
