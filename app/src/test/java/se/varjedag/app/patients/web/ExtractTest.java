package se.varjedag.app.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
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
    void who_was_named_and_what_was_entered_stand_in_it_and_nothing_is_a_formula() throws Exception {
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
        installation.bean(Entries.class).add(anna, person, Entry.What.PLAN, "", Entry.YES, START);
        installation.bean(Goals.class).write(person, "=HYPERLINK(\"http://x\")");

        try (var pat = new Visit(installation, "pat", Ward.PASSWORD)) {
            assertThat(pat.page(EXTRACT, "sv").body())
                    .contains("Anna Läkare, till 2024-03-10", "Rehabilitering: ", "\"'=HYPERLINK(")
                    .doesNotContain("\"=HYPERLINK");
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
