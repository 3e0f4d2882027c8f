package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.nation.Nation;

/// `follow` beside an independent computation: SQL in DuckDB over the same file (`reference.sql`), written from the
/// rules.
///
/// Counts must be equal. Shares, quantiles and means must be the same double or the next one to it: the two engines
/// interpolate and divide in different orders.
class ReferenceTest {
    private static final List<String> TEXTS = List.of(
            "svf", "treatment", "region", "home_region", "hregion", "unit", "sex", "age", "year", "quarter", "month");

    private static final Map<String, Reference> REFERENCES = new HashMap<>();

    @TempDir
    static Path folder;

    private static Path definitions = Path.of("");
    private static Path year = Path.of("");
    private static Path wild = Path.of("");

    @BeforeAll
    static void a_simulated_year_and_a_wild_file() throws IOException {
        definitions = folder.resolve("definitions");
        year = folder.resolve("year.csv");
        var simulated = Run.of(
                "simulate",
                "--years",
                "2023",
                "--scale",
                "0.02",
                "--seed",
                "11",
                "--subprocesses",
                "--out",
                year,
                "--definitions-out",
                definitions);
        assertThat(simulated.status()).as(simulated.err()).isZero();
        wild = Files.writeString(folder.resolve("wild.csv"), WildEvents.csv(Nation.definitions(), 42, 400, 24_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--by svf",
                "--by region,quarter",
                "--by svf,treatment",
                "--by svf,region,quarter --count-by start",
                "--by svf,region --as-of 2023-06-30",
                "--by month --as-of 2023-03-31 --count-by start",
                "--by svf --limit 21",
                "--by region --limit 21 --count-by start --from 2023-02-01 --to 2023-05-31",
                "--by hregion,year --from 2023-04-01 --to 2023-09-30",
                "--by home_region,sex,age",
                "--by unit",
                "--by svf --measure specimen-taken..pathology-reported",
                "--by unit,month --measure specimen-taken..pathology-reported --limit 5",
                "--by region --measure imaging-referral..imaging-reported --count-by start",
                "--by svf --measure suspected..suspicion",
                "--by svf,treatment --measure first-visit..treatment --limit 14",
                "--by svf --measure suspicion..mdt --as-of 2023-06-30",
                "--by svf --measure referral-received..first-visit",
                "--by svf --measure decision..treatment",
                "--by region --measure informed..specimen-taken --min-count 5",
                "--by svf --measure pathology-reported..mdt"
            })
    void follow_agrees_to_the_last_digit_with_the_same_question_in_sql(String words) throws Exception {
        for (var file : List.of(year, wild)) {
            var asked = Arguments.of(words);
            var ours = follow(file, words, asked.by());
            var theirs = reference(file, asked.get("--as-of")).answer(asked);

            assertThat(ours.keySet()).as("groups of %s in %s", words, file).isEqualTo(theirs.keySet());
            assertThat(ours).as("%s in %s", words, file).isNotEmpty();
            for (var group : theirs.entrySet()) {
                Digits.same(ours.get(group.getKey()), group.getValue(), words + " " + group.getKey() + " in " + file);
            }
        }
    }

    private static Reference reference(Path file, @Nullable String asOf) throws SQLException, IOException {
        var name = file + " as of " + asOf;
        var known = REFERENCES.get(name);
        if (known == null) {
            known = new Reference(Nation.definitions(), file, asOf);
            REFERENCES.put(name, known);
        }
        return known;
    }

    @AfterAll
    static void the_databases_are_closed() throws SQLException {
        for (var reference : REFERENCES.values()) {
            reference.close();
        }
    }

    private static Map<String, List<String>> follow(Path file, String words, List<String> by) {
        var arguments = new ArrayList<Object>(List.of("follow", file, "--definitions", definitions));
        arguments.addAll(List.of(words.split(" ", -1)));
        var run = Run.of(arguments.toArray());
        assertThat(run.status()).as(run.err()).isZero();
        var groups = new TreeMap<String, List<String>>();
        for (var line : run.lines().subList(1, run.lines().size())) {
            var cells = List.of(line.split(",", -1));
            groups.put(String.join(",", cells.subList(0, by.size())), cells.subList(by.size(), cells.size()));
        }
        assertThat(TEXTS).containsAll(by);
        return groups;
    }
}
