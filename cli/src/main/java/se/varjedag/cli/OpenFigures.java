package se.varjedag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.varjedag.cli.Figures.Cell;
import se.varjedag.pathway.open.OpenAnswer;
import se.varjedag.pathway.open.OpenLine;

/// An open answer as a table for people: what is hidden says so in its place.
final class OpenFigures {
    private static final String SHARE = "share";
    private static final Set<String> DAYS = Set.of("median", "p75", "p80", "p90", "mean");

    private OpenFigures() {}

    static Figures of(OpenAnswer answer) {
        var columns = answer.columns().subList(0, answer.columns().size() - 1);
        return new Figures(
                columns,
                answer.groups().stream()
                        .map(group -> row(columns, answer.line(group)))
                        .toList());
    }

    private static List<Cell> row(List<String> columns, OpenLine line) {
        var row = new ArrayList<Cell>();
        line.key().forEach(word -> row.add(Cell.of(word)));
        for (var column : columns.subList(row.size(), columns.size())) {
            row.add(line.hides(column) ? new Cell.Hidden() : figure(column, line));
        }
        return row;
    }

    private static Cell figure(String column, OpenLine line) {
        var figure = line.figure(column);
        if (figure.isEmpty() || DAYS.contains(column)) {
            return Cell.of(figure);
        }
        return column.equals(SHARE) ? Cell.part(figure) : Cell.of((long) figure.getAsDouble());
    }
}
