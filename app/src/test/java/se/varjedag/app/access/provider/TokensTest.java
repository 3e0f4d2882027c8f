package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;

class TokensTest {
    private static final String ANSWERS = "/api/v1/answers";
    private static final Map<String, Object> COORDINATOR = Map.of(
            "employeeHsaId", "SE1-TEST", "systemRole", List.of("Vardagare"), "unit", "U1", "scope", "figures.read");

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
        installation.read(
                "a.csv",
                "person,code,time,region,source,id",
                "p1,VC010,2023-03-01,01,s,1",
                "p1,VC050,2023-04-10,01,s,2");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
        issuer.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private static HttpResponse<String> get(Installation where, String path, String... headers)
            throws IOException, InterruptedException {
        return send(where, "GET", path, headers);
    }

    private static HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        return send(installation, method, path, headers);
    }

    private static HttpResponse<String> send(Installation where, String method, String path, String... headers)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + where.port() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> with(String token) throws IOException, InterruptedException {
        return get(ANSWERS, "Authorization", "Bearer " + token);
    }

    private static String told(HttpResponse<String> answer) {
        return String.join(" | ", answer.headers().allValues("WWW-Authenticate"));
    }

    private static Map<String, Object> and(Map<String, Object> claims, String name, Object value) {
        var more = new java.util.HashMap<>(claims);
        more.put(name, value);
        return more;
    }

    @Test
    void a_token_with_scope_and_role_gets_its_answer_and_no_session() throws Exception {
        var answer = with(issuer.token(Issuer.AUDIENCE, COORDINATOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"n\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void what_it_did_stands_in_the_access_log_under_its_own_name() throws Exception {
        with(issuer.token(Issuer.AUDIENCE, and(COORDINATOR, "employeeHsaId", "SE1-LOGGED")));

        assertThat(LogLook.awaited(installation, "who = 'SE1-LOGGED' and acted_as = 'coordinator' and place = 'U1'"))
                .isPositive();
    }

    @Test
    void without_a_token_both_ways_in_are_named() throws Exception {
        var answer = get(ANSWERS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(told(answer)).contains("Bearer realm=\"Varje dag\"", "Basic realm=\"Varje dag\"");
    }

    @Test
    void a_token_for_somebody_else_is_refused() throws Exception {
        refused(issuer.token("https://another.example", COORDINATOR));
        refused(issuer.token(Issuer.CLIENT, COORDINATOR));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        refused(issuer.token("annan", Issuer.AUDIENCE, COORDINATOR, 3600));
    }

    @Test
    void a_token_that_is_too_old_is_refused() throws Exception {
        refused(issuer.token(Issuer.NAME, Issuer.AUDIENCE, COORDINATOR, -3600));
    }

    @Test
    void a_token_with_changed_claims_is_refused() throws Exception {
        var parts = issuer.token(Issuer.AUDIENCE, COORDINATOR).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("U1", "U2").getBytes(StandardCharsets.UTF_8));

        refused(parts[0] + "." + changed + "." + parts[2]);
    }

    @Test
    void a_token_that_nobody_signed_is_refused() throws Exception {
        var claims = issuer.token(Issuer.AUDIENCE, COORDINATOR).split("\\.")[1];
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        refused(none + "." + claims + ".");
    }

    private static void refused(String token) throws IOException, InterruptedException {
        var answer = with(token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(told(answer)).startsWith("Bearer ").contains("error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void a_token_of_nobody_is_refused() throws Exception {
        refused(issuer.tokenOfNobody(COORDINATOR));
        refused(issuer.token(Issuer.AUDIENCE, and(COORDINATOR, "sub", " ")));
    }

    @Test
    void many_old_tokens_shut_nobody_out() throws Exception {
        for (int i = 0; i < 30; i++) {
            refused(issuer.token(Issuer.NAME, Issuer.AUDIENCE, COORDINATOR, -3600));
        }

        assertThat(with(issuer.token(Issuer.AUDIENCE, COORDINATOR)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_in_the_address_is_no_token() throws Exception {
        assertThat(get(ANSWERS + "?access_token=" + issuer.token(Issuer.AUDIENCE, COORDINATOR))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_without_the_scope_is_told_what_it_lacks() throws Exception {
        var answer = with(issuer.token(Issuer.AUDIENCE, and(COORDINATOR, "scope", "openid")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(told(answer)).contains("error=\"insufficient_scope\"");
    }

    @Test
    void a_token_whose_role_or_unit_is_not_known_has_no_assignment() throws Exception {
        assertThat(with(issuer.token(Issuer.AUDIENCE, and(COORDINATOR, "unit", "U9")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(with(issuer.token(Issuer.AUDIENCE, and(COORDINATOR, "systemRole", "Annan")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_whose_role_may_not_is_refused_at_the_door() throws Exception {
        var auditor = Map.<String, Object>of("varjedag", "roll", "role", "auditor", "scope", "figures.read");

        assertThat(with(issuer.token(Issuer.AUDIENCE, auditor)).statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_changes_nothing_and_opens_no_page() throws Exception {
        var bearer = "Bearer " + issuer.token(Issuer.AUDIENCE, COORDINATOR);

        assertThat(send("POST", ANSWERS, "Authorization", bearer).statusCode()).isEqualTo(403);
        assertThat(get("/laget", "Authorization", bearer).statusCode()).isEqualTo(302);
        assertThat(get("/data", "Authorization", bearer).statusCode()).isEqualTo(302);
    }

    @Test
    void while_the_provider_is_silent_a_token_is_answered_with_come_back_and_the_rest_goes_on() throws Exception {
        var gone = Issuer.started();
        var token = gone.token(Issuer.AUDIENCE, COORDINATOR);
        gone.close();
        try (var alone = Installation.serving(
                Issuer.home(),
                "--VARJEDAG_OIDC_ISSUER=" + gone.address(),
                "--VARJEDAG_OIDC_AUDIENCE=" + Issuer.AUDIENCE)) {
            var answer = get(alone, ANSWERS, "Authorization", "Bearer " + token);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(alone, "/login").statusCode()).isEqualTo(200);
        }
    }
}
