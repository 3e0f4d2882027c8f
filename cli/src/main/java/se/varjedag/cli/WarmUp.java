package se.varjedag.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import se.varjedag.pathway.definition.Language;

/// Runs the commands once on next to nothing, so that the launcher can keep what they load for a faster start.
final class WarmUp {
    private WarmUp() {}

    public static void main(String[] arguments) throws IOException {
        var events = Files.createTempFile("varjedag", ".csv");
        try {
            Files.writeString(
                    events,
                    "person,code,time,region\na,VC010,2023-01-02,01\na,VC050,2023-02-01,01\nb,VC010,2023-02-30,\n");
            for (var words : List.of(
                    List.of("--help"),
                    List.of("follow", "--help"),
                    List.of("follow", events.toString(), "--by", "svf,region,quarter"),
                    List.of("follow", events.toString(), "--format", "table"),
                    List.of("follow", events.toString(), "--measure", "suspicion..mdt", "--format", "json"),
                    List.of("discover", events.toString()),
                    List.of("discover", events.toString(), "--show", "dfg", "--format", "table"),
                    List.of("follow", "--bye"))) {
                run(words);
            }
        } finally {
            Files.deleteIfExists(events);
        }
    }

    private static void run(List<String> words) {
        try (var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            VarjeDag.run(
                    new Console(nowhere, nowhere, false, false, Language.EN, LocalDate.of(2026, 11, 21)),
                    words.toArray(String[]::new));
        }
    }
}
