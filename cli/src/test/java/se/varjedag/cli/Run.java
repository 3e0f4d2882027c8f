package se.varjedag.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import se.varjedag.pathway.definition.Language;

/// What one command answered.
record Run(int status, String out, String err) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static Run of(Object... words) {
        return in(Language.EN, false, words);
    }

    static Run in(Language language, boolean terminal, Object... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                var errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            var arguments = List.of(words).stream().map(String::valueOf).toArray(String[]::new);
            int status =
                    VarjeDag.run(new Console(outStream, errStream, terminal, terminal, language, TODAY), arguments);
            outStream.flush();
            return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
