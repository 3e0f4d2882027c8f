package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// Forms as patients reach them in a browser without script.
class FormPagesTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 2);
    private static Installation installation;
    private static UUID patient = new UUID(0, 0);
    private static Acting anna = new Acting(new Account("", "", List.of()), new Assignment(Role.CLINICIAN, "A1"));

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        var account = new Account("anna", "Anna Läkare", new Assignment(Role.CLINICIAN, "A1"));
        anna = new Acting(account, account.assignments().getFirst());
        Accounts.write(home, account, PASSWORD);
        Accounts.write(home, new Account("bo", "Bo Läkare", new Assignment(Role.CLINICIAN, "A3")), PASSWORD);
        installation = Installation.serving(home);
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("A1", "Lung A", "Mottagning", "A", "05"),
                        new Unit("A3", "Hud A", "Mottagning", "A", "05")));
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010,2023-03-01,05,A1,s,1",
                "p1,VC040,2023-03-20,05,A1,s,4",
                "p1,VC078,2023-03-21,05,A1,s,5",
                "p2,VC010,2023-03-02,05,A1,s,3");
        installation.timeline().refresh();
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        patient = pseudonyms.of("p1");
        Accounts.write(
                home, new Account("pat", "Pat Patient", new Assignment(Role.PATIENT, patient.toString())), PASSWORD);
        Accounts.write(
                home,
                new Account(
                        "per",
                        "Per Patient",
                        new Assignment(Role.PATIENT, pseudonyms.of("p2").toString())),
                PASSWORD);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static String ask(String form, Occasion occasion) {
        return "/formular/"
                + installation.bean(Asking.class).ask(anna, patient, form, occasion, LONG_AGO, Asking.Follows.NONE);
    }

    private static String fields(String... pairs) {
        return List.of(pairs).stream()
                .map(pair -> {
                    int at = pair.indexOf('=');
                    return URLEncoder.encode(pair.substring(0, at), StandardCharsets.UTF_8) + "="
                            + URLEncoder.encode(pair.substring(at + 1), StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }

    @Test
    void what_waits_is_listed_answered_and_read_again() throws Exception {
        var path = ask("what-matters", Occasion.OPEN);
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            assertThat(pat.page("/formular", "sv").body()).contains("Vad är viktigt för mig?", path);

            var sent = pat.post(path, FORM, fields("matters=Att sjunga i kören", "gor=skicka"));

            assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/formular?skickat=ja");
            assertThat(pat.page(path + "/svar/1", "sv").body()).contains("Att sjunga i kören", "Svarade");
            var list = pat.page("/formular", "sv").body();
            assertThat(list.indexOf("href=\"" + path + "\""))
                    .isGreaterThan(list.indexOf("Att svara på igen när du vill"))
                    .isLessThan(list.indexOf("Det du har svarat"));
            assertThat(list).contains("Du svarade senast ");
            pat.post(path, FORM, fields("matters=Att cykla", "gor=skicka"));
            assertThat(pat.page(path + "/svar/1", "sv").body()).contains("Att sjunga i kören");
            assertThat(pat.page(path + "/svar/2", "sv").body()).contains("Att cykla");
        }
        assertThat(installation
                        .database()
                        .sql("select response from form_answer")
                        .query(String.class)
                        .list())
                .noneMatch(response -> response.contains("Pat"));
    }

    @Test
    void a_draft_is_there_the_next_time_and_nothing_may_be_kept_by_the_browser() throws Exception {
        var path = ask("what-matters", Occasion.ONCE);
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            var told = pat.post(path + "/utkast", FORM, fields("matters=Halva men"));
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).contains("\"hidden\":[]", "\"saved\":");
        }
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            var page = pat.page(path, "sv");
            assertThat(page.body()).contains("Halva men", "autocomplete=\"off\"");
            assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(pat.page("/formular", "sv").body()).contains("Du har börjat");
        }
    }

    @Test
    void questions_that_follow_from_an_answer_are_shown_before_the_form_is_sent() throws Exception {
        var path = ask("prem", Occasion.ONCE);
        var answers = List.of(
                "whole=good",
                "part-decide=yes",
                "word-next=yes",
                "wait-time=no",
                "support-feel=yes",
                "support-turn=yes");
        var all = fields(answers.toArray(String[]::new));
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            assertThat(pat.page(path, "sv").body()).containsPattern("data-path=\"wait-where\"[^>]* hidden");

            assertThat(pat.post(path, FORM, all + "&gor=skicka").body())
                    .contains("id=\"wrong\"")
                    .doesNotContainPattern("data-path=\"wait-where\"[^>]* hidden");
            var sent = pat.post(path, FORM, all + "&wait-where=imaging&wait-where=answer&gor=skicka");

            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(pat.page(path, "sv").headers().firstValue("Location").orElseThrow())
                    .as("it is answered once, and she is told so")
                    .endsWith("/formular?stangt=ja");
            assertThat(pat.page("/formular?stangt=ja", "sv").body()).contains("Formuläret är stängt");
            assertThat(pat.page(path + "/svar/1", "en").body()).contains("For imaging", "For answers");
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "en").body())
                    .as("her answers stand in her register extract")
                    .contains("For imaging, For answers");
        }
    }

    @Test
    void what_is_missing_is_said_at_the_top_and_at_its_place_and_nothing_typed_is_lost() throws Exception {
        var path = ask("what-matters", Occasion.ONCE);
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            var page = pat.post(path, FORM, fields("matters= ", "do=Gå <i>långt</i>", "gor=skicka"))
                    .body();

            assertThat(page)
                    .contains("href=\"#f-matters\"", "id=\"f-matters-wrong\"", "Gå &lt;i&gt;långt&lt;/i&gt;")
                    .contains("aria-invalid=\"true\"");
        }
    }

    @Test
    void another_patients_form_is_as_one_that_does_not_exist() throws Exception {
        var path = ask("what-matters", Occasion.OPEN);
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            pat.post(path, FORM, fields("matters=Mitt eget", "gor=skicka"));
        }
        try (var per = new Visit(installation, "per", PASSWORD)) {
            assertThat(per.get("/formular").body()).doesNotContain(path);
            for (var address : List.of(path, path + "/svar/1")) {
                assertThat(per.get(address).statusCode()).as(address).isEqualTo(404);
            }
            for (var address : List.of(path, path + "/utkast")) {
                assertThat(per.post(address, FORM, "matters=Hennes").statusCode())
                        .as(address)
                        .isEqualTo(404);
            }
        }
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            assertThat(pat.get(path).body()).doesNotContain("Hennes");
        }
    }

    @Test
    void scores_become_values_that_the_patient_has_told() throws Exception {
        var path = ask("rehabilitation-needs", Occasion.ONCE);
        var form = installation
                .bean(Questionnaires.class)
                .byId("rehabilitation-needs")
                .orElseThrow();
        var all = form.all()
                        .filter(item -> item.type() == Item.Type.CHOICE && !item.readOnly())
                        .map(item -> item.id() + "=little")
                        .collect(Collectors.joining("&"))
                + "&life-children=false";
        try (var pat = new Visit(installation, "pat", PASSWORD)) {
            assertThat(pat.post(path, FORM, all + "&gor=skicka").statusCode()).isEqualTo(302);
        }
        assertThat(installation
                        .database()
                        .sql("select number from clinical_value where person = ? and origin = 'patient' and item = ?")
                        .params(patient, "rehabilitation-needs-score-all")
                        .query(Double.class)
                        .single())
                .isEqualTo(67);
    }

    @Test
    void the_unit_that_asks_reminds_answers_for_the_patient_and_takes_away() throws Exception {
        var page = "/patient/" + patient + "/formular";
        try (var nurse = new Visit(installation, "anna", PASSWORD)) {
            nurse.post(page, FORM, fields("formular=what-matters", "nar=once", "dag=2024-05-06"));
            var asked = installation.bean(Asking.class).of(patient).stream()
                    .filter(one -> one.due().equals(LocalDate.of(2024, 5, 6)))
                    .findFirst()
                    .orElseThrow();
            var one = page + "/" + asked.id();
            assertThat(nurse.page(page, "sv").body()).contains(one, "Väntar på svar", "2024-05-06");
            nurse.post(one + "/paminn", FORM, "");
            assertThat(nurse.page(page, "sv").body()).contains("Påmind");
            nurse.post(one + "/utkast", FORM, fields("matters=Hon vill"));
            assertThat(nurse.page(one, "sv").body()).contains("Hon vill", "Svaret skrivs under av dig");
            nurse.post(one, FORM, fields("matters=Hon vill åka hem", "gor=skicka"));

            assertThat(nurse.page(one + "/svar/1", "sv").body()).contains("Hon vill åka hem", "ifyllt av Anna Läkare");
            assertThat(installation.count(
                            "select count(*) from access_log where acted_as = 'clinician' and why = 'form-answer'"))
                    .isPositive();
            nurse.post(page, FORM, fields("formular=prem", "nar=prem", "dag=2024-05-06"));
            var late = installation.bean(Asking.class).of(patient).stream()
                    .filter(other -> other.occasion() == Occasion.PREM)
                    .findFirst()
                    .orElseThrow();
            assertThat(late.due()).isEqualTo(LocalDate.of(2024, 7, 1));
            assertThat(late.until()).isEqualTo(LocalDate.of(2024, 7, 29));
            assertThat(late.mayBeAnswered(LocalDate.of(2024, 7, 30))).isFalse();
            nurse.post(page + "/" + late.id() + "/avsluta", FORM, "");
            assertThat(nurse.page(page, "sv").body()).contains("Borttaget");
        }
    }

    @Test
    void what_the_patient_has_not_sent_is_hers_and_nobody_writes_over_it() throws Exception {
        var path = ask("what-matters", Occasion.ONCE);
        var one = "/patient/" + patient + path;
        try (var pat = new Visit(installation, "pat", PASSWORD);
                var nurse = new Visit(installation, "anna", PASSWORD)) {
            pat.post(path + "/utkast", FORM, fields("matters=Mina egna ord"));
            assertThat(nurse.page(one, "sv").body()).doesNotContain("Mina egna ord");
            nurse.post(one + "/utkast", FORM, fields("matters=Sagt i telefon"));

            assertThat(pat.page(path, "sv").body()).contains("Mina egna ord").doesNotContain("Sagt i telefon");
            assertThat(nurse.page(one, "sv").body()).contains("Sagt i telefon");

            pat.post(path, FORM, fields("matters=Mina egna ord", "gor=skicka"));
            assertThat(nurse.post(one, FORM, fields("matters=Sagt i telefon", "gor=skicka"))
                            .statusCode())
                    .as("it was answered, by her")
                    .isEqualTo(302);
            assertThat(nurse.page(one + "/svar/1", "sv").body()).contains("Mina egna ord");
            assertThat(nurse.get(one + "/svar/2").statusCode()).isEqualTo(404);
            assertThat(installation
                            .database()
                            .sql("select count(*) from form_draft where assignment = cast(? as uuid)")
                            .param(path.substring("/formular/".length()))
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void another_unit_neither_sees_nor_changes_what_is_asked() throws Exception {
        var path = ask("what-matters", Occasion.OPEN);
        var one = "/patient/" + patient + path;
        try (var bo = new Visit(installation, "bo", PASSWORD)) {
            for (var address : List.of("/patient/" + patient + "/formular", one, one + "/svar/1")) {
                assertThat(bo.get(address).statusCode()).as(address).isEqualTo(404);
            }
            for (var address : List.of(one, one + "/utkast", one + "/paminn", one + "/avsluta")) {
                assertThat(bo.post(address, FORM, "matters=x").statusCode())
                        .as(address)
                        .isEqualTo(404);
            }
            assertThat(bo.post("/patient/" + patient + "/formular", FORM, "formular=prem&nar=once&dag=2024-01-01")
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
