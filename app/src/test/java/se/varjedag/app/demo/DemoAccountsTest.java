package se.varjedag.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;

class DemoAccountsTest {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String MINE = "/mina-uppgifter";

    private static Installation installation;

    @BeforeAll
    static void start() throws InterruptedException {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), "tolv tecken minst");
        installation = Installation.serving(
                home,
                "--varjedag.demo=true",
                "--varjedag.demo.scale=0.02",
                "--varjedag.demo.years=1",
                "--varjedag.demo.until=2024-12-31",
                "--VARJEDAG_OIDC_ISSUER=https://issuer.example");
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!full() && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }

    private static boolean full() {
        var timeline = installation.bean(Timeline.class);
        return timeline.snapshot().pathways().size() > 0 && timeline.loading().equals(Loading.NOTHING);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static List<Account> accounts() {
        return installation.bean(Accounts.class).demoAccounts();
    }

    @Test
    void there_is_one_for_each_role() {
        assertThat(accounts())
                .filteredOn(one -> !one.username().equals("anhorig"))
                .extracting(one -> one.assignments().getFirst().role())
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void readme_names_them_all() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        var named = new ArrayList<String>();
        var rows = Pattern.compile("(?m)^\\| `([a-z]+)` \\|").matcher(readme);
        while (rows.find()) {
            named.add(rows.group(1));
        }

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        accounts().stream().map(Account::username).toList());
    }

    @Test
    void her_relative_sees_what_she_has_allowed_and_has_a_letter_of_her_own() throws Exception {
        try (var relative = new Visit(installation, "anhorig", "demo")) {
            assertThat(relative.page("/anhorig", "sv").body()).contains("href=\"/anhorig/");
            assertThat(relative.page("/min-vardplan/brev", "sv").body()).contains("Du är färdig hos oss");
        }
    }

    @Test
    void the_patient_sees_her_own_pathway() throws Exception {
        try (var patient = new Visit(installation, "patient", "demo")) {
            var page = patient.get(MINE);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body().split("<time", -1)).hasSizeGreaterThan(4);
        }
    }

    @Test
    void what_staff_reads_of_her_she_sees() throws Exception {
        var person = accounts().getLast().assignments().getFirst().place();
        try (var nurse = new Visit(installation, "koordinator", "demo");
                var patient = new Visit(installation, "patient", "demo")) {
            assertThat(nurse.get("/patient/" + person).statusCode()).isEqualTo(200);

            assertThat(patient.page(MINE, "sv").body()).contains("SVF-koordinator");
        }
    }

    @Test
    void an_account_of_the_file_does_not_sign_in_to_the_demo() throws Exception {
        try (var anna = new Visit(installation, "anna", "tolv tecken minst")) {
            assertThat(anna.get("/data").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void what_patients_said_and_what_was_written_of_them_is_there() {
        assertThat(installation.count("select count(*) from form_answer")).isPositive();
        assertThat(installation.count("select count(distinct form) from form_assignment"))
                .isEqualTo(3);
        assertThat(installation.count("select count(*) from careplan_message")).isPositive();
        assertThat(installation.count("select count(*) from rehabilitation_entry"))
                .isPositive();
        assertThat(installation.count("select count(*) from clinical_value where kind = 'palliative'"))
                .isPositive();
        assertThat(installation.count("select count(*) from palliative_certification"))
                .isPositive();
    }
}
