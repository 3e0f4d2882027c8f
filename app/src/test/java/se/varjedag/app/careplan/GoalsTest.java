package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// What matters to a patient: hers to write and to mark, her contact nurse's to read, nobody else's.
class GoalsTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PATH = "/min-vardplan/mal";
    private static Installation installation;
    private static UUID first = new UUID(0, 0);
    private static UUID second = new UUID(0, 0);

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        for (var unit : List.of("A1", "A3")) {
            var nurse = new Account("of" + unit, "Kim Kontakt", new Assignment(Role.CONTACT_NURSE, unit));
            Accounts.write(home, nurse, PASSWORD);
        }
        installation = Installation.serving(home);
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("A1", "Lung A", "Mottagning", "A", "05"),
                        new Unit("A3", "Hud A", "Mottagning", "B", "05")));
        var start = installation.bean(Today.class).day().minusDays(6);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010," + start + ",05,A1,s,1",
                "p2,VC010," + start + ",05,A3,s,2");
        installation.timeline().refresh();
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        first = pseudonyms.of("p1");
        second = pseudonyms.of("p2");
        for (var name : List.of("p1", "p2", "p3")) {
            var place = pseudonyms.of(name).toString();
            Accounts.write(home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), PASSWORD);
        }
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Goals goals() {
        return installation.bean(Goals.class);
    }

    private static String text(String words) {
        return "text=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void what_she_writes_is_read_by_her_contact_nurse_and_by_nobody_of_another_caregiver() throws Exception {
        try (var pat = new Visit(installation, "p1", PASSWORD);
                var nurse = new Visit(installation, "ofA1", PASSWORD);
                var stranger = new Visit(installation, "ofA3", PASSWORD);
                var other = new Visit(installation, "p2", PASSWORD)) {
            pat.post(PATH, FORM, text("Jag vill kunna sjunga <i>i kören</i>"));

            assertThat(pat.page(PATH, "sv").body())
                    .contains("Jag vill kunna sjunga &lt;i&gt;", "Jag har nått det", "Skrivet 20")
                    .doesNotContain("Uppnått");
            assertThat(nurse.page("/meddelanden/" + first, "sv").body())
                    .contains("Vad är viktigt för patienten?", "Jag vill kunna sjunga");
            assertThat(stranger.page("/meddelanden/" + first, "sv").statusCode())
                    .isEqualTo(404);
            assertThat(nurse.page(PATH, "sv").statusCode()).isEqualTo(403);
            assertThat(other.page(PATH, "sv").body()).doesNotContain("sjunga");
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body()).contains("Jag vill kunna sjunga");
            assertThat(other.page("/mina-uppgifter/utdrag.csv", "sv").body()).doesNotContain("sjunga");
        }
    }

    @Test
    void a_goal_is_marked_by_its_owner_alone_and_its_words_stay() throws Exception {
        goals().write(second, "Gå till stugan");
        var goal = goals().of(second).getFirst();
        try (var pat = new Visit(installation, "p2", PASSWORD);
                var other = new Visit(installation, "p1", PASSWORD)) {
            var mark = "mal=" + goal.id() + "&lage=reached";
            assertThat(other.post(PATH + "/lage", FORM, mark).statusCode()).isEqualTo(404);
            assertThat(pat.post(PATH + "/lage", FORM, "mal=" + goal.id() + "&lage=gone")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(pat.post(PATH + "/lage", FORM, "mal=x&lage=reached").statusCode())
                    .isEqualTo(404);
            assertThat(goals().of(second)).containsExactly(goal);

            pat.post(PATH + "/lage", FORM, mark);
            pat.post(PATH + "/lage", FORM, mark);

            assertThat(pat.page(PATH, "en").body()).contains("Gå till stugan", "Reached 20", "It matters again");
            pat.post(PATH + "/lage", FORM, "mal=" + goal.id() + "&lage=aside");
            assertThat(pat.page(PATH, "sv").body()).contains("Gå till stugan", "Lagt åt sidan 20");
        }
        assertThat(installation.count("select count(*) from careplan_goal_state"))
                .as("the same said twice is said once")
                .isEqualTo(2);
    }

    @Test
    void without_a_way_there_is_no_page_to_write_on() throws Exception {
        try (var pat = new Visit(installation, "p3", PASSWORD)) {
            assertThat(pat.page(PATH, "sv").body()).doesNotContain("textarea");
            assertThat(pat.post(PATH, FORM, text("Hej")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void those_before_her_come_first_and_nothing_but_space_is_no_goal() {
        var person = UUID.randomUUID();
        goals().write(person, "Ett");
        goals().write(person, "  \n");
        goals().write(person, "Två\0");
        goals().mark(person, goals().of(person).getFirst().id(), Goals.State.ASIDE);

        assertThat(goals().of(person)).extracting(Goals.Goal::words).containsExactly("Ett", "Två");
        assertThat(goals().of(person))
                .extracting(Goals.Goal::state)
                .containsExactly(Goals.State.ALIVE, Goals.State.ASIDE);
    }
}
