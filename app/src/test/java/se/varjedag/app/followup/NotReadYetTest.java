package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

class NotReadYetTest {
    private static final String PASSWORD = "tolv tecken minst";

    @Test
    void before_the_log_has_been_read_there_is_no_answer_rather_than_an_empty_one() throws Exception {
        var home = TestPostgres.newHome();
        var url = TestPostgres.newDatabase();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        Accounts.write(home, new Account("bo", "Bo Läkare", new Assignment(Role.CLINICIAN, "A1")), PASSWORD);
        try (var first = Installation.over(home, url)) {
            first.read("a.csv", "person,code,time", "p1,VC010,2023-03-01");
        }
        try (var other = DriverManager.getConnection(url, TestPostgres.user(), TestPostgres.password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table change in access exclusive mode");
            try (var installation = Installation.servingOver(home, url)) {
                var asked = asked(installation, "/api/v1/answers");
                assertThat(asked.statusCode()).isEqualTo(503);
                assertThat(asked.headers().firstValue("Retry-After")).contains("5");
                assertThat(asked.headers().firstValue("Content-Type").orElseThrow())
                        .contains("application/problem+json");
                assertThat(asked.body()).contains("Ask again in 5 seconds");
                assertThat(asked(installation, "/api/v1/answers?by=x").statusCode())
                        .isEqualTo(400);
                for (var told : List.of(
                        asked(installation, "/fhir/MeasureReport"),
                        asked(installation, "bo", "/fhir/EpisodeOfCare"),
                        asked(installation, "bo", "/fhir/Patient/" + UUID.randomUUID()))) {
                    assertThat(told.statusCode()).isEqualTo(503);
                    assertThat(told.headers().firstValue("Retry-After")).contains("5");
                    assertThat(told.body()).contains("OperationOutcome", "transient", "Ask again in 5 seconds");
                }

                other.rollback();
                installation.timeline().refresh();

                assertThat(asked(installation, "/api/v1/answers").statusCode()).isEqualTo(200);
                assertThat(asked(installation, "/api/v1/answers").body()).contains("lungcancer");
            }
        }
    }

    private static HttpResponse<String> asked(Installation installation, String path) throws Exception {
        return asked(installation, "anna", path);
    }

    private static HttpResponse<String> asked(Installation installation, String who, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + path))
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder()
                                                    .encodeToString(
                                                            (who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
