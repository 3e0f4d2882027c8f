package se.varjedag.app.web.figure;

import java.util.List;
import se.varjedag.app.web.Formats;

/// The table of a figure, as values: what stands beside the chart, and what its files carry.
///
/// @param name    the file's name without its ending
/// @param columns the heads
/// @param rows    as many cells as there are columns; the first cell names the row
/// @param sums    rows under the others that sum them up
public record DataTable(String name, List<Column> columns, List<List<Cell>> rows, List<List<Cell>> sums) {

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        sums = sums.stream().map(List::copyOf).toList();
    }

    /// A table without sums.
    public DataTable(String name, List<Column> columns, List<List<Cell>> rows) {
        this(name, columns, rows, List.of());
    }

    /// The head of one column.
    public record Column(String head, boolean numeric) {

        /// A column of words.
        public static Column words(String head) {
            return new Column(head, false);
        }

        /// A column of numbers, which stand to the right.
        public static Column number(String head) {
            return new Column(head, true);
        }
    }

    /// The same table in finished words.
    public Shown shown(Formats formats) {
        return new Shown(columns, words(rows, formats), words(sums, formats));
    }

    private static List<List<String>> words(List<List<Cell>> rows, Formats formats) {
        return rows.stream()
                .map(row -> row.stream().map(cell -> cell.shown(formats)).toList())
                .toList();
    }

    /// A table in finished words.
    public record Shown(List<Column> columns, List<List<String>> rows, List<List<String>> sums) {

        /// The class of a column's cells.
        public String kind(int column) {
            return columns.get(column).numeric() ? "num" : "words";
        }
    }
}
