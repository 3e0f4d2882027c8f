package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.database.TestPostgres;

/// What the lines of the access log say.
class LogWordsTest {
    private static final String PASSWORD = "tolv tecken minst";

    private static Installation installation;
    private static Visit auditor;
    private static Visit clinician;

    @BeforeAll
    static void start() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("greta", "Greta", new Assignment(Role.AUDITOR, "")), PASSWORD);
        Accounts.write(home, new Account("lo", "Lo", new Assignment(Role.CLINICIAN, "U1")), PASSWORD);
        installation = Installation.serving(home);
        auditor = new Visit(installation, "greta", PASSWORD);
        clinician = new Visit(installation, "lo", PASSWORD);
    }

    @AfterAll
    static void stop() {
        auditor.close();
        clinician.close();
        installation.close();
    }

    private static void line(LogEntry.Action action, boolean allowed, String why, String who) {
        installation
                .bean(AccessLog.class)
                .keep(new LogEntry(
                        Instant.now(),
                        who,
                        "",
                        "clinician",
                        "U1",
                        action,
                        "POST",
                        why,
                        Optional.of(new UUID(0, 3)),
                        "U1",
                        "127.0.0.1",
                        allowed));
    }

    @ParameterizedTest
    @EnumSource(
            value = LogEntry.Action.class,
            names = {"CHOICE", "EMERGENCY"})
    void what_a_person_wrote_stands_as_it_was_written_also_where_the_program_has_such_a_word(LogEntry.Action action)
            throws Exception {
        line(action, true, "forged", "ord-" + action.key());

        assertThat(auditor.page("/logg?vem=ord-" + action.key(), "sv").body())
                .contains(">forged<")
                .doesNotContain("formulär som inte kom från en sida här");
    }

    @Test
    void what_the_program_gave_as_a_reason_is_in_the_readers_words() throws Exception {
        line(LogEntry.Action.CHANGE, false, "forged", "programmet");
        line(LogEntry.Action.SIGN_IN, false, "unknown-place: U9", "programmet");

        assertThat(auditor.page("/logg?vem=programmet", "sv").body())
                .contains("formulär som inte kom från en sida här", "okänd enhet, region eller vårdgivare: U9")
                .doesNotContain(">forged<");
        assertThat(auditor.page("/logg?vem=programmet", "en").body()).doesNotContain("okänd enhet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir", "/fhir/Patient", "/fhir/Patient/_history", "/fhir/Nothing"})
    void who_tries_to_write_as_fhir_is_refused_and_the_log_says_so(String path) throws Exception {
        var refused =
                "select count(*) from access_log where who = 'lo' and action = 'change' and what like 'POST /fhir%%' and %s";
        var before = installation.count(refused.formatted("not allowed"));

        assertThat(clinician
                        .post(path, "application/x-www-form-urlencoded", "a=b")
                        .statusCode())
                .isEqualTo(405);

        await().untilAsserted(() ->
                assertThat(installation.count(refused.formatted("not allowed"))).isEqualTo(before + 1));
        assertThat(installation.count(refused.formatted("allowed"))).isZero();
        for (var method : List.of("PUT", "DELETE", "PATCH")) {
            clinician.sent(method, path, "application/fhir+json");
        }
        assertThat(installation.count(
                        "select count(*) from access_log where who = 'lo' and action = 'change' and allowed"))
                .isZero();
    }
}
