package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;
import se.varjedag.app.web.Formats;
import se.varjedag.nation.WorkingDays;
import se.varjedag.pathway.definition.Language;

/// What a patient writes, who answers and by when, and that nobody else reads it.
class MessagesTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static Installation installation;
    private static UUID patient = new UUID(0, 0);

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        staff(home, "kaj", "A1");
        staff(home, "bo", "A3");
        installation = Installation.serving(home);
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("A1", "Lung A", "Mottagning", "A", "05"),
                        new Unit("A3", "Hud A", "Mottagning", "A", "05"),
                        new Unit("A5", "Alla A", "Mottagning", "A", "05")));
        var start = installation.bean(Today.class).day().minusDays(6);
        var rows = new ArrayList<String>();
        rows.add("person,code,time,region,unit,source,id");
        rows.add("p1,VC010," + start + ",05,A1,s,1");
        rows.add("p2,VC010," + start + ",05,A3,s,2");
        for (var definition : installation.timeline().definitions().all()) {
            definition
                    .prefix()
                    .ifPresent(prefix -> rows.add("all-%1$s,%1$s10,%2$s,05,A5,s,all-%1$s".formatted(prefix, start)));
        }
        installation.read("a.csv", rows.toArray(String[]::new));
        installation.timeline().refresh();
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        patient = pseudonyms.of("p1");
        for (var name : List.of("p1", "p2")) {
            var place = pseudonyms.of(name).toString();
            Accounts.write(home, new Account(name, name, new Assignment(Role.PATIENT, place)), PASSWORD);
        }
    }

    private static void staff(se.varjedag.app.database.Home home, String name, String unit) {
        Accounts.write(home, new Account(name, "Namn " + name, new Assignment(Role.CONTACT_NURSE, unit)), PASSWORD);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Acting kaj() {
        return acting("kaj", "A1");
    }

    private static Acting acting(String name, String unit) {
        var assignment = new Assignment(Role.CONTACT_NURSE, unit);
        return new Acting(new Account(name, "Namn " + name, assignment), assignment);
    }

    private static String text(String words) {
        return "text=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void a_message_is_answered_by_a_promised_day_and_each_side_sees_that_the_other_has_read() throws Exception {
        try (var pat = new Visit(installation, "p1", PASSWORD);
                var kaj = new Visit(installation, "kaj", PASSWORD);
                var bo = new Visit(installation, "bo", PASSWORD);
                var other = new Visit(installation, "p2", PASSWORD)) {
            kaj.post("/meddelanden/enhet", FORM, "telefon=018-12+34&tider=vardagar+8-10&dagar=3");
            assertThat(pat.page("/min-vardplan", "sv").body()).contains("tel:0181234", "vardagar 8-10");

            pat.post("/min-vardplan/meddelanden", FORM, text("Får min dotter följa med?") + "&om=visits");

            var promised = promised();
            assertThat(promised).isEqualTo(WorkingDays.after(sent(), 3));
            assertThat(kaj.page("/meddelanden", "sv").body())
                    .contains("/meddelanden/" + patient, new Formats(Language.SV).date(promised));
            assertThat(bo.page("/meddelanden", "sv").body()).doesNotContain(patient.toString());
            assertThat(pat.page("/min-vardplan/meddelanden", "sv").body())
                    .contains("Får min dotter följa med?", "Svar senast")
                    .doesNotContain("Läst av");

            assertThat(kaj.page("/meddelanden/" + patient, "sv").body()).contains("Får min dotter följa med?");
            assertThat(pat.page("/min-vardplan/meddelanden", "sv").body()).contains("Läst av Namn kaj");
            kaj.post("/meddelanden/" + patient, FORM, text("Ja, det går bra."));

            assertThat(pat.page("/min-vardplan/meddelanden", "sv").body())
                    .contains("Ja, det går bra.", "Namn kaj")
                    .doesNotContain("Svar senast");
            assertThat(kaj.page("/meddelanden", "sv").body()).doesNotContain(patient.toString());
            assertThat(kaj.page("/meddelanden/" + patient, "sv").body()).contains("Läst ");

            assertThat(other.page("/min-vardplan/meddelanden", "sv").body()).doesNotContain("dotter", "går bra");
            assertThat(bo.page("/meddelanden/" + patient, "sv").statusCode()).isEqualTo(404);
            assertThat(bo.post("/meddelanden/" + patient, FORM, text("Hej")).statusCode())
                    .isEqualTo(404);
            assertThat(pat.page("/meddelanden", "sv").statusCode()).isEqualTo(403);
        }
        assertThat(installation.count("select count(*) from careplan_message where unit = 'A1'"))
                .isEqualTo(2);
    }

    private static LocalDate promised() {
        return installation
                .database()
                .sql("select promised from careplan_message where from_patient and unit = 'A1'")
                .query(LocalDate.class)
                .single();
    }

    private static LocalDate sent() {
        return installation
                .database()
                .sql(
                        "select (at at time zone 'Europe/Stockholm')::date from careplan_message where from_patient and unit = 'A1'")
                .query(LocalDate.class)
                .single();
    }

    @Test
    void whoever_stands_in_for_the_contact_nurse_is_named_to_the_patient_while_she_is_away() throws Exception {
        var key = key();
        var today = installation.bean(Today.class).day();
        var kaj = new Named.Staff("kaj", "Namn kaj");
        installation.bean(Named.class).name(kaj(), key, Task.CONTACT_NURSE, kaj, today, Optional.empty());
        try (var pat = new Visit(installation, "p1", PASSWORD)) {
            assertThat(pat.page("/min-vardplan", "sv").body())
                    .contains("Namn kaj", "Din kontaktsjuksköterska")
                    .doesNotContain("Är borta");

            installation
                    .bean(Covers.class)
                    .add(kaj(), kaj, new Named.Staff("kia", "Kia Vikarie"), today, today.plusDays(4));

            assertThat(pat.page("/min-vardplan", "sv").body()).contains("Är borta", "svarar Kia Vikarie");
            assertThat(pat.page("/min-vardplan/meddelanden", "en").body()).contains("For now Kia Vikarie answers");
        }
    }

    private static PathwayKey key() {
        return installation.bean(Worklist.class).of(kaj()).lines().getFirst().key();
    }

    @Test
    void the_next_step_and_its_last_day_are_those_of_the_worklist() {
        var lines = installation.bean(Worklist.class).of(acting("bo", "A5")).lines();
        for (var line : lines) {
            var person = line.key().person();
            var assignment = new Assignment(Role.PATIENT, person.toString());
            var own = new Acting(new Account("own", "own", assignment), assignment);
            var way = installation
                    .bean(Ways.class)
                    .own(own, person, "GET /", "192.0.2.7")
                    .orElseThrow();

            var next = line.next().orElseThrow();
            var now = way.now().orElseThrow();
            assertThat(way.key()).isEqualTo(line.key());
            assertThat(now.stage()).isEqualTo(Way.Stage.of(next.point()));
            assertThat(now.latest()).isEqualTo(next.latest());
        }
        assertThat(lines)
                .as("some definition knows the days of its steps")
                .anyMatch(line -> line.next().orElseThrow().latest().isPresent());
    }

    @Test
    void a_message_goes_to_the_unit_that_has_named_somebody_for_her() throws Exception {
        var line =
                installation.bean(Worklist.class).of(acting("bo", "A3")).lines().getFirst();
        var today = installation.bean(Today.class).day();
        var nurse = new Named.Staff("kaj", "Namn kaj");
        installation
                .bean(Named.class)
                .name(acting("anna", "A5"), line.key(), Task.CONTACT_NURSE, nurse, today, Optional.empty());
        try (var pat = new Visit(installation, "p2", PASSWORD)) {
            pat.post("/min-vardplan/meddelanden", FORM, text("Var ska jag vara?"));
            assertThat(pat.page("/min-vardplan", "sv").body())
                    .contains("Alla A")
                    .doesNotContain("Hud A");
        }
        assertThat(installation.bean(Messages.class).waiting("A5"))
                .extracting(Messages.Message::person)
                .containsExactly(line.key().person());
        assertThat(installation.bean(Messages.class).waiting("A3")).isEmpty();
    }

    @Test
    void a_promise_counts_working_days_and_no_public_holiday() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 22), 2)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 2), 1)).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(WorkingDays.after(LocalDate.of(2026, 6, 18), 1)).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 20), 2)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void easy_swedish_is_kept_and_changes_these_pages_alone() throws Exception {
        try (var pat = new Visit(installation, "p1", PASSWORD)) {
            var chosen = pat.post("/min-vardplan/sprak", FORM, "sprak=latt&back=%2Fmin-vardplan%2Fmal");
            assertThat(chosen.headers().firstValue("Location"))
                    .as("back to the page it was chosen on")
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/min-vardplan/mal"));
            assertThat(pat.get("/min-vardplan").body()).contains("Det som händer sedan", "Vi började");
            pat.post("/min-vardplan/sprak", FORM, "sprak=en");
            assertThat(pat.get("/min-vardplan").body()).contains("What happens next");
            pat.post("/min-vardplan/sprak", FORM, "sprak=sv");
            assertThat(pat.get("/min-vardplan").body()).contains("Det här händer härnäst");
        }
    }
}
