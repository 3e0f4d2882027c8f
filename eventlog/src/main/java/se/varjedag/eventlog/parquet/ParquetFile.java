package se.varjedag.eventlog.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import se.varjedag.eventlog.csv.Column;

/// Writes an event file as Parquet: the same rows in the same order, days as dates and empty values as missing.
public final class ParquetFile {
    private ParquetFile() {}

    /// Whether this program was started with what Parquet needs.
    public static boolean possible() {
        try {
            Class.forName("org.duckdb.DuckDBDriver");
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    /// Turns a CSV event file with these columns, as [se.varjedag.eventlog.EventWriter] writes it, into Parquet.
    public static void write(Path csv, List<Column> columns, Path parquet) throws IOException {
        var options = new Properties();
        options.setProperty("preserve_insertion_order", "true");
        try (var database = DriverManager.getConnection("jdbc:duckdb:", options);
                var statement = database.createStatement()) {
            statement.execute(
                    "COPY (SELECT %s FROM read_csv(%s, header = true, delim = ',', quote = '\"', escape = '\"',"
                                    .formatted(selected(columns), literal(csv.toString()))
                            + " all_varchar = true, auto_detect = false, columns = " + types(columns)
                            + ")) TO " + literal(parquet.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException failure) {
            throw new IOException("Parquet could not be written: " + failure.getMessage(), failure);
        }
    }

    private static String types(List<Column> columns) {
        var types = new ArrayList<String>();
        columns.forEach(column -> types.add("'" + column.header() + "': 'VARCHAR'"));
        return "{" + String.join(", ", types) + "}";
    }

    private static String selected(List<Column> columns) {
        var selected = new ArrayList<String>();
        for (var column : columns) {
            var type = switch (column) {
                case TIME -> "DATE";
                case BORN -> "SMALLINT";
                default -> "VARCHAR";
            };
            selected.add("CAST(nullif(\"%1$s\", '') AS %2$s) AS \"%1$s\"".formatted(column.header(), type));
        }
        return String.join(", ", selected);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
