package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.Installation;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;

/// With a token of the identity provider, `/fhir` asks for a scope beside the role.
class FhirTokensTest {
    private static Issuer issuer;
    private static Installation installation;

    @BeforeAll
    static void start() {
        issuer = Issuer.started();
        installation = Installation.serving(
                Issuer.home(),
                "--VARJEDAG_OIDC_ISSUER=" + issuer.address(),
                "--VARJEDAG_OIDC_AUDIENCE=" + Issuer.AUDIENCE);
        installation.bean(Units.class).add(List.of(new Unit("U1", "Enhet ett", "clinic", "region-05", "05")));
        installation.read("a.csv", "person,code,time,unit,source,id", "p1,VC010,2023-03-01,U1,s,1");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
        issuer.close();
    }

    private static HttpResponse<String> asked(String path, Map<String, Object> claims)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + path));
            if (!claims.isEmpty()) {
                request.header("Authorization", "Bearer " + issuer.token(Issuer.AUDIENCE, claims));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Map<String, Object> coordinator(String scope) {
        return new HashMap<>(
                Map.of("employeeHsaId", "SE1-TEST", "systemRole", List.of("Vardagare"), "unit", "U1", "scope", scope));
    }

    @ParameterizedTest
    @CsvSource({
        "user/Patient.read, Patient, 200",
        "user/*.rs, Patient, 200",
        "user/*.read, EpisodeOfCare, 200",
        "user/Patient.read, EpisodeOfCare, 403",
        "user/*.read, AuditEvent, 403",
        "user/*.read, MeasureReport, 200",
        "figures.read, MeasureReport, 403",
        "patient/*.read, Patient, 403",
        "openid, Patient, 403"
    })
    void a_token_needs_the_scope_and_the_role(String scope, String type, int status) throws Exception {
        var answer = asked("/fhir/" + type, coordinator(scope));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(status == 200 ? "searchset" : "OperationOutcome");
    }

    @Test
    void a_scope_without_a_role_opens_nothing() throws Exception {
        var claims = coordinator("user/*.read");
        claims.put("systemRole", List.of("Annan"));

        assertThat(asked("/fhir/Patient", claims).statusCode()).isEqualTo(403);
    }

    @Test
    void a_number_is_searched_for_in_a_form_with_nothing_but_the_token() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + installation.port() + "/fhir/Patient/_search"))
                            .header(
                                    "Authorization",
                                    "Bearer " + issuer.token(Issuer.AUDIENCE, coordinator("user/Patient.read")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("identifier=191212121212"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"total\":0");
        }
    }

    @Test
    void a_refusal_for_want_of_scope_stands_in_the_log() throws Exception {
        var claims = coordinator("openid");
        claims.put("employeeHsaId", "SE1-NOSCOPE");
        asked("/fhir/Patient", claims);

        assertThat(LogLook.awaited(installation, "who = 'SE1-NOSCOPE' and not allowed and why = 'scope'"))
                .isPositive();
    }

    @Test
    void everything_of_a_patient_needs_a_scope_for_each_of_its_types_and_a_refusal_is_one_line() throws Exception {
        var claims = coordinator("user/Patient.read");
        claims.put("employeeHsaId", "SE1-HALF");
        var answer = asked("/fhir/Patient/" + java.util.UUID.randomUUID() + "/$everything", claims);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("user/EpisodeOfCare.read");
        assertThat(
                        LogLook.awaited(
                                installation,
                                "who = 'SE1-HALF' and not allowed and action = 'export' and what = 'GET /fhir/Patient/{id}/$everything'"))
                .isEqualTo(1);
        assertThat(asked("/fhir/Patient/" + java.util.UUID.randomUUID() + "/$everything", coordinator("user/*.read"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void where_tokens_come_from_is_told_to_everybody() throws Exception {
        assertThat(asked("/fhir/.well-known/smart-configuration", Map.of()).body())
                .contains(issuer.address(), "user/*.read");
        assertThat(asked("/fhir/metadata", Map.of()).body()).contains("SMART-on-FHIR");
        assertThat(asked("/fhir/Patient", Map.of()).statusCode()).isEqualTo(401);
    }
}
