package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `./varjedag benchmark`: the same question over the same files, asked of `follow` and of DuckDB, turn by turn.
///
/// Ours is timed as a whole process, from the shell to the last byte of the answer. DuckDB runs in a Java process
/// of its own and is timed inside it, from opening the database to the last row: its start is not counted against
/// it.
final class Benchmark {
    private static final int KEYS = 3;

    private final Path root;
    private final Path folder;
    private final int runs;

    private Benchmark(Path root, Path folder, int runs) {
        this.root = root;
        this.folder = folder;
        this.runs = runs;
    }

    /// Arguments: the project's folder, then what [Asked#USAGE] tells.
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var root = Path.of(arguments[0]);
        Asked asked;
        try {
            asked = Asked.of(
                    Arrays.asList(arguments).subList(1, arguments.length), root.resolve("benchmark/target/data"));
        } catch (IllegalArgumentException notUnderstood) {
            System.err.println(notUnderstood.getMessage());
            System.err.println("See ./varjedag benchmark --help.");
            System.exit(2);
            return;
        }
        if (asked.help()) {
            System.out.print(Asked.USAGE);
            return;
        }
        switch (asked.part()) {
            case FOLLOW -> follow(root, asked.folder(), asked.runs(), asked.millions());
            case ANSWERS -> AnswersBenchmark.run(root, asked.pathways(), asked.runs());
            case PAGES -> PagesBenchmark.run(root, asked.folder(), asked.runs());
            case FHIR -> FhirBenchmark.run(root, asked.folder(), asked.runs());
        }
    }

    private static void follow(Path root, Path folder, int runs, List<Integer> millions)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var benchmark = new Benchmark(root, folder, runs);
        var results = new ArrayList<Result>();
        for (int million : millions) {
            results.add(benchmark.measure(million));
        }
        var report = new Report(results, runs).text();
        System.out.println(report);
        Files.writeString(root.resolve("docs/benchmark.md"), report);
    }

    private Result measure(int millions) throws IOException, InterruptedException {
        var file = EventFile.of(folder, millions);
        var ours = new ArrayList<Measured>();
        var theirs = new ArrayList<Measured>();
        var question = List.of("follow", file.toString(), "--by", "svf,region,quarter", "--format", "csv");
        var launcher = root.resolve("varjedag").toString();
        for (int run = 0; run <= runs; run++) {
            var command = new ArrayList<>(List.of(launcher));
            command.addAll(question);
            var our = Measured.process(command, folder);
            var their = Measured.process(duckDb(file), folder).withOwnTime();
            Agreement.check(our.output(), their.output(), KEYS);
            System.err.printf(
                    "%d million events, run %d%s: ours %.2f s, DuckDB %.2f s%n",
                    millions, run, run == 0 ? " (not counted)" : "", our.seconds(), their.seconds());
            if (run > 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        return new Result(millions, Files.size(file), ours, theirs);
    }

    private List<String> duckDb(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                DuckDbFollow.class.getName(),
                file.toString());
    }
}
