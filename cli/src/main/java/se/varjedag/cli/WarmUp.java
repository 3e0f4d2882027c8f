package se.varjedag.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import se.varjedag.pathway.definition.Language;

/// Runs the commands on next to nothing, and `follow` on enough to be worth compiling, so that the launcher can
/// keep what they load, and what the compiler learnt about the reader and the tracer, for a faster start.
final class WarmUp {
    private WarmUp() {}

    public static void main(String[] arguments) throws IOException {
        var events = Files.createTempFile("varjedag", ".csv");
        var many = Files.createTempFile("varjedag", ".csv");
        try {
            writeMany(many);
            for (int i = 0; i < 3; i++) {
                run(List.of("follow", many.toString(), "--by", "svf,region,quarter"));
            }
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
            Files.deleteIfExists(many);
        }
    }

    /// Half a million events that interleave as those of a region do.
    private static void writeMany(Path file) throws IOException {
        var codes = List.of("VC010", "VC025", "VD010", "VC044", "VD035", "VC050", "VD052", "VD022");
        var regions = List.of("01", "12", "14", "25");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("person,code,time,unit,region,sex,born,source,id\n");
            for (int i = 0; i < 500_000; i++) {
                int person = (int) (i * 7919L % 50_000);
                out.write("P%d,%s,%s,SE2321000016-%X,%s,%s,%d,journal,E%09d%n"
                        .formatted(
                                100_000 + person,
                                codes.get(i % codes.size()),
                                LocalDate.EPOCH.plusDays(18_000 + i / 250),
                                person % 700,
                                regions.get(person % regions.size()),
                                person % 2 == 0 ? "F" : "M",
                                1930 + person % 60,
                                i));
            }
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
