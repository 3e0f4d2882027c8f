package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final List<String> SMALL = List.of("simulate", "--years", "2023", "--scale", "0.002", "--seed", "3");

    @TempDir
    Path folder;

    @Test
    void the_same_options_give_the_same_bytes_packed_or_not() throws IOException {
        simulate("--out", folder.resolve("one.csv"));
        simulate("--out", folder.resolve("two.csv"));
        simulate("--out", folder.resolve("three.csv.gz"));
        var one = Files.readAllBytes(folder.resolve("one.csv"));

        assertThat(one).isNotEmpty().isEqualTo(Files.readAllBytes(folder.resolve("two.csv")));
        try (var packed = new GZIPInputStream(Files.newInputStream(folder.resolve("three.csv.gz")))) {
            assertThat(packed.readAllBytes()).isEqualTo(one);
        }
    }

    @Test
    void parquet_holds_the_same_rows() throws IOException, SQLException {
        var parquet = folder.resolve("events.parquet");
        var csv = folder.resolve("events.csv");
        simulate("--out", parquet);
        simulate("--out", csv);

        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*), count(DISTINCT id), (SELECT count(*) FROM read_csv('"
                                + csv + "', all_varchar = true)) FROM '" + parquet + "'")) {
            rows.next();
            assertThat(rows.getLong(1)).isPositive().isEqualTo(rows.getLong(3));
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("events.parquet", "events.csv");
    }

    @Test
    void what_is_simulated_can_be_followed_with_the_definitions_and_cases_written_beside_it() {
        var events = folder.resolve("events.csv");
        var definitions = folder.resolve("definitions");
        var expected = folder.resolve("expected.csv");
        simulate("--out", events, "--definitions-out", definitions, "--expected", expected);

        var run = Run.of("follow", events, "--definitions", definitions, "--expected", expected, "--by", "");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("No pathway definition has this code");
        double inclusion = Double.parseDouble(
                run.lines().getLast().substring(run.lines().getLast().lastIndexOf(',') + 1));
        assertThat(inclusion).isBetween(0.4, 1.2);
    }

    @Test
    void nothing_is_known_after_the_last_day_asked_for() throws IOException {
        var events = folder.resolve("events.csv");
        simulate("--out", events, "--until", "2023-06-30");

        assertThat(Files.readAllLines(events).stream().skip(1).filter(line -> !line.contains("planned")))
                .allSatisfy(line -> assertThat(line.split(",", -1)[2]).isLessThanOrEqualTo("2023-06-30"));
    }

    @Test
    void compare_sets_published_figures_beside() {
        assertThat(simulate("--compare").out()).isNotBlank();
    }

    @Test
    void what_was_there_stays_when_the_new_file_cannot_be_written() throws IOException {
        var occupied = Files.createDirectory(folder.resolve("occupied.csv"));
        Files.writeString(occupied.resolve("inside"), "x");
        var run = Run.of(words("--out", occupied));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be written");
        assertThat(occupied.resolve("inside")).exists();
        assertThat(folder.toFile().list()).containsExactly("occupied.csv");
    }

    private static Run simulate(Object... more) {
        var run = Run.of(words(more));
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private static Object[] words(Object... more) {
        var words = new ArrayList<Object>(SMALL);
        words.addAll(List.of(more));
        return words.toArray();
    }
}
