package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.pathway.definition.Language;

class OpenFollowTest {
    @TempDir
    Path folder;

    @Test
    void fewer_than_five_are_left_empty_and_named_in_a_last_column() throws IOException {
        var run = Run.of("follow", file(), "--open", "--by", "region", "--from", "2023-01-01", "--to", "2023-12-31");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lines().getFirst()).startsWith("region,n,with_limit,").endsWith(",left,hidden");
        assertThat(run.lines().getLast()).startsWith("12,,,,").contains(",n with_limit within ");
    }

    @Test
    void what_is_not_hidden_is_what_every_other_answer_tells() throws IOException {
        var period = List.of("--by", "", "--from", "2023-01-01", "--to", "2023-12-31", "--count-by", "end");
        var open = Run.of(words(file(), period, "--open")).lines().getLast();
        var plain = Run.of(words(file(), period, "--format", "csv")).lines().getLast();

        assertThat(open).startsWith(plain.substring(0, plain.indexOf(",20,20,20")));
    }

    @Test
    void a_person_reads_in_the_table_what_is_hidden() throws IOException {
        var words = words(file(), List.of("--by", "region", "--from", "2023-01-01", "--to", "2023-12-31"), "--open");

        assertThat(Run.in(Language.EN, true, words).out()).contains("hidden").doesNotContain("n with_limit");
        assertThat(Run.in(Language.SV, true, words).out()).contains("dold");
    }

    @Test
    void a_year_that_has_not_passed_is_refused_with_a_sentence_once_the_events_are_known() throws IOException {
        var run = Run.of("follow", file(), "--open", "--from", "2024-01-01", "--to", "2024-12-31");

        assertThat(run.status()).as(run.out()).isEqualTo(2);
        assertThat(run.err()).contains("the last is 2023");
        assertThat(run.out()).isEmpty();
    }

    private static Object[] words(Path file, List<String> question, String... more) {
        var words = new ArrayList<Object>(List.of("follow", file));
        words.addAll(question);
        words.addAll(List.of(more));
        return words.toArray();
    }

    /// Three treated in one region and twenty in another, and one patient of the next year, so that 2023 has passed.
    private Path file() throws IOException {
        var lines = new ArrayList<>(List.of("person,code,time,region"));
        var start = LocalDate.of(2023, 3, 1);
        for (int i = 0; i < 23; i++) {
            var region = i < 3 ? "12" : "01";
            lines.add("p%d,VC010,%s,%s".formatted(i, start, region));
            lines.add("p%d,VC050,%s,%s".formatted(i, start.plusDays(20), region));
        }
        lines.add("q,VC010,2024-01-05,01");
        return Files.write(folder.resolve("events.csv"), lines);
    }
}
