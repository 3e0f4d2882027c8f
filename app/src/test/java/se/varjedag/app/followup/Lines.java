package se.varjedag.app.followup;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/// A table with its heads: an answer, a page's file, or what a page shows.
record Lines(List<String> heads, List<List<String>> rows) {

    static Lines ofCsv(String text) {
        var rows = new ArrayList<List<String>>();
        try (var csv = CsvReader.builder().ofCsvRecord(text.replace("\uFEFF", ""))) {
            for (CsvRecord row : csv) {
                rows.add(List.copyOf(row.getFields()));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Lines(rows.getFirst(), rows.subList(1, rows.size()));
    }

    /// The cell under a head: the first of that name.
    String cell(List<String> row, String head) {
        int column = heads.indexOf(head);
        if (column < 0) {
            throw new AssertionError("No column " + head + " among " + heads);
        }
        return row.get(column);
    }

    /// The cells under some heads of the row that a name stands first in.
    List<String> of(String name, List<String> columns) {
        var found = rows.stream().filter(row -> row.getFirst().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + name + " among "
                    + rows.stream().map(List::getFirst).toList());
        }
        return cells(found.getFirst(), columns);
    }

    List<String> cells(List<String> row, List<String> columns) {
        return columns.stream().map(column -> cell(row, column)).toList();
    }

    boolean names(String name) {
        return rows.stream().anyMatch(row -> row.getFirst().equals(name));
    }

    /// The sum under a head.
    long sum(String head) {
        return rows.stream()
                .map(row -> cell(row, head))
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }
}
