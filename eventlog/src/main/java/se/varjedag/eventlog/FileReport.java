package se.varjedag.eventlog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What became of one file.
///
/// @param rows rows below the header, empty lines not counted
/// @param used rows that became events
/// @param warnings what the sender should look at though the rows were used
/// @param trouble why nothing of the file was used
public record FileReport(Path file, long rows, long used, List<Sentence> warnings, Optional<Sentence> trouble) {
    public FileReport {
        warnings = List.copyOf(warnings);
    }

    public long rejected() {
        return rows - used;
    }
}
