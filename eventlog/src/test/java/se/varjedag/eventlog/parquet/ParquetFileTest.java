package se.varjedag.eventlog.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.eventlog.EventWriter;
import se.varjedag.eventlog.csv.Column;
import se.varjedag.pathway.event.CareEvent;

class ParquetFileTest {
    private static final List<Column> COLUMNS = List.of(Column.PERSON, Column.CODE, Column.TIME, Column.BORN);

    @TempDir
    Path folder;

    @Test
    void holds_the_same_rows_in_the_same_order() throws Exception {
        var csv = folder.resolve("it's events.csv");
        var day = LocalDate.of(2023, 5, 17);
        try (var writer = EventWriter.to(csv, COLUMNS)) {
            writer.write(CareEvent.of("ö,1", "VC010", day).bornIn(1950, "F"));
            writer.write(CareEvent.of("a", "VC050", day.plusDays(9)));
        }
        var parquet = folder.resolve("events.parquet");

        ParquetFile.write(csv, COLUMNS, parquet);

        var rows = new ArrayList<String>();
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                var result = statement.executeQuery("SELECT * FROM '" + parquet + "'")) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2) + " " + result.getDate(3) + " "
                        + result.getObject(4));
            }
        }
        assertThat(rows).containsExactly("ö,1 VC010 2023-05-17 1950", "a VC050 2023-05-26 null");
    }

    @Test
    void what_cannot_be_written_is_a_failure() {
        assertThat(ParquetFile.possible()).isTrue();
        assertThatThrownBy(() -> ParquetFile.write(folder.resolve("none.csv"), COLUMNS, folder.resolve("x.parquet")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Parquet could not be written");
    }
}
