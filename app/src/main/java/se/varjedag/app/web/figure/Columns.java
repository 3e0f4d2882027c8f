package se.varjedag.app.web.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The columns of a table, each with its head and the way to its cell, so that heads and cells cannot part.
///
/// @param <R> what a row is about
public final class Columns<R> {

    private final List<DataTable.Column> heads = new ArrayList<>();
    private final List<Function<R, Cell>> cells = new ArrayList<>();

    /// One more column of words.
    public Columns<R> words(String head, Function<R, String> words) {
        heads.add(DataTable.Column.words(head));
        cells.add(row -> Cell.of(words.apply(row)));
        return this;
    }

    /// One more column of numbers.
    public Columns<R> number(String head, Function<R, Cell> number) {
        heads.add(DataTable.Column.number(head));
        cells.add(number);
        return this;
    }

    /// The table of these rows.
    ///
    /// @param name the file's name without its ending
    public DataTable table(String name, List<R> rows) {
        return new DataTable(
                name,
                heads,
                rows.stream()
                        .map(row -> cells.stream().map(cell -> cell.apply(row)).toList())
                        .toList());
    }
}
