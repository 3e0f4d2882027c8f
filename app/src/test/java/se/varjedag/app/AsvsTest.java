package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of security requirements says what is true of the tests.
class AsvsTest {
    private static final Path TABLE = Path.of("../docs/asvs.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| (.+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    /// How many requirements version 5.0.0 has.
    private static final int LEVEL_1 = 70;

    private static final int LEVEL_2 = 183;

    private record Row(String id, int level, String stand) {}

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        for (var line : Files.readAllLines(TABLE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), Integer.parseInt(row.group(2)), row.group(3)));
            }
        }
        return rows;
    }

    @Test
    void every_requirement_of_both_levels_has_one_row_with_a_test_or_a_reason() throws IOException {
        var rows = rows();

        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(rows).filteredOn(row -> row.level() == 1).hasSize(LEVEL_1);
        assertThat(rows).filteredOn(row -> row.level() == 2).hasSize(LEVEL_2);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.stand())
                        .as(row.id())
                        .matches("(`\\w+#\\w+`(<br>)?)+|(not claimed|does not apply): \\S.+"));
    }

    @Test
    void what_is_told_of_the_rows_is_what_they_say() throws IOException {
        var rows = rows();
        var text = Files.readString(TABLE);

        assertThat(text)
                .contains("**Tests named:** " + count(rows, "`"))
                .contains("**Not claimed:** " + count(rows, "not claimed"))
                .contains("**Does not apply:** " + count(rows, "does not apply"));
    }

    private static long count(List<Row> rows, String begins) {
        return rows.stream().filter(row -> row.stand().startsWith(begins)).count();
    }

    @Test
    void every_test_that_the_table_names_exists() throws IOException {
        var sources = sources();
        var missing = new ArrayList<String>();
        int named = 0;
        var tests = TEST.matcher(Files.readString(TABLE));
        while (tests.find()) {
            named++;
            if (!sources.getOrDefault(tests.group(1), "").contains("void " + tests.group(2) + "(")) {
                missing.add(tests.group());
            }
        }
        assertThat(named).isPositive();
        assertThat(missing).isEmpty();
    }

    /// The tests of all modules by the names of their classes.
    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        for (var module : List.of("app", "eventlog", "cli", "pathway", "nation")) {
            try (var files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var name = String.valueOf(file.getFileName()).replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
