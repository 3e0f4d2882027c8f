package se.varjedag.app.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.app.web.Formats;
import se.varjedag.pathway.definition.Language;

class FigureFilesTest {

    private final DataTable table = new DataTable(
            "regioner",
            List.of(
                    DataTable.Column.words("Region"),
                    DataTable.Column.number("I tid"),
                    DataTable.Column.number("Dagar")),
            List.of(
                    List.of(Cell.of("Skåne, södra"), new Cell.Share(0.3712345, 0), Cell.of(143453L)),
                    List.of(Cell.of("=1+1"), new Cell.Missing("gräns saknas"), new Cell.Amount(2.25, 1)),
                    List.of(Cell.of("-1+1"), new Cell.Amount(-3.5, 1), Cell.of(-2L))));

    @Test
    void the_page_rounds_and_the_file_does_not() {
        assertThat(table.shown(new Formats(Language.SV)).rows().getFirst())
                .containsExactly("Skåne, södra", "37\u00a0%", "143\u00a0453");
        assertThat(csv()).contains("\"Skåne, södra\",0.3712345,143453");
    }

    @Test
    void what_is_unknown_is_a_word_on_the_page_and_empty_in_the_file() {
        assertThat(table.shown(new Formats(Language.SV)).rows().get(1)).contains("gräns saknas");
        assertThat(csv()).contains(",,2.25");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_defused() {
        assertThat(csv()).contains("'=1+1").contains("'-1+1");
    }

    @Test
    void a_negative_number_stays_a_number() {
        assertThat(csv()).contains(",-3.5,");
    }

    @Test
    void a_workbook_carries_every_row(@TempDir Path folder) throws IOException {
        var file = folder.resolve("regioner.xlsx");
        try (var out = Files.newOutputStream(file)) {
            FigureFiles.xlsx(table, "Regioner", out);
        }

        var sheet = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                sheet.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(sheet).contains("dra</t>").contains("<v>0.3712345</v>").contains("<v>143453.0</v>");
    }

    private String csv() {
        return new String(FigureFiles.csv(table), StandardCharsets.UTF_8);
    }
}
