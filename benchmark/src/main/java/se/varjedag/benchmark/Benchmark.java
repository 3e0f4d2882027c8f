package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `./varjedag benchmark`: the same question over the same files, asked of `follow` and of DuckDB, turn by turn.
///
/// Ours is timed as a whole process, from the shell to the last byte of the answer. DuckDB runs in a Java process
/// of its own and is timed inside it, from opening the database to the last row: its start is not counted against
/// it.
final class Benchmark {
    private final Path root;
    private final Path folder;
    private final int runs;

    private Benchmark(Path root, Path folder, int runs) {
        this.root = root;
        this.folder = folder;
        this.runs = runs;
    }

    /// Arguments: the project's folder, then `--runs N`, `--events 1,3,10` (millions), `--folder DIR`.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of(arguments[0]);
        var folder = root.resolve("benchmark/target/data");
        int runs = 5;
        List<Integer> millions = List.of(1, 3, 10);
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--runs" -> runs = Integer.parseInt(arguments[i + 1]);
                case "--folder" -> folder = Path.of(arguments[i + 1]);
                case "--events" ->
                    millions = Arrays.stream(arguments[i + 1].split(",", -1))
                            .map(Integer::valueOf)
                            .toList();
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            }
        }
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
            Agreement.check(our.output(), their.output());
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
