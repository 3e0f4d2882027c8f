package se.varjedag.pathway.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many cancer cases are expected per pathway, home region and year: what inclusion is measured against.
public final class ExpectedCases {

    /// One line of the expectation.
    public record Row(String svf, String homeRegion, int year, double cases) {
        public Row {
            if (!(cases >= 0 && cases < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Expected cases are a number from 0 up, not " + cases);
            }
        }
    }

    private record Cell(String svf, String homeRegion, int year) {}

    private final List<Row> rows;

    private ExpectedCases(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /// The expectation of these rows.
    ///
    /// @throws IllegalArgumentException when two rows are about the same pathway, region and year
    public static ExpectedCases of(List<Row> rows) {
        Map<Cell, Row> cells = new HashMap<>();
        for (var row : rows) {
            if (cells.put(new Cell(row.svf(), row.homeRegion(), row.year()), row) != null) {
                throw new IllegalArgumentException("Expected cases are given twice for %s, region '%s', %d"
                        .formatted(row.svf(), row.homeRegion(), row.year()));
            }
        }
        return new ExpectedCases(rows);
    }

    /// The rows as given.
    public List<Row> rows() {
        return rows;
    }
}
