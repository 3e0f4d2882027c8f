package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.careplan.ClosingLetters.Language;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// The letter to those whose suspicion was dismissed: drafted from events, signed by staff, read when she has been
/// told.
class ClosingLettersTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LIST = "/arbetslista/avslutningsbrev";
    private static final String OWN = "/min-vardplan/brev";
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
        var rows = new ArrayList<String>(List.of("person,code,time,region,unit,pathway,source,id"));
        for (var name : List.of("told", "untold", "listed", "twice", "printed")) {
            course(rows, name, "VC078");
        }
        rows.add(row("told", "VC040", 3, rows.size()));
        rows.add(row("twice", "VC040", 3, rows.size()));
        course(rows, "treated", "VC052");
        rows.add(row("treated", "VC040", 12, rows.size()));
        course(rows, "otherwise", "VC052");
        course(rows, "buried", "VC078");
        rows.add(row("buried", "died", 2, rows.size()));
        course(rows, "dead", "died");
        course(rows, "never", "VC070");
        rows.add(row("vague", "VP810", AGO, rows.size()));
        rows.add(row("vague", "VP825", 35, rows.size()));
        rows.add(row("vague", "VP878", 5, rows.size()));
        rows.add(row("vague", "VP840", 3, rows.size()));
        rows.add(row("late", "VC010", 200, rows.size()));
        rows.add(row("late", "VC078", 150, rows.size()));
        installation.read("a.csv", rows.toArray(String[]::new));
        installation.timeline().refresh();
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        for (var name : List.of("told", "untold", "twice", "treated", "nobody", "vague")) {
            var place = pseudonyms.of(name).toString();
            Accounts.write(home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), PASSWORD);
        }
        installation.bean(Reached.class).say(nurse(), new Reached.By("040-12 34 56", "vardagar 8–10", 2));
    }

    private static se.varjedag.app.access.Acting nurse() {
        var assignment = new Assignment(Role.CONTACT_NURSE, "A1");
        return new se.varjedag.app.access.Acting(new Account("ofA1", "Kim Kontakt", assignment), assignment);
    }

    private static void course(List<String> rows, String name, String end) {
        rows.add(row(name, "VC010", AGO, rows.size()));
        rows.add(row(name, "VC025", 35, rows.size()));
        rows.add(row(name, "imaging-performed", 30, rows.size()));
        rows.add(row(name, "imaging-reported", 25, rows.size()));
        rows.add(row(name, "VC035", 20, rows.size()));
        rows.add(row(name, end, 5, rows.size()));
    }

    private static String row(String person, String code, int ago, int id) {
        var pathway = code.startsWith("V") || code.equals("died") ? "" : "VC0";
        return "%s,%s,%s,05,A1,%s,s,%d".formatted(person, code, today.minusDays(ago), pathway, id);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static PathwayKey key(String name) {
        var person = installation.bean(PersonPseudonyms.class).of(name);
        return new PathwayKey(person, "lungcancer", today.minusDays(AGO));
    }

    private static String path(String name) {
        return "/arbetslista/" + key(name).person() + "/" + key(name).handle() + "/brev";
    }

    /// What is sent to sign the letter that stands on the page now.
    private static String signed(Visit visit, String name, String own, int after) throws Exception {
        return "stammer=ja&efter=%d&last=%s&egna=%s"
                .formatted(after, read(visit, name), URLEncoder.encode(own, StandardCharsets.UTF_8));
    }

    private static String read(Visit visit, String name) throws Exception {
        var found = Pattern.compile("name=\"last\" value=\"(\\w+)\"")
                .matcher(visit.page(path(name), "sv").body());
        return found.find() ? found.group(1) : "";
    }

    private static ClosingLetters letters() {
        return installation.bean(ClosingLetters.class);
    }

    @Test
    void it_is_drafted_from_the_events_and_read_by_her_who_has_been_told_in_three_languages() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "told", PASSWORD);
                var other = new Visit(installation, "untold", PASSWORD)) {
            assertThat(nurse.page(path("told"), "sv").body())
                    .contains("cancer i lungorna", "Du träffade en läkare", "Du var på röntgen", "Lung A")
                    .contains("Svaret från röntgen kom", "Flera läkare gick igenom", "Ring 040-12 34 56")
                    .doesNotContain("Patienten kan inte läsa brevet");
            assertThat(pat.page(OWN, "sv").body()).contains("Du har inget brev än");

            nurse.post(path("told"), FORM, signed(nurse, "told", "Hälsa <i>Rut</i>", 0));

            var number = letters().latest(key("told")).orElseThrow().number();
            assertThat(pat.page("/min-vardplan", "sv").body()).contains("Läs ditt brev från oss");
            assertThat(pat.page(OWN + "/" + number, "sv").body())
                    .contains("Vi har inte hittat cancer i lungorna", "Hälsa &lt;i&gt;Rut&lt;/i&gt;")
                    .contains("Kim Kontakt", "version 1", "Vi svarar vardagar 8–10");
            assertThat(pat.page(OWN + "/" + number, "en").body()).contains("We have not found cancer in the lungs");
            pat.post("/min-vardplan/sprak", FORM, "sprak=latt");
            assertThat(pat.page(OWN + "/" + number, "sv").body()).contains("Nu är vi klara");
            assertThat(other.page(OWN + "/" + number, "sv").statusCode()).isEqualTo(404);
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body())
                    .contains("\"Brev " + number + ", version 1\"", "Hälsa <i>Rut</i>");
        }
    }

    @Test
    void until_she_has_been_told_it_is_not_there_for_her_and_who_signs_may_say_when_she_was() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "untold", PASSWORD)) {
            var before = pat.page("/min-vardplan", "sv").body().replaceAll("value=\"[\\w-]{60,}\"", "");
            assertThat(nurse.page(path("untold"), "sv").body()).contains("Patienten kan inte läsa brevet");
            nurse.post(path("untold"), FORM, signed(nurse, "untold", "", 0));
            var number = letters().latest(key("untold")).orElseThrow().number();

            assertThat(pat.page("/min-vardplan", "sv").body().replaceAll("value=\"[\\w-]{60,}\"", ""))
                    .isEqualTo(before);
            assertThat(pat.page(OWN, "sv").body()).contains("Du har inget brev än");
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body()).doesNotContain("Brev " + number);
            assertThat(pat.page(OWN + "/" + number, "sv").statusCode()).isEqualTo(404);

            nurse.post(path("untold"), FORM, signed(nurse, "untold", "", 1) + "&besked=" + today.minusDays(2));

            assertThat(pat.page(OWN + "/" + number, "sv").body()).contains("version 2");
            assertThat(nurse.page(path("untold"), "sv").body()).doesNotContain("Patienten kan inte läsa brevet");
        }
    }

    @Test
    void who_has_no_letter_stands_on_the_list_until_one_is_signed() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var stranger = new Visit(installation, "ofA3", PASSWORD)) {
            assertThat(nurse.page(LIST, "sv").body())
                    .contains(path("listed"))
                    .containsSubsequence("utan sammanfattning", path("otherwise"))
                    .doesNotContain(
                            "/" + key("buried").person() + "/",
                            "/" + key("dead").person() + "/",
                            "/" + key("never").person() + "/");
            assertThat(nurse.page("/arbetslista/uppgifter", "sv").body()).contains(LIST);
            assertThat(stranger.page(LIST, "sv").body()).doesNotContain(path("listed"));
            assertThat(stranger.page(path("listed"), "sv").statusCode()).isEqualTo(404);
            assertThat(stranger.post(path("listed"), FORM, signed(stranger, "listed", "", 0))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(nurse.post(path("listed"), FORM, "efter=0&egna=Ring+oss&last=" + read(nurse, "listed"))
                            .body())
                    .as("what was typed stays")
                    .contains("kryssa i att det stämmer", "Ring oss</textarea>");
            assertThat(nurse.post(path("listed"), FORM, "stammer=ja&efter=0&last=other&egna=Ring+oss")
                            .body())
                    .as("what has changed since it was read is read once more")
                    .contains("har ändrats sedan du läste brevet", "Ring oss</textarea>");
            assertThat(letters().latest(key("listed"))).isEmpty();

            nurse.post(path("listed"), FORM, signed(nurse, "listed", "", 0));
            nurse.post(path("otherwise"), FORM, signed(nurse, "otherwise", "", 0));

            assertThat(nurse.page(LIST, "sv").body()).doesNotContain(path("listed"), path("otherwise"));
            assertThat(nurse.page("/arbetslista/belastning", "sv").body())
                    .contains("Avslutningsbrev inom 14 dagar när misstanken avskrivits");
        }
        var count = installation.bean(Closings.class).at("A1");
        assertThat(count.due()).as("an old one without a letter is late").isGreaterThanOrEqualTo(2);
        assertThat(count.inTime()).isPositive().isLessThan(count.due());
    }

    @Test
    void a_version_stays_as_it_was_signed_and_what_is_new_in_the_next_is_marked() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "twice", PASSWORD)) {
            nurse.post(path("twice"), FORM, signed(nurse, "twice", "Först", 0));
            var first = letters().latest(key("twice")).orElseThrow();
            var words = letters().words(first, Language.SV);
            assertThat(nurse.post(path("twice"), FORM, signed(nurse, "twice", "Samtidigt", 0))
                            .body())
                    .as("what was typed stays")
                    .contains("Någon annan har skrivit under", "Samtidigt</textarea>");
            nurse.post(path("twice"), FORM, signed(nurse, "twice", "Sedan", 1));

            var second = letters().latest(key("twice")).orElseThrow();
            assertThat(second.number()).isEqualTo(first.number());
            assertThat(second.version()).isEqualTo(2);
            assertThat(letters().words(first, Language.SV)).isEqualTo(words);
            assertThat(letters().added(second, Language.SV)).containsExactly("Sedan");
            assertThat(pat.page(OWN + "/" + first.number(), "sv").body())
                    .contains("Sedan <strong class=\"my-fresh\">(nytt)</strong>");
            assertThat(pat.page(OWN + "/" + first.number() + "?version=1", "sv").body())
                    .contains("Först")
                    .doesNotContain("Sedan <");
            assertThat(nurse.page(path("twice") + "/1?sprak=en", "sv").body())
                    .contains("version 1", "You met a doctor");
        }
    }

    @Test
    void another_end_has_a_summary_and_a_death_has_none() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD);
                var pat = new Visit(installation, "treated", PASSWORD)) {
            assertThat(nurse.page(path("treated"), "sv").body())
                    .contains("Avslutande sammanfattning", "Din vård började", "Innehållet är inte klart än")
                    .doesNotContain("Vi har inte hittat");
            nurse.post(path("treated"), FORM, signed(nurse, "treated", "", 0));

            var number = letters().latest(key("treated")).orElseThrow().number();
            assertThat(pat.page(OWN + "/" + number, "sv").body()).contains("Det här har vi gjort för dig");
            for (var without : List.of("dead", "never")) {
                assertThat(nurse.page(path(without), "sv").statusCode())
                        .as(without)
                        .isEqualTo(404);
                assertThat(nurse.post(path(without), FORM, "stammer=ja&efter=0").statusCode())
                        .as(without)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void an_end_that_counts_to_the_measure_without_a_treatment_is_no_treatment() throws Exception {
        try (var pat = new Visit(installation, "vague", PASSWORD)) {
            assertThat(pat.page("/min-vardplan", "sv").body())
                    .as("the suspicion was dismissed, and code 78 reaches the measure of this pathway")
                    .contains("Du träffade en läkare")
                    .doesNotContain("Din vård började");
        }
    }

    @Test
    void signing_and_reading_stand_in_the_access_log() throws Exception {
        try (var nurse = new Visit(installation, "ofA1", PASSWORD)) {
            nurse.post(path("printed"), FORM, signed(nurse, "printed", "", 0));
        }
        assertThat(installation
                        .database()
                        .sql("select count(*) from access_log where why = 'closing-letter' and allowed and person = ?")
                        .param(key("printed").person())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_was_received_from_another_region_without_its_start_is_told_as_anybody_is() throws Exception {
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        installation.read(
                "b.csv",
                "person,code,time,region,unit,source,id",
                "nobody,VC091," + today.minusDays(20) + ",05,A1,s,901",
                "nobody,VC035," + today.minusDays(10) + ",05,A1,s,902",
                "nobody,VG910," + today.minusDays(9) + ",05,A1,s,903");
        installation.timeline().refresh();
        assertThat(pseudonyms.of("nobody")).isNotNull();
        try (var pat = new Visit(installation, "nobody", PASSWORD)) {
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body())
                    .as("what follows would tell her what was found")
                    .doesNotContain("VC035", "VG910");
            installation.read(
                    "c.csv",
                    "person,code,time,region,unit,source,id",
                    "nobody,VC040," + today.minusDays(5) + ",05,A1,s,904");
            installation.timeline().refresh();
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body())
                    .contains("VC035", "VC040", "VC091", "VG910");
        }
    }
}
