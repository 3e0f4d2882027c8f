package se.varjedag.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
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
            try {
                var part = readOne(file, rejections);
                parts.add(part);
                reports.add(new FileReport(file, part.size(), part.size(), List.of(), Optional.empty()));
                progress.read(file, 1, idsKept ? 1 : 2);
            } catch (IOException _) {
                var why = new Sentence("The file cannot be read.", "Filen går inte att läsa.");
                reports.add(new FileReport(file, 0, 0, List.of(), Optional.of(why)));
            }
        }
        return new EventReading(EventColumns.concat(parts), reports);
    }

    private EventColumns readOne(Path file, RejectionSink rejections) throws IOException {
        var lines = Files.readAllLines(file);
        var header = List.of(lines.getFirst().toLowerCase(Locale.ROOT).split(",", -1));
        var events = EventColumns.builder();
        for (int i = 1; i < lines.size(); i++) {
            var values = lines.get(i).split(",", -1);
            var row = new HashMap<String, String>();
            for (int c = 0; c < values.length; c++) {
                row.put(header.get(c), values[c]);
            }
            var code = row.getOrDefault("code", "");
            var day = LocalDate.parse(row.getOrDefault("time", "").substring(0, 10));
            if (!definitions.wellFormed(code) || day.isAfter(today)) {
                rejections.reject(new Rejection(file.toString(), i + 1, "code", code, new Sentence("", "")));
                continue;
            }
            var born = row.getOrDefault("born", "");
            events.add(new CareEvent(
                    row.getOrDefault("person", ""),
                    code,
                    day,
                    row.getOrDefault("unit", ""),
                    row.getOrDefault("region", ""),
                    row.getOrDefault("home_region", ""),
                    row.getOrDefault("sex", "").replace('K', 'F'),
                    born.isEmpty() ? null : Integer.valueOf(born),
                    row.getOrDefault("pathway", ""),
                    row.getOrDefault("source", ""),
                    row.getOrDefault("id", ""),
                    CareEvent.Status.DONE,
                    null,
                    row.getOrDefault("ref", "")));
        }
        return events.build();
    }
}
