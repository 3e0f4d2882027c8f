package se.varjedag.nation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One of this module's own small tables: comment lines start with `#`, then the header, then rows split at commas
/// (none are quoted).
final class Table {

    private Table() {}

    static List<Row> read(String resource) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            var header = cells(lines.getFirst());
            var rows = new ArrayList<Row>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = cells(line);
                if (cells.size() != header.size()) {
                    throw new IllegalStateException(
                            resource + " has " + cells.size() + " cells instead of " + header.size() + " in: " + line);
                }
                var row = new LinkedHashMap<String, String>();
                for (int at = 0; at < header.size(); at++) {
                    row.put(header.get(at), cells.get(at));
                }
                rows.add(new Row(row));
            }
            return rows;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /// One row, read by column name.
    record Row(Map<String, String> cells) {
        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column).strip();
        }

        int whole(String column) {
            return Integer.parseInt(text(column));
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
