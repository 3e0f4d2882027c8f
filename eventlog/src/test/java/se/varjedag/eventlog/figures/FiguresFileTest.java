package se.varjedag.eventlog.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.eventlog.Rejection;

class FiguresFileTest {
    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void a_figure_says_pathway_region_period_and_how_many() {
        var rows = read("region;period;SVF;n;within\n1;2023;lungcancer;120;48\n;2023Q2;;900;\n");

        assertThat(rejections).isEmpty();
        assertThat(rows)
                .containsExactly(
                        new FiguresFile.Row(
                                2,
                                "lungcancer",
                                "01",
                                LocalDate.of(2023, 1, 1),
                                LocalDate.of(2023, 12, 31),
                                120,
                                OptionalLong.of(48)),
                        new FiguresFile.Row(
                                3,
                                "",
                                "",
                                LocalDate.of(2023, 4, 1),
                                LocalDate.of(2023, 6, 30),
                                900,
                                OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "'lung,01,2023,1,', svf",
        "'lungcancer,99,2023,1,', region",
        "'lungcancer,01,2023-13,1,', period",
        "'lungcancer,01,2023,many,', n",
        "'lungcancer,01,2023,1,2', within",
        "'lungcancer,01,2023,1,-1', within"
    })
    void a_row_that_cannot_be_used_is_rejected_with_its_column_and_why(String row, String column) {
        assertThat(read("svf,region,period,n,within\n" + row + "\nlungcancer,01,2023-02,5,1\n"))
                .hasSize(1);
        assertThat(rejections).hasSize(1);
        assertThat(rejections.getFirst().column()).isEqualTo(column);
        assertThat(rejections.getFirst().line()).isEqualTo(2);
        assertThat(rejections.getFirst().why().swedish()).isNotBlank();
    }

    @Test
    void a_file_with_far_more_than_a_country_has_to_say_is_read_no_further() {
        var text = new StringBuilder("svf,region,period,n\n");
        for (int year = 1900; year < 2200; year++) {
            for (int month = 1; month <= 12; month++) {
                text.append(",,%d-%02d,1\n".formatted(year, month));
            }
        }

        assertThat(read(text.toString())).hasSize(FiguresFile.MOST_FIGURES);
        assertThat(rejections).hasSize(1);
        assertThat(rejections.getFirst().line()).isEqualTo(FiguresFile.MOST_FIGURES + 2);
        assertThat(rejections.getFirst().why().english()).contains("3000");
    }

    @Test
    void a_file_of_nothing_but_faults_is_read_no_further() {
        assertThat(read("svf,region,period,n\n" + "x,x,x,x\n".repeat(100_000))).isEmpty();
        assertThat(rejections).hasSizeLessThan(510);
        assertThat(rejections.getLast().why().english()).contains("no further");
    }

    @Test
    void what_was_said_before_is_not_said_again() {
        assertThat(read("svf,region,period,n\n,01,2023,5\n,1,2023,6\n")).hasSize(1);
        assertThat(rejections.getFirst().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"''", "'svf,region,period,n\n'", "'svf,region,n\n,,3\n'", "'\"broken'"})
    void a_file_without_columns_or_figures_gives_nothing_and_says_so(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(rejections).isNotEmpty();
    }

    private List<FiguresFile.Row> read(String text) {
        return FiguresFile.read(
                "own.csv", text, (column, value) -> value.equals("lungcancer") || value.equals("01"), rejections::add);
    }
}
