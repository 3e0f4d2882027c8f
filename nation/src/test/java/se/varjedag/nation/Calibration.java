package se.varjedag.nation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.varjedag.nation.PublishedFigures.Measure;

/// Finds the backlogs of `parameters.csv`: simulates, compares each region's and year's share within the limit with
/// the published one, lets backlogs grow where too many were in time and shrink where too few were, and again. Run
/// by hand when pathways, queues or limits have been changed; the result is read through and kept. Arguments: the
/// table's path, rounds, first and last year.
final class Calibration {
    /// Percentage points that a backlog larger by a factor e costs, about.
    private static final double POINTS = 45;

    private final Path table;
    private final int firstYear;
    private final int lastYear;
    private final PublishedFigures published = PublishedFigures.read();
    private final PrintStream out;

    private Calibration(Path table, int firstYear, int lastYear, PrintStream out) {
        this.table = table;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var calibration = new Calibration(
                Path.of(arguments[0]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), System.out);
        calibration.run(Integer.parseInt(arguments[1]));
    }

    private void run(int rounds) throws IOException {
        var options = new NationOptions(firstYear, lastYear, 1e-9, 7, false, false, Optional.empty());
        var rows = Table.read("parameters.csv");
        for (int round = 0; round <= rounds; round++) {
            var measured = Measured.run(options, rows, Table.read("queues.csv"));
            report(round, measured, round == rounds);
            if (round < rounds) {
                rows = better(rows, measured);
            }
        }
        if (rounds > 0) {
            write(rows);
        }
    }

    private List<Table.Row> better(List<Table.Row> rows, Measured measured) {
        var better = new ArrayList<Table.Row>();
        for (var row : rows) {
            var cells = new LinkedHashMap<>(row.cells());
            double backlog = row.number("backlog") * Math.exp(miss(row, measured) / POINTS);
            cells.put("backlog", String.format(Locale.ROOT, "%.3f", Math.clamp(backlog, 0.1, 5)));
            better.add(new Table.Row(cells));
        }
        return better;
    }

    /// Percentage points more within the limit than published; years without a published share follow the nearest with
    /// one.
    private double miss(Table.Row row, Measured measured) {
        int year = Math.clamp(row.whole("year"), 2020, 2025);
        var count = measured.counts().get("region " + row.text("region") + " " + year);
        var figure = published.of(PublishedFigures.ALL, row.text("region"), year, Measure.WITHIN);
        return count == null || figure.isEmpty()
                ? 0
                : count.share() - figure.get().value();
    }

    private void report(int round, Measured measured, boolean last) {
        out.println("Round " + round);
        double sum = 0;
        double most = 0;
        int compared = 0;
        for (var row : Table.read("parameters.csv")) {
            if (row.whole("year") >= firstYear && row.whole("year") <= lastYear) {
                double miss = Math.abs(miss(row, measured));
                sum += miss;
                most = Math.max(most, miss);
                compared++;
            }
        }
        out.printf(Locale.ROOT, "  regions miss by %.2f points on average, %.1f at most%n", sum / compared, most);
        measured.counts().forEach((key, count) -> {
            if (last || key.startsWith("nation")) {
                out.printf(
                        Locale.ROOT,
                        "  %-52s reached %6d left %6d mean %5.1f within %5.1f %% overtime %7d mean %5.1f%n",
                        key,
                        count.reached,
                        count.left,
                        count.days / Math.max(1, count.reached),
                        count.share(),
                        count.overtime,
                        count.meanOvertime());
            }
        });
    }

    private void write(List<Table.Row> rows) throws IOException {
        var text = new StringBuilder();
        for (var line : Files.readAllLines(table)) {
            if (line.startsWith("#") || line.startsWith("region,")) {
                text.append(line).append('\n');
            }
        }
        for (var row : rows) {
            text.append(String.join(",", row.cells().values())).append('\n');
        }
        Files.writeString(table, text, StandardCharsets.UTF_8);
    }
}
