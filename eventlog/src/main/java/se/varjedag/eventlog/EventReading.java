package se.varjedag.eventlog;

import java.util.List;
import se.varjedag.pathway.event.EventColumns;

/// The events of some files, and what became of each file.
public record EventReading(EventColumns events, List<FileReport> files) {
    public EventReading {
        files = List.copyOf(files);
    }

    public long rows() {
        return files.stream().mapToLong(FileReport::rows).sum();
    }

    public long used() {
        return files.stream().mapToLong(FileReport::used).sum();
    }

    public long rejected() {
        return rows() - used();
    }
}
