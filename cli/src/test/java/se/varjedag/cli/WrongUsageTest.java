package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.varjedag.pathway.definition.Language;

class WrongUsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "follow --bye svf x.csv | Did you mean --by?",
                "follow --by svff x.csv | Did you mean 'svf'?",
                "follow --by regoin x.csv | Did you mean 'region'?",
                "follow --by svf,svf x.csv | names 'svf' twice",
                "follow --measure suspicion..treatmnt x.csv | Did you mean 'treatment'?",
                "follow --measure suspicion x.csv | FROM..TO",
                "follow --from 2023-02-30 x.csv | a date that exists",
                "follow --from 2023-02-01 --to 2023-01-01 x.csv | before --from",
                "follow --count-by stat x.csv | Did you mean 'start'?",
                "follow --limit soon x.csv | whole number from 0",
                "follow --limit -1 x.csv | whole number from 0",
                "follow --min-count 0 x.csv | whole number from 1",
                "follow --as-of today x.csv | --as-of is a date",
                "follow --known-at noon x.csv | --known-at is a date",
                "follow --format tabel x.csv | Did you mean 'table'?",
                "follow --only region x.csv | KEY=VALUE",
                "follow --definitions nowhere x.csv | names a folder",
                "follow --expected nowhere x.csv | does not exist",
                "follow --open --as-of 2023-12-31 x.csv | two days apart",
                "follow --open --expected e.csv x.csv | no inclusion",
                "follow --open --by sex x.csv | not by sex",
                "follow --open --limit 21 x.csv | the definitions' limits only",
                "follow --open --from 2023-02-01 x.csv | first of January",
                "follow --by | Something is missing",
                "follow --from 2023-01-01 --from 2023-01-02 x.csv | more than once",
                "follow | at least one file",
                "folow x.csv | Did you mean 'follow'?",
                "discover --show varaints x.csv | Did you mean 'variants'?",
                "discover --unit days --between a b x.csv | Choose from: d, h, min, s",
                "discover --unit d x.csv | name two activities",
                "discover --pairing later --between a b x.csv | Choose from: first, after",
                "discover --show dfg --between a b x.csv | one at a time",
                "simulate | --out FILE",
                "simulate --out x.csv --expected ./x.csv | name the same file",
                "follow --rejects x.csv --findings ./x.csv y.csv | name the same file",
                "simulate --years 2024..2023 --out x.csv | the first not after the last",
                "simulate --years soon --out x.csv | is written 2023..2024",
                "simulate --years 2022-2023 --out x.csv | is written 2023..2024",
                "simulate --years 2023..2024..2025 --out x.csv | is written 2023..2024",
                "simulate --scale much --out x.csv | is a number such as 0.1",
                "simulate --seed x --out x.csv | is a whole number",
                "simulate --out x.txt | ends with .csv"
            })
    void is_answered_with_status_2_and_a_sentence(String words, String sentence) {
        var run = Run.of((Object[]) words.split(" ", -1));

        assertThat(run.err()).contains(sentence);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow --rejects", "follow --findings", "discover --rejects"})
    void a_file_that_is_read_is_never_written_over(String words) throws IOException {
        var events = Files.writeString(folder.resolve("events.csv"), "person,code,time\na,VG910,2023-03-01\n");
        var roundabout = folder.resolve(".").resolve("events.csv");
        var said = words.split(" ", -1);

        var run = Run.of(said[0], events, said[1], roundabout);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("would write over");
        assertThat(events).hasContent("person,code,time\na,VG910,2023-03-01\n");
    }

    @Test
    void a_name_that_no_file_can_have_is_answered_with_a_sentence() {
        var run = Run.of("follow", "a\0.csv");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be the name of a file").doesNotContain("\tat ");
    }

    @Test
    void is_answered_in_swedish_where_that_is_asked_for() {
        assertThat(Run.in(Language.SV, false, "follow", "--by", "regoin", "x.csv")
                        .err())
                .contains("Menade du 'region'?");
    }

    @Test
    void nothing_asked_shows_the_help_and_is_wrong_usage() {
        assertThat(Run.of())
                .returns(2, Run::status)
                .satisfies(run -> assertThat(run.out()).contains("follow", "discover", "simulate"));
    }

    @Test
    void every_help_teaches_by_example() {
        for (var command : new String[] {"follow", "discover", "simulate"}) {
            assertThat(Run.of(command, "--help"))
                    .returns(0, Run::status)
                    .satisfies(run -> assertThat(run.out()).contains("Examples:", "varjedag " + command));
        }
    }

    @Test
    void every_option_has_its_words_in_swedish_too() {
        var swedish = ResourceBundle.getBundle("se.varjedag.cli.Help", Locale.of("sv"));
        var console = new Console(System.out, System.err, false, false, Language.EN, Run.TODAY);
        for (var command : new Object[] {new Follow(console), new Discover(console), new Simulate(console)}) {
            for (var option : new CommandLine(command).getCommandSpec().options()) {
                assertThat(swedish.containsKey(option.descriptionKey()))
                        .as(option.longestName())
                        .isTrue();
            }
        }
        assertThat(Run.in(Language.SV, false, "follow", "--help").out())
                .contains("Periodens första dag.", "Exempel:")
                .doesNotContain("First day of the period");
    }

    @Test
    void the_language_is_swedish_only_where_asked_for() {
        assertThat(Console.language(java.util.Map.of())).isEqualTo(Language.EN);
        assertThat(Console.language(java.util.Map.of("LANG", "sv_SE.UTF-8"))).isEqualTo(Language.SV);
        assertThat(Console.language(java.util.Map.of("LANG", "sv_SE.UTF-8", "VARJEDAG_LANG", "en")))
                .isEqualTo(Language.EN);
    }
}
