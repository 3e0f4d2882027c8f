package se.varjedag.app.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.Role;
import se.varjedag.app.careplan.Goals;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.rehabilitation.Entries;
import se.varjedag.app.rehabilitation.Entry;

/// What stands in a patient's register extract, and who has looked.
class ExtractTest {
    private static final LocalDate START = LocalDate.of(2024, 3, 1);
    private static final String EXTRACT = "/mina-uppgifter/utdrag.csv";
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        installation = Installation.serving(home);
        Ward.units(installation);
        installation.read("a.csv", "person,code,time,region,unit,source,id", "pat,VB210," + START + ",05,A1,s,1");
        installation.timeline().refresh();
        var place = Ward.person(installation, "pat").toString();
        Accounts.write(home, new Account("pat", "Pat Patient", new Assignment(Role.PATIENT, place)), Ward.PASSWORD);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void who_was_named_stands_in_it_and_nothing_is_a_formula() throws Exception {
        var person = Ward.person(installation, "pat");
        var anna = Ward.at(Role.CONTACT_NURSE, "anna", "A1");
        var definition = installation.timeline().definitions().all().stream()
                .filter(one -> one.prefix().filter("VB2"::equals).isPresent())
                .findFirst()
                .orElseThrow();
        installation
                .bean(Named.class)
                .name(
                        anna,
                        new PathwayKey(person, definition.id(), START),
                        Task.CONTACT_NURSE,
                        new Named.Staff("anna", "Anna Läkare"),
                        START,
                        Optional.of(START.plusDays(9)));
        installation.bean(Goals.class).write(person, "=HYPERLINK(\"http://x\")");

        try (var pat = new Visit(installation, "pat", Ward.PASSWORD)) {
            assertThat(pat.page(EXTRACT, "sv").body())
                    .contains("Anna Läkare, till 2024-03-10", "\"'=HYPERLINK(")
                    .doesNotContain("\"=HYPERLINK");
        }
    }

    @Test
    void what_was_entered_of_rehabilitation_stands_in_it_once_she_has_been_told_her_result() throws Exception {
        installation.read("u.csv", "person,code,time,region,unit,source,id", "una,VB210," + START + ",05,A1,s,11");
        installation.timeline().refresh();
        var person = Ward.person(installation, "una");
        Accounts.write(
                installation.home(),
                new Account("una", "Pat Patient", new Assignment(Role.PATIENT, person.toString())),
                Ward.PASSWORD);
        var anna = Ward.at(Role.CONTACT_NURSE, "anna", "A1");
        installation.bean(Entries.class).add(anna, person, Entry.What.PLAN, "", Entry.YES, START.plusDays(3));

        try (var una = new Visit(installation, "una", Ward.PASSWORD)) {
            assertThat(una.page(EXTRACT, "sv").body()).doesNotContain("Rehabilitering: ");

            installation.read(
                    "v.csv",
                    "person,code,time,region,unit,source,id",
                    "una,VB240," + START.plusDays(9) + ",05,A1,s,12");
            installation.timeline().refresh();

            assertThat(una.page(EXTRACT, "sv").body()).contains("Rehabilitering: ");
        }
    }

    @Test
    void others_are_told_of_also_after_one_unit_has_looked_many_times() throws Exception {
        try (var anna = new Visit(installation, "anna", Ward.PASSWORD);
                var pat = new Visit(installation, "pat", Ward.PASSWORD)) {
            var person = Ward.person(installation, "pat");
            anna.page("/patient/" + person, "sv");
            var bo = Optional.of(Ward.at(Role.CLINICIAN, "bo", "A3"));
            var from = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
            installation
                    .bean(AccessLog.class)
                    .keep(IntStream.range(0, 700)
                            .mapToObj(second -> LogEntry.by(
                                            bo,
                                            from.plusSeconds(second),
                                            LogEntry.Action.LOOK,
                                            "GET /patient/{person}",
                                            Ward.FROM,
                                            true)
                                    .about(person, "A3"))
                            .toList());
            assertThat(pat.page("/mina-uppgifter", "sv").body()).contains("Lung A", "Hud A");
            assertThat(pat.page(EXTRACT, "sv").body().split("Hud A", -1).length)
                    .as("a line for each minute of seven hundred seconds")
                    .isEqualTo(13);
        }
    }

    @Test
    void others_are_told_of_also_after_she_has_looked_herself_many_times() throws Exception {
        try (var anna = new Visit(installation, "anna", Ward.PASSWORD);
                var pat = new Visit(installation, "pat", Ward.PASSWORD)) {
            anna.page("/patient/" + Ward.person(installation, "pat"), "sv");
            for (int time = 0; time < 510; time++) {
                pat.page("/mina-uppgifter", "sv");
            }
            assertThat(pat.page("/mina-uppgifter", "sv").body())
                    .contains("Lung A")
                    .doesNotContain("Ingen har läst eller hämtat något");
        }
    }
}
