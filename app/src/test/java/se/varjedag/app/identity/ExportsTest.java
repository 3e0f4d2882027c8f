package se.varjedag.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.identity.Exports.What;

class ExportsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2023, 1, 1);
    private static final LocalDate TO = LocalDate.of(2023, 12, 31);

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.started();
        installation.read(
                "a.csv",
                "person,code,time,unit,region,home_region,sex,born,ref,source,id",
                "p1,VC010,2023-03-01,U1,01,03,F,1950,R77,lab,1",
                "p1,VC050,2023-04-10,U1,01,03,F,1950,,lab,2",
                "p2,VC010,2024-01-01,\"U,2\",01,01,M,1960,,lab,3");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Exports exports() {
        return installation.bean(Exports.class);
    }

    private static List<String> taken(String project, What what, LocalDate from, LocalDate to) throws IOException {
        var exports = exports();
        try (var ready = exports.export(exports.project(project, "anna", NOW), what, from, to, "anna", NOW)) {
            return Files.readAllLines(ready.file());
        }
    }

    private static String person(List<String> lines) {
        return lines.get(1).substring(0, 36);
    }

    @Test
    void pathways_of_the_period_are_handed_out_with_dates_and_limit() throws IOException {
        var lines = taken("Lungstudien", What.PATHWAYS, FROM, TO);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("person,svf,start,end,state,treatment,days,limit,region,unit");
        assertThat(lines.get(1)).contains(",2023-03-01,2023-04-10,", ",40,", ",01,U1");
    }

    @Test
    void events_are_handed_out_without_numbers_of_referrals_and_sources() throws IOException {
        var lines = taken("Lungstudien", What.EVENTS, FROM, TO.plusYears(1));

        assertThat(lines).hasSize(4);
        assertThat(lines).anyMatch(line -> line.endsWith(",VC010,2023-03-01,U1,01,03,F,1950,"));
        assertThat(String.join("\n", lines)).doesNotContain("R77").doesNotContain("lab");
        assertThat(String.join("\n", lines)).contains("\"U,2\"");
    }

    @Test
    void one_person_has_one_pseudonym_in_a_project_and_another_in_the_next_and_neither_is_ours() throws IOException {
        var first = person(taken("A", What.EVENTS, FROM, TO));
        var again = person(taken("A", What.PATHWAYS, FROM, TO));
        var other = person(taken("B", What.EVENTS, FROM, TO));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(installation.count(
                        "select count(*) from care_event where person::text in ('%s', '%s')".formatted(first, other)))
                .isZero();
    }

    @Test
    void what_was_handed_out_is_written_down_and_stays_so() throws IOException {
        taken("C", What.EVENTS, FROM, TO);
        var done = exports().done().getFirst();

        assertThat(done.project()).isEqualTo("C");
        assertThat(done.by()).isEqualTo("anna");
        assertThat(done.lines()).isEqualTo(2);
        assertThat(done.persons()).isEqualTo(1);
        assertThat(done.sha256()).hasSize(64);
        assertThatThrownBy(() ->
                        installation.database().sql("delete from export_done").update())
                .hasMessageContaining("only grows");
    }

    @Test
    void no_file_stays_behind() throws IOException {
        taken("D", What.EVENTS, FROM, TO);

        try (var left = Files.list(installation.home().folder().resolve("exporting"))) {
            assertThat(left).isEmpty();
        }
    }
}
