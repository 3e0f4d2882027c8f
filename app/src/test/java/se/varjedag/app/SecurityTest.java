package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

class SecurityTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        installation = Installation.serving(home);
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
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + installation.port() + path);
    }

    private static String anna() {
        return "Basic " + Base64.getEncoder().encodeToString(("anna:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/data", "/vardforlopp", "/does-not-exist"})
    void every_page_asks_who_you_are(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e",
                "/%00",
                "/;",
                "/;x=1",
                "/a/../../b",
                "/%2f",
                "/\\",
                "/laget/%c0%ae",
                "/%zz",
                "/login;jsessionid=1"
            })
    void an_odd_address_is_answered_with_our_own_page(String path) throws Exception {
        var answer = raw(path);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Security-Policy:");
        assertThat(answer).contains("Det gick inte att förstå frågan", "/assets/app.css");
        assertThat(answer).doesNotContain("HTTP Status", "Tomcat", "Exception");
    }

    /// As it was written, for a client of ours would put the address right before it sends it.
    private static String raw(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", installation.port())) {
            socket.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void behind_a_proxy_that_speaks_https_the_session_travels_by_https_only() throws Exception {
        var plain = get("/login").headers().allValues("Set-Cookie");
        var secure = get("/login", "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7")
                .headers();

        assertThat(plain)
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(secure.allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("varjedag=")
                .contains("; Secure", "HttpOnly", "SameSite=Lax");
        assertThat(secure.firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void a_proxy_leads_nobody_to_another_host_or_scheme() throws Exception {
        var answer = get("/laget", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example");

        assertThat(answer.headers().firstValue("Location")).contains("/login");
    }

    @Test
    void a_file_that_does_not_come_as_a_form_is_refused_in_its_kind() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            assertThat(anna.post("/data", "text/csv", "person,code,time\n").statusCode())
                    .isEqualTo(415);
            assertThat(anna.post("/data", "multipart/form-data", "person,code,time\n")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(anna.post("/data", "multipart/form-data; boundary=x", "--x\r\n")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/actuator/prometheus, 200",
        "/actuator/env, 401",
        "/local/imports/1, 401",
        "/api/v1/answers, 401",
        "/api/v1/openapi.json, 200",
        "/api/v1/anything, 401"
    })
    void what_is_not_opened_is_closed(String path, int status) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void the_metrics_are_not_for_other_machines() throws Exception {
        assertThat(get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.7").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_demo_door_does_not_exist_outside_the_demo() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("/login/demo?account=analytiker"))
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(403, 404);
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        var answer = send(
                HttpRequest.newBuilder(uri("/login"))
                        .POST(HttpRequest.BodyPublishers.ofString("username=anna&password=x")),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void every_answer_carries_the_headers_that_keep_browsers_careful() throws Exception {
        var headers = get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "object-src 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void an_answer_is_json_and_on_request_csv_with_the_columns_of_follow() throws Exception {
        var csv = get("/api/v1/answers?by=svf,year", "Authorization", anna(), "Accept", "text/csv");
        var json = get("/api/v1/answers?by=svf,year", "Authorization", anna());

        assertThat(csv.body().lines().findFirst())
                .contains(
                        "svf,year,n,with_limit,within,share,median,p75,p80,p90,mean,overtime_days,waiting,waiting_overtime_days,waiting_stale,left");
        assertThat(csv.body()).contains("lungcancer,2023,1,");
        assertThat(json.headers().firstValue("Content-Type").orElseThrow()).contains("application/json");
        assertThat(json.body()).contains("\"svf\": \"lungcancer\"", "\"median\": 40");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=nothing",
                "measure=a..b",
                "measure=treatment",
                "from=2023-02-30",
                "from=2023-05-01&to=2023-04-01",
                "limit=-1",
                "limit=x",
                "countBy=middle",
                "svf=lungcanser",
                "sex=X",
                "age=7",
                "what=1",
                "asOf=today",
                "minCount=x",
                "knownAt=yesterday",
                "knownAt=%2B1000000-01-01T00:00:00Z",
                "asOf=%2B999999999-12-31",
                "from=-0044-03-15"
            })
    void a_question_that_cannot_be_understood_is_answered_with_a_sentence(String query) throws Exception {
        var answer = get("/api/v1/answers?" + query, "Authorization", anna());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"");
    }

    @Test
    void who_guesses_passwords_has_to_wait() throws Exception {
        var wrong = "Basic " + Base64.getEncoder().encodeToString("bo:wrong".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = get("/api/v1/answers", "Authorization", wrong);
        for (int i = 0; i < 6; i++) {
            answer = get("/api/v1/answers", "Authorization", wrong);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        installation.bean(se.varjedag.app.access.LoginThrottle.class).forget();
    }

    @Test
    void an_account_is_guarded_from_whatever_addresses_its_password_is_guessed() throws Exception {
        var wrong = "Basic " + Base64.getEncoder().encodeToString("cecilia:wrong".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 5; i++) {
            assertThat(get("/api/v1/answers", "Authorization", wrong, "X-Forwarded-For", "192.0.2." + i)
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(get("/api/v1/answers", "Authorization", wrong, "X-Forwarded-For", "192.0.2.99")
                        .statusCode())
                .isEqualTo(429);
        installation.bean(se.varjedag.app.access.LoginThrottle.class).forget();
    }

    @Test
    void one_who_guesses_behind_the_proxy_does_not_shut_out_the_others() throws Exception {
        for (int i = 0; i < 20; i++) {
            var wrong = "Basic " + Base64.getEncoder().encodeToString((i + ":wrong").getBytes(StandardCharsets.UTF_8));
            get("/api/v1/answers", "Authorization", wrong, "X-Forwarded-For", "192.0.2.7");
        }

        assertThat(get("/api/v1/answers", "Authorization", anna(), "X-Forwarded-For", "192.0.2.7")
                        .statusCode())
                .isEqualTo(429);
        assertThat(get("/api/v1/answers", "Authorization", anna(), "X-Forwarded-For", "192.0.2.8")
                        .statusCode())
                .isEqualTo(200);
        installation.bean(se.varjedag.app.access.LoginThrottle.class).forget();
    }

    @Test
    void who_lost_the_account_is_out_at_once() throws Exception {
        var home = installation.home();
        var without = Files.readString(home.accounts());
        Accounts.write(home, new Account("cilla", "Cilla Analytiker", Role.ANALYST), PASSWORD);
        try (var cilla = new Visit(installation, "cilla", PASSWORD)) {
            assertThat(cilla.get("/data").statusCode()).isEqualTo(200);

            Files.writeString(home.accounts(), without);

            assertThat(cilla.get("/data").statusCode()).isEqualTo(403);
        }
    }
}
