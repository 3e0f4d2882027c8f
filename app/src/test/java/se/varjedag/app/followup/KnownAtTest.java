package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

class KnownAtTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String HEADER = "person,code,time,region,source,id";

    @Test
    void a_page_as_known_at_a_moment_shows_that_moments_figures_as_the_interface_for_programs_does() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        try (var installation = Installation.serving(home)) {
            installation.read("a.csv", HEADER, "p1,VC010,2023-03-01,01,s,1", "p1,VC050,2023-04-10,01,s,2");
            installation.timeline().refresh();
            try (var anna = new Visit(installation, "anna", PASSWORD)) {
                var knownAt = anna.get("/api/v1/answers")
                        .headers()
                        .firstValue("Varjedag-Known-At")
                        .orElseThrow();
                var asked = "knownAt=" + URLEncoder.encode(knownAt, StandardCharsets.UTF_8) + "&to=2023-04";
                var then = anna.get("/vardforlopp/lungcancer/fordelning.csv?to=2023-04")
                        .body();
                installation.read("b.csv", HEADER, "p1,VC050,2023-04-12,01,s,2");
                installation.timeline().refresh();

                var now = anna.get("/vardforlopp/lungcancer/fordelning.csv?to=2023-04")
                        .body();
                assertThat(then).contains("\r\n40,1,1");
                assertThat(now).contains("\r\n42,1,1");
                assertThat(anna.get("/vardforlopp/lungcancer/fordelning.csv?" + asked)
                                .body())
                        .isEqualTo(then);
                assertThat(anna.get("/vardforlopp/lungcancer?" + asked).body()).contains("som känt");
                assertThat(anna.get("/laget?knownAt=2001-01-01T00:00").statusCode())
                        .isEqualTo(200);
                assertThat(anna.get("/laget?knownAt=2001-01-01").statusCode()).isEqualTo(400);
            }
        }
    }
}
