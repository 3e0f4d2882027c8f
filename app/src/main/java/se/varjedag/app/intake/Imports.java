package se.varjedag.app.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Files of events that were read in, and the way to read in another.
@Component
public class Imports {
    /// Who sends the file, and whether it holds all that its source has for its span of dates.
    public record Options(String by, boolean complete) {}

    /// The latest runs, newest first.
    public List<ImportRun> runs(int atMost) {
        return List.of();
    }

    public Optional<ImportRun> run(long id) {
        return Optional.empty();
    }

    /// The rejected rows of a run, a hundred a page.
    public PageOf<RejectedRow> rejects(long run, int page) {
        return PageOf.of(List.of(), page, 100, 0);
    }

    /// Takes the file and reads it in behind; the run that is returned can be followed by its id.
    public ImportRun start(InputStream content, String name, Options options) {
        throw new UnsupportedOperationException(name + options);
    }
}
