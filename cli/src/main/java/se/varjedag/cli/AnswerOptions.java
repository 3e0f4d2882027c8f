package se.varjedag.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command that answers from files takes: how the answer is written, and where the rows go that could not be
/// used.
final class AnswerOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            descriptionKey = "format",
            description = "table, csv or json (default: table on a terminal, csv otherwise).")
    private @Nullable String format;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            descriptionKey = "rejects",
            description = "Write the rows that could not be used to this file, with line, column and reason.")
    private @Nullable String rejects;

    Format format(Console console) {
        return Format.of(format, console);
    }

    /// Refuses to write the rejected rows over a file that is read.
    void notOver(List<Path> read) {
        Outputs.notOver(read, "--rejects", rejects);
    }

    /// Refuses to write anything else to the file of the rejected rows.
    void apart(String option, @Nullable String written) {
        Outputs.apart("--rejects", rejects, option, written);
    }

    Refused refused(Console console) {
        return new Refused(console, rejects);
    }
}
