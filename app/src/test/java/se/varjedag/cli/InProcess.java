package se.varjedag.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import se.varjedag.pathway.definition.Language;

/// A command run in this process, for the tests that hold its figures beside those of pages and programs.
public final class InProcess {

    private InProcess() {}

    /// What a command writes to standard output.
    public static String run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                var errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            var console = new Console(outStream, errStream, false, false, Language.EN, LocalDate.of(2026, 11, 21));
            int status = VarjeDag.run(console, words);
            outStream.flush();
            if (status != VarjeDag.DONE) {
                throw new AssertionError(err.toString(StandardCharsets.UTF_8));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
