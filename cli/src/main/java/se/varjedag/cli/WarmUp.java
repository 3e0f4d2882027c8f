package se.varjedag.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.event.CareEvent;

/// Runs the commands on next to nothing, and `follow` on enough to be worth compiling, so that the launcher can
/// keep what they load, and what the compiler learnt about the reader and the tracer, for a faster start.
final class WarmUp {
    private WarmUp() {}

    /// Two arguments, `write` and a file: makes the events. One, the file: runs the commands. Making the events is
    /// a run of its own, so that nothing of it is kept.
    public static void main(String[] arguments) throws IOException {
        var many = Path.of(arguments[arguments.length - 1]);
        if (arguments.length == 2) {
            writeMany(many);
            return;
        }
        for (int i = 0; i < 3; i++) {
            run(List.of("follow", many.toString(), "--by", "svf,region,quarter", "--format", "csv"));
        }
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

    /// A million events of the synthetic Sweden with the columns that most files have: enough for the file to be
    /// read in parts.
    private static void writeMany(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("person,code,time,unit,region,sex,born,source,id\n");
            Nation.simulate(NationOptions.years(2022, 2023, 0.5, 1), event -> {
                if (event.status() == CareEvent.Status.DONE) {
                    write(out, event);
                }
            });
        }
    }

    private static void write(Writer out, CareEvent event) {
        try {
            out.write("%s,%s,%s,%s,%s,%s,%s,%s,%s%n"
                    .formatted(
                            event.person(),
                            event.code(),
                            event.day(),
                            event.unit(),
                            event.region(),
                            event.sex(),
                            event.born() == null ? "" : event.born(),
                            event.source(),
                            event.id()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
