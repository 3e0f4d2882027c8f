package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import se.varjedag.app.careplan.Family.Part;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// A relative sees what the patient chose, while she allows it, and nothing else; each look stands in the log.
class FamilyTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MINE = "/min-vardplan/anhoriga";
    private static final String THEIRS = "/anhorig";
    private static final Pattern CODE = Pattern.compile("my-when\">([A-Z2-9]{5}-[A-Z2-9]{5})<");
    private static final List<String> NAMES = List.of("p1", "p2", "p3", "p4");
    private static Installation installation;
    private static LocalDate today = LocalDate.EPOCH;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        installation = Installation.serving(home);
        installation.bean(Units.class).add(List.of(new Unit("A1", "Lung A", "Mottagning", "A", "05")));
        today = installation.bean(Today.class).day();
        var start = today.minusDays(6);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,pathway,source,id,status",
                "p1,VC010," + start + ",05,A1,,s,1,",
                "p1,imaging-performed," + today.plusDays(3) + ",05,A1,VC0,s,2,planned",
                "p1,VC050," + today.minusDays(1) + ",05,A1,,s,3,",
                "p4,VC010," + start + ",05,A1,,s,4,");
        installation.timeline().refresh();
        for (var name : NAMES) {
            var place = person(name).toString();
            Accounts.write(home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), PASSWORD);
        }
        Accounts.write(home, new Account("nurse", "Kim", new Assignment(Role.CONTACT_NURSE, "A1")), PASSWORD);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static UUID person(String name) {
        return installation.bean(PersonPseudonyms.class).of(name);
    }

    private static Family family() {
        return installation.bean(Family.class);
    }

    private static String allow(String parts, LocalDate until) {
        return "namn=Rut+%3Cb%3E&till=" + until + parts;
    }

    /// Lets `p2` see parts of the plan of `p1`.
    private static Family.Permission taken(String account, Part... parts) {
        var code = family().allow(person("p1"), "Rut", java.util.Set.of(parts), today.plusDays(9));
        var assignment = new Assignment(Role.PATIENT, person(account).toString());
        return family().take(new Account(account, "Pat Patient", assignment), person(account), code, today)
                .orElseThrow();
    }

    private static long lines(String where) {
        return installation.count("select count(*) from access_log where " + where);
    }

    @Test
    void she_gives_a_code_and_her_relative_sees_what_she_chose_and_not_what_she_has_not_been_told() throws Exception {
        try (var pat = new Visit(installation, "p1", PASSWORD);
                var relative = new Visit(installation, "p2", PASSWORD)) {
            pat.post(MINE, FORM, allow("&del=visits&del=way", today.plusDays(30)));
            var page = pat.page(MINE, "sv").body();
            var shown = CODE.matcher(page);
            assertThat(shown.find()).isTrue();
            assertThat(page).contains("Rut &lt;b&gt;", "Ingen har använt koden");
            assertThat(pat.page(MINE, "sv").body()).as("the code is shown once").doesNotContainPattern(CODE);

            assertThat(relative.page(THEIRS, "sv").body()).doesNotContain(THEIRS + "/");
            var to = relative.post(THEIRS, FORM, "kod=" + shown.group(1).toLowerCase(java.util.Locale.ROOT))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            var path = to.substring(to.indexOf(THEIRS));

            assertThat(relative.page(path, "sv").body())
                    .contains("Du ska på röntgen", "Här är du nu")
                    .doesNotContain("Här får du hjälp", "Din vård börja", "meddelanden", "formular/");
            assertThat(relative.page(path, "en").body()).contains("Appointments");
            assertThat(pat.page(MINE, "sv").body()).contains("Pat Patient har använt koden");
            assertThat(pat.page("/mina-uppgifter", "sv").body()).contains("Anhörig: Pat Patient");
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body())
                    .contains("Anhörig: Pat Patient", "Du låter Rut <b> se din plan");
        }
        assertThat(lines("who = 'p2' and what = 'GET /anhorig/{permission}' and allowed and person = '" + person("p1")
                        + "'"))
                .isEqualTo(2);
    }

    @Test
    void it_ends_at_the_next_request_when_it_is_taken_back() throws Exception {
        try (var pat = new Visit(installation, "p1", PASSWORD);
                var relative = new Visit(installation, "p2", PASSWORD)) {
            var permission = taken("p2", Part.PEOPLE);
            var path = THEIRS + "/" + permission.id();
            assertThat(relative.page(path, "sv").body())
                    .contains("Här får du hjälp")
                    .doesNotContain("Här är du nu");

            pat.post(MINE + "/slut", FORM, "tillatelse=" + permission.id());

            assertThat(relative.page(path, "sv")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/anhorig?fel=slut");
            assertThat(relative.page("/anhorig?fel=slut", "sv").body())
                    .contains("delas inte längre med dig")
                    .doesNotContain(path);
            assertThat(relative.page(THEIRS, "sv").body()).doesNotContain(path);
            assertThat(pat.page(MINE, "sv").body()).contains("Du tog tillbaka det");
        }
        assertThat(lines("who = 'p2' and why = 'family' and not allowed and person = '" + person("p1") + "'"))
                .isPositive();
        assertThat(lines("why = 'family-ended' and allowed and person = '" + person("p1") + "'"))
                .isPositive();
    }

    @Test
    void it_ends_with_its_last_day() {
        var permission = taken("p2", Part.WAY);
        assertThat(permission.holds(permission.until())).isTrue();
        assertThat(permission.holds(permission.until().plusDays(1))).isFalse();
        var account = new Account(
                "p2", "Pat Patient", new Assignment(Role.PATIENT, person("p2").toString()));
        assertThat(family().takenBy(account, permission.until()))
                .extracting(Family.Permission::id)
                .contains(permission.id());
        assertThat(family().takenBy(account, permission.until().plusDays(1)))
                .extracting(Family.Permission::id)
                .doesNotContain(permission.id());
    }

    @Test
    void a_relative_reaches_nothing_else_and_another_patient_nothing_at_all() throws Exception {
        var path = THEIRS + "/" + taken("p2", Part.WAY).id();
        try (var relative = new Visit(installation, "p2", PASSWORD);
                var other = new Visit(installation, "p3", PASSWORD);
                var nurse = new Visit(installation, "nurse", PASSWORD)) {
            assertThat(relative.page(path, "sv").statusCode()).isEqualTo(200);
            for (var staffs : List.of("/patient/", "/meddelanden/", "/arbetslista/")) {
                assertThat(relative.page(staffs + person("p1"), "sv").statusCode())
                        .isIn(403, 404);
            }
            assertThat(relative.page("/min-vardplan", "sv").body()).doesNotContain("Du ska på röntgen");
            assertThat(relative.page("/mina-uppgifter/utdrag.csv", "sv").body()).doesNotContain("VC010");
            assertThat(relative.get("/fhir/Patient/" + person("p1"), "application/fhir+json")
                            .statusCode())
                    .isIn(403, 404);
            assertThat(other.page(path, "sv").statusCode()).isEqualTo(404);
            assertThat(other.page(THEIRS, "sv").body()).doesNotContain(path);
            assertThat(other.post(MINE + "/slut", FORM, "tillatelse=" + path.substring(THEIRS.length() + 1))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(nurse.page(path, "sv").statusCode()).isEqualTo(403);
            assertThat(relative.page(path, "sv").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_code_is_taken_once_in_time_by_somebody_else_and_a_wrong_one_stands_in_the_log() throws Exception {
        var code = family().allow(person("p4"), "Rut", java.util.Set.of(Part.WAY), today);
        var own = new Account(
                "p4", "Pat Patient", new Assignment(Role.PATIENT, person("p4").toString()));
        var third = new Account(
                "p3", "Pat Patient", new Assignment(Role.PATIENT, person("p3").toString()));
        assertThat(family().take(own, person("p4"), code, today)).as("her own").isEmpty();
        assertThat(family().take(third, person("p3"), code, today.plusDays(1)))
                .as("over")
                .isEmpty();
        assertThat(family().take(third, person("p3"), code, today)).isPresent();
        assertThat(family().take(third, person("p3"), code, today)).as("twice").isEmpty();
        try (var visit = new Visit(installation, "p3", PASSWORD)) {
            assertThat(visit.post(THEIRS, FORM, "kod=AAAAA-AAAAA").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("?fel=ja"));
        }
        assertThat(lines("why = 'family-code' and not allowed and who = 'p3'")).isEqualTo(1);
    }

    @Test
    void what_is_not_filled_in_rightly_allows_nothing() throws Exception {
        try (var pat = new Visit(installation, "p4", PASSWORD)) {
            var before = family().of(person("p4")).size();
            for (var wrong : List.of(
                    allow("", today.plusDays(3)),
                    allow("&del=messages", today.plusDays(3)),
                    allow("&del=way", today.minusDays(1)),
                    allow("&del=way", today.plusYears(2)),
                    "namn=+&del=way&till=" + today,
                    "namn=Rut&del=way&till=x")) {
                assertThat(pat.post(MINE, FORM, wrong).headers().firstValue("Location"))
                        .as(wrong)
                        .hasValueSatisfying(to -> assertThat(to).endsWith("?fel=ja"));
            }
            assertThat(family().of(person("p4"))).hasSize(before);
        }
    }
}
