package se.varjedag.eventlog.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.eventlog.Rejection;
import se.varjedag.pathway.measure.ExpectedCases;

class ExpectedFileTest {
    @TempDir
    Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void what_was_written_is_read_again() throws Exception {
        var rows = List.of(
                new ExpectedCases.Row("lungcancer", "01", 2023, 812.25),
                new ExpectedCases.Row("brostcancer", "", 2024, 20_000_000));
        var file = folder.resolve("expected.csv");

        ExpectedFile.write(file, rows);

        assertThat(ExpectedFile.read(file, rejections::add)).isEqualTo(rows);
        assertThat(rejections).isEmpty();
    }

    @Test
    void the_columns_may_stand_in_any_order_and_with_semicolons() throws Exception {
        var file = Files.writeString(
                folder.resolve("e.csv"), "\uFEFFCases;svf;year;note;home_region\n3.5;lungcancer;2023;x;01\n");

        assertThat(ExpectedFile.read(file, rejections::add))
                .containsExactly(new ExpectedCases.Row("lungcancer", "01", 2023, 3.5));
    }

    @Test
    void a_row_that_cannot_be_used_is_rejected_with_line_and_column() throws Exception {
        var file = Files.writeString(
                folder.resolve("e.csv"),
                "svf,home_region,year,cases\nlungcancer,01,last,3\nlungcancer,01,2023,-3\n,01,2023,3\nlungcancer,01,2023\n");

        assertThat(ExpectedFile.read(file, rejections::add)).isEmpty();
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rejections).extracting(Rejection::column).containsExactly("year", "cases", "svf", "cases");
    }

    @Test
    void a_file_without_its_columns_is_rejected_once_for_each() throws Exception {
        var file = Files.writeString(folder.resolve("e.csv"), "svf,year\nlungcancer,2023\n");

        assertThat(ExpectedFile.read(file, rejections::add)).isEmpty();
        assertThat(rejections).extracting(Rejection::column).containsExactly("home_region", "cases");
    }

    @Test
    void a_decimal_comma_and_a_lost_first_zero_are_understood() throws Exception {
        var file = Files.writeString(
                folder.resolve("e.csv"), "svf;home_region;year;cases\nlungcancer;1;2023;12,5\n\nmelanoma;;2023;3\n");

        assertThat(ExpectedFile.read(file, rejections::add))
                .containsExactly(
                        new ExpectedCases.Row("lungcancer", "01", 2023, 12.5),
                        new ExpectedCases.Row("melanoma", "", 2023, 3));
        assertThat(rejections).isEmpty();
    }

    @Test
    void every_fault_of_a_row_is_told_and_the_same_expectation_again_is_rejected() throws Exception {
        var file = Files.writeString(
                folder.resolve("e.csv"),
                "svf,home_region,year,cases\nlungcancer,01,23,many\nlungcancer,01,2023,5\nlungcancer,1,2023,6\n");

        assertThat(ExpectedFile.read(file, rejections::add))
                .containsExactly(new ExpectedCases.Row("lungcancer", "01", 2023, 5));
        assertThat(rejections)
                .extracting(one -> one.line() + " " + one.column())
                .containsExactly("2 year", "2 cases", "4 svf");
    }
}
