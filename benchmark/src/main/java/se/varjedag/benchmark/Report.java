package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was measured, as a page for the documents.
final class Report {
    private final List<Result> results;
    private final int runs;

    Report(List<Result> results, int runs) {
        this.results = List.copyOf(results);
        this.runs = runs;
    }

    String text() throws IOException {
        var text = new StringBuilder();
        text.append("""
                # How fast, beside DuckDB

                Written by `./varjedag benchmark`. The question is `follow --by svf,region,quarter --format csv`: from a CSV file of
                care events (person, code, time, unit, region, sex, born, source, id) to lead times, shares within the limit,
                quantiles, overtime days and those waiting, per pathway, region and quarter. The file is the synthetic Sweden in
                the order of registration, repeated under other names up to its size.

                DuckDB does the same job from the same file with two threads (`benchmark/src/main/resources/…/follow.sql`), and the
                two answers are compared in every run: groups and counts must be equal, shares, means and quantiles the same
                double or the next. Ours is timed as a whole process, from the shell to the last byte. DuckDB runs in a Java
                process of its own and is timed inside it, from opening the database to the last row.

                """);
        text.append(
                "| events | file | ours | DuckDB | times faster | our memory | our resident peak | DuckDB memory |\n");
        text.append("|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (var result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d million | %.0f MB | %.2f s | %.2f s | %.1f | %.0f MB | %.0f MB | %.0f MB |%n",
                    result.millions(),
                    result.bytes() / 1e6,
                    result.ourSeconds(),
                    result.theirSeconds(),
                    result.timesFaster(),
                    result.ourMemory(),
                    result.ourResident(),
                    result.theirMemory()));
        }
        text.append("\nMedians of ")
                .append(runs)
                .append(" runs each, one after the other in turn, after one that was not counted. ")
                .append("Memory is the most that was the process's own (RssAnon); ")
                .append("the resident peak (VmHWM) counts pages of the mapped file too.\n");
        if (results.size() > 1) {
            var first = results.getFirst();
            var last = results.getLast();
            text.append(String.format(
                    Locale.ROOT,
                    "%nFrom %d to %d million events, %.1f times the data took us %.1f times as long.%n",
                    first.millions(),
                    last.millions(),
                    (double) last.bytes() / first.bytes(),
                    last.ourSeconds() / first.ourSeconds()));
        }
        text.append("\nEvery run, in seconds (ours / DuckDB):\n\n");
        for (var result : results) {
            text.append("- ").append(result.millions()).append(" million: ");
            text.append(seconds(result.ours()))
                    .append(" / ")
                    .append(seconds(result.theirs()))
                    .append('\n');
        }
        return text.append('\n').append(machine()).toString();
    }

    private static String seconds(List<Measured> runs) {
        return runs.stream()
                .map(run -> String.format(Locale.ROOT, "%.2f", run.seconds()))
                .collect(Collectors.joining(" "));
    }

    /// The machine that was measured on.
    static String machine() throws IOException {
        var processor = field("/proc/cpuinfo", "model name");
        var memory = field("/proc/meminfo", "MemTotal");
        return "Machine: %d cores (%s), %s memory, %s %s, Java %s, DuckDB 2.0.0.1, %s.%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        memory,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        java.time.LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")));
    }

    private static String field(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
