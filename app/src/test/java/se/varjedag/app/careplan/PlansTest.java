package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import se.varjedag.app.careplan.PlanStructure.Stage;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.PlansMade;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// The plan: made with the patient, in versions that stay, and nothing in it that she has not been told.
class PlansTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OWN = "/min-vardplan/plan";
    private static final int AGO = 40;
    private static Installation installation;
    private static LocalDate today = LocalDate.EPOCH;

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
        today = installation.bean(Today.class).day();
        var names = List.of("told", "untold", "paper", "changing", "hidden", "other", "none");
        var rows = new ArrayList<String>(List.of("person,code,time,region,unit,pathway,source,id"));
        for (var name : names.subList(0, names.size() - 1)) {
            rows.add(row(name, "VC010", AGO, rows.size()));
            rows.add(row(name, "VC025", 30, rows.size()));
            if (List.of("told", "paper", "changing").contains(name)) {
                rows.add(row(name, "VC040", 5, rows.size()));
            }
        }
        // Told today: she reads of it from tomorrow. And a pathway that would tell her what the first one found.
        rows.add(row("untold", "VC040", 0, rows.size()));
        rows.add(row("hidden", "VC072", 10, rows.size()));
        rows.add(row("hidden", "VG910", 8, rows.size()));
        installation.read("a.csv", rows.toArray(String[]::new));
        installation.timeline().refresh();
        for (var name : names) {
            var place = installation.bean(PersonPseudonyms.class).of(name).toString();
            Accounts.write(home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), PASSWORD);
        }
    }

    private static String row(String person, String code, int ago, int id) {
        return "%s,%s,%s,05,A1,,s,%d".formatted(person, code, today.minusDays(ago), id);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static UUID person(String name) {
        return installation.bean(PersonPseudonyms.class).of(name);
    }

    private static String path(String name) {
        return "/patient/" + person(name) + "/vardplan";
    }

    private static Plans plans() {
        return installation.bean(Plans.class);
    }

    private static String plan(Stage stage, int after, String self) {
        return "skede=" + stage.key() + "&diagnos=&tillsammans=ja&efter=" + after + "&del.self="
                + URLEncoder.encode(self, StandardCharsets.UTF_8);
    }

    @Test
    void it_is_signed_in_versions_and_what_changed_since_she_read_it_is_said_in_words() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "changing", PASSWORD)) {
            assertThat(pat.page(OWN, "sv").body()).contains("Det finns ingen plan för dig än");
            var signed = nurse.post(path("changing"), FORM, plan(Stage.TREATMENT, 0, "Gå ut <b>varje dag</b>\nVila"));
            assertThat(signed.headers().firstValue("Location").orElseThrow()).endsWith("?gjort=signerad");
            assertThat(nurse.page(path("changing") + "?gjort=signerad", "sv").body())
                    .contains("Versionen är signerad");

            assertThat(pat.page(OWN, "sv").body())
                    .contains("Gå ut &lt;b&gt;varje dag", "Innehåll ej fastställt", "Kim Kontakt", "version 1")
                    .contains("Jag har läst planen", "Under din behandling")
                    .contains("Tiderna du har fått står på första sidan", "Vem du kan ringa i dag")
                    .doesNotContain("my-mark", "Läst ");
            var read = pat.post(OWN, FORM, "version=1")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(read).endsWith(OWN + "?gjort=last");
            assertThat(pat.page(OWN + "?gjort=last", "sv").body()).contains("Vi har sparat att du har läst planen");
            assertThat(pat.page(OWN, "sv").body()).contains("Läst ").doesNotContain("Jag har läst planen");

            nurse.post(
                    path("changing"),
                    FORM,
                    plan(Stage.FOLLOW_UP, 1, "Gå ut två gånger") + "&del.late=Ring+om+du+undrar");
            var second = pat.page(OWN, "sv").body();
            assertThat(second)
                    .contains("version 2", "Ändrat</strong>", "Nytt</strong>", "sedan version 1 är märkt")
                    .contains("Jag har läst planen", "Ring om du undrar");
            assertThat(pat.page(OWN + "?version=1", "sv").body())
                    .contains("Det här är en gammal plan", "Gå ut &lt;b&gt;varje dag")
                    .doesNotContain("Jag har läst planen");
            assertThat(pat.page(OWN, "en").body()).contains("Changed</strong>", "What I can do myself");
            pat.post("/min-vardplan/sprak", FORM, "sprak=latt");
            assertThat(pat.page(OWN, "sv").body()).contains("Det är inte klart", "När jag ska ringa");
            assertThat(nurse.page(path("changing"), "sv").body()).contains("Läst ", "Skriv version 3");
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body())
                    .contains("Min plan, nummer", "Gå ut två gånger");
        }
        assertThat(installation.bean(PlansMade.class).of(List.of(person("changing"), person("none"))))
                .extracting(PathwayKey::person)
                .containsExactly(person("changing"));
        assertThat(plans().of(person("changing")))
                .extracting(Plans.Version::version)
                .containsExactly(2, 1);
        assertThat(plans().of(person("changing")))
                .as("the same number in every version")
                .extracting(Plans.Version::number)
                .containsOnly(plans().of(person("changing")).getFirst().number());
    }

    @Test
    void before_she_is_told_only_the_plan_of_the_investigation_is_written_and_shown() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "untold", PASSWORD)) {
            var page = nurse.page(path("untold"), "sv").body();
            assertThat(page)
                    .contains("Patienten har inte fått besked", "value=\"investigation\"")
                    .doesNotContain("value=\"treatment\"", "value=\"palliative\"", "del.treatment");
            assertThat(nurse.page(path("untold") + "?skede=palliative", "sv").body())
                    .doesNotContain("del.relief");
            for (var stage : List.of(Stage.TREATMENT, Stage.REHABILITATION, Stage.FOLLOW_UP, Stage.PALLIATIVE)) {
                nurse.post(path("untold"), FORM, plan(stage, 0, "Hemligt"));
            }
            assertThat(plans().of(person("untold"))).isEmpty();

            nurse.post(path("untold"), FORM, plan(Stage.INVESTIGATION, 0, "Sov gott"));
            assertThat(pat.page(OWN, "sv").body()).contains("Sov gott", "Medan vi söker svar");
        }
    }

    @Test
    void a_version_that_tells_more_than_she_knows_today_is_not_shown_nor_counted_among_hers() throws Exception {
        var hers = new PathwayKey(person("other"), "lungcancer", today.minusDays(AGO));
        installation.database().sql("""
                        insert into careplan_plan
                            (number, version, person, definition, start, stage, diagnosis, unit, at, by_whom, by_name)
                        values (900, 1, ?, 'lungcancer', ?, 'treatment', '', 'A1', now(), 'k', 'K')""").params(hers.person(), hers.start()).update();
        try (var pat = new Visit(installation, "other", PASSWORD);
                var nurse = new Visit(installation, "ofA1", PASSWORD)) {
            assertThat(pat.page(OWN, "sv").body())
                    .contains("Det finns ingen plan för dig än")
                    .doesNotContain("900", "Under din behandling");
            assertThat(pat.page(OWN + "?version=1", "sv").statusCode()).isEqualTo(404);
            assertThat(pat.post(OWN, FORM, "version=1").statusCode()).isEqualTo(404);
            nurse.post(path("other") + "/1", FORM, "samtycke=ja");
        }
        assertThat(plans().seen(person("other"))).isEmpty();
    }

    @Test
    void a_plan_is_never_made_for_a_pathway_that_she_does_not_know_of() throws Exception {
        var second = new PathwayKey(person("hidden"), "hudmelanom", today.minusDays(8));
        var first = new PathwayKey(person("hidden"), "lungcancer", today.minusDays(AGO));
        var assignment = new Assignment(Role.CONTACT_NURSE, "A1");
        var kim = new Acting(new Account("ofA1", "Kim Kontakt", assignment), assignment);
        assertThat(plans().sign(kim, second, 0, Stage.INVESTIGATION, PlanStructure.GENERIC, List.of()))
                .isEqualTo(Plans.Signed.UNTOLD);
        assertThat(plans().sign(kim, first, 0, Stage.INVESTIGATION, "melanoma", List.of()))
                .as("a diagnosis of the outcome")
                .isEqualTo(Plans.Signed.UNTOLD);
        assertThat(plans().of(person("hidden"))).isEmpty();
    }

    @Test
    void another_patient_and_another_caregiver_reach_nothing_of_it() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var stranger = new Visit(installation, "ofA3", PASSWORD);
                var pat = new Visit(installation, "told", PASSWORD);
                var without = new Visit(installation, "none", PASSWORD)) {
            nurse.post(path("told"), FORM, plan(Stage.TREATMENT, 0, "Bara mitt"));

            assertThat(pat.page(OWN, "sv").body()).contains("Bara mitt");
            assertThat(without.page(OWN, "sv").body()).doesNotContain("Bara mitt");
            assertThat(without.page(OWN + "?version=1", "sv").statusCode()).isEqualTo(404);
            assertThat(without.post(OWN, FORM, "version=1").statusCode()).isEqualTo(404);
            assertThat(pat.page(path("told"), "sv").statusCode()).isEqualTo(403);
            assertThat(nurse.page(OWN, "sv").statusCode()).isEqualTo(403);
            for (var where : List.of(path("told"), path("told") + "/1")) {
                assertThat(stranger.page(where, "sv").statusCode()).isEqualTo(404);
                assertThat(stranger.post(where, FORM, plan(Stage.TREATMENT, 1, "Fel"))
                                .statusCode())
                        .isEqualTo(404);
            }
            assertThat(plans().of(person("told"))).hasSize(1);
            assertThat(nurse.get("/patient/x/vardplan").statusCode()).isEqualTo(404);
            assertThat(nurse.get(path("told") + "/9").statusCode()).isEqualTo(404);
        }
        assertThat(installation.count("select count(*) from access_log where what like '%/min-vardplan/plan'"))
                .isPositive();
    }

    @Test
    void it_is_given_on_paper_as_the_same_version_to_her_who_wants_it_so() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "paper", PASSWORD)) {
            nurse.post(path("paper"), FORM, plan(Stage.TREATMENT, 0, "Andas").replace("tillsammans=ja", "x=y"));
            assertThat(plans().of(person("paper"))).as("not made with her").isEmpty();
            nurse.post(path("paper"), FORM, plan(Stage.TREATMENT, 0, "Andas"));
            nurse.post(path("paper"), FORM, plan(Stage.TREATMENT, 0, "Andas ut"));
            assertThat(plans().of(person("paper")))
                    .as("signed by who had not seen it")
                    .hasSize(1);

            var number = "Plan nummer " + plans().of(person("paper")).getFirst().number() + ", version 1";
            assertThat(nurse.page(path("paper") + "/1", "sv").body()).contains("Andas", number, "utskrift");
            assertThat(pat.page(OWN, "sv").body()).contains("Andas", number);
            nurse.post(path("paper") + "/1", FORM, "x=y");
            assertThat(plans().seen(person("paper"))).isEmpty();
            nurse.post(path("paper") + "/1", FORM, "samtycke=ja");
            nurse.post(path("paper") + "/1", FORM, "samtycke=ja");
            assertThat(plans().seen(person("paper"))).hasSize(1);
            assertThat(nurse.page(path("paper") + "/1?sprak=en", "sv").body())
                    .contains("Given on paper", "by Kim Kontakt", "My plan");
        }
    }

    @Test
    void she_asks_about_one_section_in_the_thread_that_her_nurse_answers() throws Exception {
        try (var pat = new Visit(installation, "told", PASSWORD);
                var nurse = new Visit(installation, "ofA1", PASSWORD)) {
            assertThat(pat.page("/min-vardplan/meddelanden?om=plan-self", "sv").body())
                    .contains("Om: Det här kan jag göra själv");
            pat.post("/min-vardplan/meddelanden", FORM, "om=plan-self&text=Hur+ofta");
            pat.post("/min-vardplan/meddelanden", FORM, "om=plan-gone&text=Och+sen");

            assertThat(nurse.page("/meddelanden/" + person("told"), "sv").body())
                    .contains("Om: Det här kan jag göra själv", "Hur ofta", "Och sen");
        }
    }

    @Test
    void a_diagnosis_adds_and_replaces_sections_and_a_pathway_without_one_has_the_generic_plan() {
        var shipped = PlanStructure.shipped();
        assertThat(shipped.diagnosisOf("lungcancer")).isEqualTo(PlanStructure.GENERIC);
        for (var stage : Stage.values()) {
            assertThat(shipped.sections(stage, "unknown"))
                    .isEqualTo(shipped.sections(stage, PlanStructure.GENERIC))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
        var why = ", why: { sv: v, easy: v, en: v } }\n";
        var stages = new StringBuilder("stages:\n");
        for (var stage : Stage.values()) {
            stages.append("  - { stage: ").append(stage.key()).append(", sections: [one, two] }\n");
        }
        var structure = PlanStructure.of("sections:\n  - { section: one, sv: a, easy: a, en: a" + why
                + "  - { section: two, sv: b, easy: b, en: b" + why
                + "  - { section: three, sv: c, easy: c, en: c" + why + stages
                + "diagnoses:\n  - { diagnosis: lung, sv: L, easy: L, en: L, pathways: [lungcancer], changes: ["
                + "{ stage: treatment, section: three, replaces: one }, { stage: follow-up, section: three }] }\n");
        assertThat(structure.diagnosisOf("lungcancer")).isEqualTo("lung");
        assertThat(structure.versions()).containsOnlyKeys("lung");
        assertThat(structure.sections(Stage.TREATMENT, "lung"))
                .extracting(PlanStructure.Section::code)
                .containsExactly("three", "two");
        assertThat(structure.sections(Stage.FOLLOW_UP, "lung"))
                .extracting(PlanStructure.Section::code)
                .containsExactly("one", "two", "three");
        assertThat(structure.sections(Stage.PALLIATIVE, "lung")).hasSize(2);
        assertThatThrownBy(() -> PlanStructure.of("stages: []")).isInstanceOf(IllegalArgumentException.class);
    }
}
