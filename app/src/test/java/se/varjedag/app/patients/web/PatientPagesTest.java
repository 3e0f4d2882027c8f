package se.varjedag.app.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.LoginThrottle;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.PersonPseudonyms;

/// The pages of one patient as browsers reach them: own unit, other unit, blocked, and who the reader is not.
class PatientPagesTest {
    private static final String PASSWORD = Ward.PASSWORD;
    private static final String FORM = Ward.FORM;
    private static Installation installation;
    private static UUID patient = new UUID(0, 0);

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        installation = Installation.serving(home);
        Ward.units(installation);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010,2023-03-01,05,A1,s,1",
                "p1,imaging-performed,2023-03-05,05,A2,s,2",
                "p1,specimen-taken,2023-03-06,05,Q77,s,4",
                "p2,VC010,2023-03-02,05,A3,s,3");
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

    /// Every door is shut before each test.
    @BeforeEach
    void shut() {
        installation
                .database()
                .sql("alter table access_opening disable trigger all")
                .update();
        installation.database().sql("delete from access_opening").update();
        installation
                .database()
                .sql("alter table access_opening enable trigger all")
                .update();
        installation.bean(LoginThrottle.class).forget();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void the_own_units_patients_are_listed_and_opened_and_a_choice_shows_more() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            assertThat(anna.get("/patient").body()).contains("/patient/" + patient);
            var page = anna.get("/patient/" + patient);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Lung A", "patienten", "/sparr\"").doesNotContain("Röntgen A");

            anna.post("/patient/" + patient + "/val", FORM, "vad=inom&varfor=planering");
            assertThat(anna.get("/patient/" + patient).body()).contains("Röntgen A");
        }
    }

    @Test
    void a_guardian_who_wants_a_block_is_told_why_there_is_none() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            var answer = anna.post("/patient/" + patient + "/sparr", FORM, "begard-av=vardnadshavare");

            var told = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            assertThat(told).matches("/patient/" + patient + "\\?fel=(myndig|vardnadshavare)");
            assertThat(anna.page(told, "sv").body()).contains("Spärren gjordes inte.");
            assertThat(anna.page(told, "en").body()).contains("Nothing was blocked.");
        }
        try (var bo = new Visit(installation, "bo", PASSWORD)) {
            assertThat(bo.post("/patient/" + patient + "/sparr", FORM, "begard-av=vardnadshavare")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void another_units_patient_is_as_one_who_does_not_exist() throws Exception {
        try (var bo = new Visit(installation, "bo", PASSWORD)) {
            var others = bo.get("/patient/" + patient, "text/html");
            var nobody = bo.get("/patient/" + UUID.randomUUID(), "text/html");

            assertThat(others.statusCode()).isEqualTo(404);
            assertThat(nobody.statusCode()).isEqualTo(404);
            assertThat(others.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("[0-9a-f-]{36}", ""))
                    .isEqualTo(nobody.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("[0-9a-f-]{36}", ""));
            assertThat(bo.get("/patient").body()).doesNotContain(patient.toString());
            assertThat(bo.post("/patient/" + patient + "/val", FORM, "vad=inom&varfor=x")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(bo.post("/patient/" + patient + "/sparr", FORM, "begard-av=patient")
                            .statusCode())
                    .isEqualTo(403);
            for (var number : List.of(patient.toString(), UUID.randomUUID().toString(), "19121212-1212")) {
                assertThat(bo.post("/patient", FORM, "nummer=" + number)
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .endsWith("/patient?fel=okand");
            }
        }
    }

    @Test
    void an_emergency_asks_for_a_reason_and_the_password_once_more() throws Exception {
        try (var bo = new Visit(installation, "bo", PASSWORD)) {
            for (var wrong : List.of(
                    "varfor=akut&losenord=fel", "varfor=&losenord=" + encoded(PASSWORD), "varfor=+&losenord=")) {
                assertThat(bo.post("/patient/nod", FORM, "nummer=" + patient + "&" + wrong)
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .endsWith("fel=nod");
                assertThat(bo.get("/patient/" + patient, "text/html").statusCode())
                        .isEqualTo(404);
            }
            bo.post("/patient/nod", FORM, "nummer=" + patient + "&varfor=akut&losenord=" + encoded(PASSWORD));
            assertThat(bo.get("/patient/" + patient).body())
                    .contains("Röntgen A", "nödläge")
                    .doesNotContain("/sparr\"");
            installation
                    .database()
                    .sql("alter table access_opening disable trigger all")
                    .update();
            installation
                    .database()
                    .sql("delete from access_opening where kind = 'emergency'")
                    .update();
            installation
                    .database()
                    .sql("alter table access_opening enable trigger all")
                    .update();
            installation.bean(LoginThrottle.class).forget();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table care_event; --",
                "<script>alert(1)</script>",
                "${7*7}#{7*7}",
                "../../etc/passwd",
                "%00",
                "x\r\nSet-Cookie: a=b"
            })
    void what_somebody_writes_is_words_and_nothing_else(String written) throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            var answer = anna.post("/patient", FORM, "nummer=" + encoded(written));
            assertThat(answer.statusCode()).isIn(302, 400);
            assertThat(answer.headers().map()).doesNotContainKey("a");
            anna.post("/patient/" + patient + "/val", FORM, "vad=inom&varfor=" + encoded(written));
            assertThat(anna.get("/patient/" + patient).body()).doesNotContain(written);
            assertThat(anna.get("/patient/" + encoded(written), "text/html").statusCode())
                    .isIn(400, 404);
        }
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(4);
    }

    @Test
    void a_patient_sees_her_own_data_and_which_unit_has_read_them_but_no_name_of_who() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD);
                var pat = new Visit(installation, "pat", PASSWORD)) {
            anna.get("/patient/" + patient);
            var own = pat.get("/mina-uppgifter");

            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(own.body())
                    .contains("Lung A", "Röntgen A", "Läkare", "Läste", "Enhet utan namn här")
                    .doesNotContain("Anna", "<code>", "Q77");
            assertThat(pat.get("/mina-uppgifter/utdrag.csv").body())
                    .contains("2023-03-01", "Röntgen A", "Läste")
                    .doesNotContain("Anna", "Q77");
        }
    }

    @Test
    void a_patient_reaches_nobody_elses_data() throws Exception {
        try (var per = new Visit(installation, "per", PASSWORD)) {
            assertThat(per.get("/mina-uppgifter?person=" + patient).body()).doesNotContain("Röntgen A", "Lung A");
            assertThat(per.get("/patient/" + patient, "text/html").statusCode()).isEqualTo(403);
            assertThat(per.get("/laget", "text/html").statusCode()).isEqualTo(403);
            assertThat(per.get("/logg", "text/html").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_print_is_told_to_the_log() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            assertThat(anna.post("/patient/" + patient + "/utskrift", FORM, "").statusCode())
                    .isEqualTo(204);
        }
        assertThat(installation.count(
                        "select count(*) from access_log where action = 'print' and person = '" + patient + "'"))
                .isEqualTo(1);
    }

    @Test
    void no_address_name_or_number_of_a_patient_stands_in_the_log_of_requests() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            anna.get("/patient/" + patient);
        }
        assertThat(installation.count("select count(*) from access_log where what like '%" + patient + "%'"))
                .isZero();
    }
}
