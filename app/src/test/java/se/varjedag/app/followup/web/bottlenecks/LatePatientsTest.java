package se.varjedag.app.followup.web.bottlenecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

/// Who may see which patients lost their limit in a step.
class LatePatientsTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String PATIENTS = "/folj-upp/flaskhalsar/patienter?svf=brostcancer&to=2023-04";

    private static Installation installation;

    @BeforeAll
    static void a_patient_lost_the_limit() throws Exception {
        var home = TestPostgres.newHome();
        for (var role : Role.values()) {
            var place = role.reach() == Role.Reach.UNIT ? "U1" : role.reach() == Role.Reach.PERSON ? "nobody" : "";
            Accounts.write(home, new Account(role.key(), role.key(), new Assignment(role, place)), PASSWORD);
        }
        installation = Installation.serving(home);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "late,VG910,2023-01-01,01,U1,s,1",
                "late,referral-received,2023-01-20,01,U1,s,2",
                "late,VG925,2023-04-01,01,U1,s,3",
                "late,VG950,2023-04-20,01,U1,s,4");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static String pseudonym() throws Exception {
        try (var visit = new Visit(installation, Role.COORDINATOR.key(), PASSWORD)) {
            var found = Pattern.compile("<code>(\\w+)</code>")
                    .matcher(visit.get(PATIENTS).body());
            assertThat(found.find()).isTrue();
            return found.group(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACT_NURSE", "COORDINATOR", "CLINICIAN", "HEAD_OF_UNIT", "ANALYST", "REGISTER_OFFICE"})
    void those_who_work_with_the_patients_see_them(Role role) throws Exception {
        try (var visit = new Visit(installation, role.key(), PASSWORD)) {
            var answer = visit.get(PATIENTS);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(pseudonym());
            assertThat(visit.get(PATIENTS.replace("patienter", "steg")).body()).contains("flaskhalsar/patienter");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONTACT_NURSE", "COORDINATOR", "CLINICIAN", "HEAD_OF_UNIT", "ANALYST", "REGISTER_OFFICE"},
            mode = EnumSource.Mode.EXCLUDE)
    void others_are_told_that_it_is_closed_whatever_address_they_write(Role role) throws Exception {
        try (var visit = new Visit(installation, role.key(), PASSWORD)) {
            for (var path : List.of(
                    PATIENTS,
                    PATIENTS + "&steg=first-visit..mdt&rad=01",
                    "/folj-upp/flaskhalsar/patienter",
                    "/folj-upp/flaskhalsar/patienter?steg=nonsense")) {
                var answer = visit.get(path, "text/html");

                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.body())
                        .as(path)
                        .contains("<h1>", "class=\"topbar\"")
                        .doesNotContain(pseudonym(), "<code>");
            }
            for (var path :
                    List.of("/folj-upp/flaskhalsar/patienter.csv", "/folj-upp/flaskhalsar/patienter/late.csv")) {
                assertThat(visit.get(path).statusCode()).as(path).isIn(403, 404);
            }
            var step = visit.get(PATIENTS.replace("patienter", "steg"));
            assertThat(step.body()).doesNotContain("flaskhalsar/patienter", pseudonym());
        }
    }

    @Test
    void where_nobody_is_the_page_says_so_and_leads_to_a_wider_selection() throws Exception {
        try (var visit = new Visit(installation, Role.COORDINATOR.key(), PASSWORD)) {
            for (var page : List.of(PATIENTS, PATIENTS.replace("patienter", "steg"))) {
                for (var step : List.of("", "&steg=suspicion..referral-received")) {
                    var path = page.replace("2023-04", "2022-04") + "&region=24" + step;
                    var answer = visit.get(path, "text/html");

                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.body())
                            .as(path)
                            .contains(
                                    "Ingen i urvalet har ett steg att visa",
                                    page.substring(0, page.indexOf('?')) + "?to=2022-04" + step.replace("&", "&amp;")
                                            + "\"")
                            .doesNotContain("<code>");
                }
            }
        }
    }

    @Test
    void nobody_who_has_not_signed_in_sees_them() throws Exception {
        try (var visit = new Visit(installation, "nobody", "wrong")) {
            assertThat(visit.get(PATIENTS).body()).doesNotContain(pseudonym(), "<code>");
        }
    }
}
