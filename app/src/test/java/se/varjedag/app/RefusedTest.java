package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

/// Requests that no browser would send, written byte by byte: each is refused at once and leaves nothing behind.
class RefusedTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final long TEN_GIGABYTES = 10L << 30;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("varjedag=([^;]+)");

    /// Where the server puts files in passing.
    private static Path passing;

    private static Installation installation;
    private static Visit dora;
    private static Visit lisa;

    @BeforeAll
    static void start() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("dora", "Dora Data", Role.REGISTER_OFFICE), PASSWORD);
        Accounts.write(home, new Account("lisa", "Lisa Läkare", new Assignment(Role.CLINICIAN, "U1")), PASSWORD);
        passing = home.folder().resolve("passing");
        installation = Installation.serving(
                home, "--server.tomcat.connection-timeout=4s", "--server.tomcat.basedir=" + passing);
        dora = new Visit(installation, "dora", PASSWORD);
        lisa = new Visit(installation, "lisa", PASSWORD);
    }

    @AfterAll
    static void stop() {
        dora.close();
        lisa.close();
        installation.close();
    }

    private static Socket connection() throws IOException {
        var socket = new Socket("127.0.0.1", installation.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /// What is answered to a request as it is written.
    private static String answer(String request) throws IOException {
        try (var socket = connection()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(String target, String headers) throws IOException {
        return answer("GET " + target + " HTTP/1.1\r\nAccept: text/html\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: localhost\r\nX-Forwarded-Host: evil.example\r\n",
                "Host: localhost\r\nForwarded: host=evil.example;proto=https\r\n",
                "Host: localhost\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Port: 666\r\n",
                "Host: localhost\r\nX-Original-URL: //evil.example/\r\nX-Rewrite-URL: //evil.example/\r\n"
            })
    void no_answer_leads_to_the_host_that_a_request_names(String headers) throws Exception {
        var signedIn = headers + "Cookie: varjedag=" + dora.session() + "\r\n";
        for (var answer : List.of(
                get("/", headers),
                get("/data", headers),
                get("/login", headers),
                get("/", signedIn),
                get("/data", signedIn),
                get("http://evil.example/data", headers),
                post("/language", headers, "language=en&back=/data"),
                post("/data", headers, "a=b"))) {
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        }
    }

    @Test
    void the_interface_does_not_answer_by_a_name_that_nobody_configured() throws Exception {
        for (var name : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "0x7f.1")) {
            assertThat(get("/fhir/metadata", "Host: " + name + "\r\n"))
                    .startsWith("HTTP/1.1 421")
                    .contains("OperationOutcome", "VARJEDAG_URL")
                    .doesNotContain("evil.example");
        }
        for (var name :
                List.of("localhost", "LOCALHOST:80", "varjedag.localhost", "127.0.0.1:8080", "[::1]", "10.0.0.7")) {
            assertThat(get("/fhir/metadata", "Host: " + name + "\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/fhir/Patient/%00", "/fhir/%2e%2e%2fdata", "/fhir/Patient/a%5c..%5cb", "/fhir/Patient/%2f"})
    void an_address_that_cannot_be_taken_is_refused_to_a_program_in_its_own_form(String address) throws Exception {
        assertThat(get(address, "Host: localhost\r\nCookie: varjedag=" + dora.session() + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/fhir+json", "{\"resourceType\":\"OperationOutcome\"")
                .doesNotContain("<html");
    }

    @Test
    void a_request_with_two_hosts_or_none_is_refused() throws Exception {
        assertThat(get("/login", "Host: localhost\r\nHost: evil.example\r\n")).startsWith("HTTP/1.1 400");
        assertThat(get("/login", "")).startsWith("HTTP/1.1 400");
    }

    private static String post(String target, String headers, String body) throws IOException {
        return answer("POST " + target
                + " HTTP/1.1\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\n" + headers + "\r\n" + body);
    }

    @Test
    void a_session_that_somebody_else_chose_is_not_the_one_signed_in_with() throws Exception {
        var chosen = "0123456789ABCDEF0123456789ABCDEF";
        var page = get("/login", "Host: localhost\r\nCookie: varjedag=" + chosen + "\r\n");
        var before = found(SESSION, page);
        var token = found(TOKEN, page);
        var entered = post(
                "/login",
                "Host: localhost\r\nCookie: varjedag=" + before + "\r\n",
                "username=dora&password=%s&_csrf=%s"
                        .formatted(
                                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                                URLEncoder.encode(token, StandardCharsets.UTF_8)));
        var after = found(SESSION, entered);

        assertThat(before).isNotEqualTo(chosen);
        assertThat(entered).startsWith("HTTP/1.1 302");
        assertThat(after).isNotEqualTo(before).isNotEqualTo(chosen);
        assertThat(get("/data", "Host: localhost\r\nCookie: varjedag=" + after + "\r\n"))
                .startsWith("HTTP/1.1 200");
        for (var stale : List.of(before, chosen)) {
            assertThat(get("/data", "Host: localhost\r\nCookie: varjedag=" + stale + "\r\n"))
                    .startsWith("HTTP/1.1 302");
        }
    }

    private static String found(Pattern what, String text) {
        var found = what.matcher(text);
        assertThat(found.find()).as(what.pattern()).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/demo", "/language", "/logout"})
    void a_forged_form_is_refused_also_where_nobody_need_be_signed_in_and_counted(String path) throws Exception {
        var before = answered("403");
        assertThat(post(path, "Host: localhost\r\nOrigin: https://evil.example\r\n", "language=en&username=dora"))
                .startsWith("HTTP/1.1 403");
        assertThat(answered("403")).isGreaterThan(before);
    }

    /// How many requests were answered so.
    private static long answered(String status) {
        return installation
                .bean(MeterRegistry.class)
                .find("http.server.requests")
                .tag("status", status)
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /// How much the server took of a body that never ends, until it closed the connection.
    private record Taken(String answer, long bytes, Duration time) {}

    private static Taken flood(String target, String headers, boolean chunked) throws IOException {
        long began = System.nanoTime();
        var block = new byte[1 << 16];
        var head = "--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, block, 0, head.length);
        long sent = 0;
        try (var socket = connection()) {
            var out = socket.getOutputStream();
            out.write(("POST " + target
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                            + headers + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            try {
                while (sent < TEN_GIGABYTES
                        && Duration.ofNanos(System.nanoTime() - began).toSeconds() < 20) {
                    if (chunked) {
                        out.write("10000\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(block);
                    if (chunked) {
                        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                    sent += block.length;
                }
            } catch (IOException _) {
                // The server has closed the connection, as it should.
            }
            var answer = "";
            try {
                answer = new String(socket.getInputStream().readNBytes(20), StandardCharsets.UTF_8);
            } catch (IOException _) {
                // A connection that was reset may have lost its answer.
            }
            return new Taken(answer, sent, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Test
    void ten_gigabytes_are_refused_before_they_are_read_whoever_sends_them() throws Exception {
        var session = "Cookie: varjedag=" + dora.session() + "\r\n";
        var runs = installation.count("select count(*) from import_run");
        var refused = counted();
        for (var headers : List.of(
                "Content-Length: " + TEN_GIGABYTES + "\r\n" + session,
                "Content-Length: " + TEN_GIGABYTES + "\r\n",
                "Content-Length: " + (3L << 30) + "\r\n",
                "Transfer-Encoding: chunked\r\n" + session,
                "Transfer-Encoding: chunked\r\n")) {
            var taken = flood("/data", headers, headers.startsWith("Transfer"));

            assertThat(taken.bytes()).as(headers).isLessThan(64L << 20);
            assertThat(taken.time()).as(headers).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(counted()).isEqualTo(refused + 5);
        assertThat(installation.count("select count(*) from import_run")).isEqualTo(runs);
        assertThat(large(passing)).isEmpty();
        assertThat(dora.get("/data").statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_from_who_may_send_none_there_is_refused_before_it_is_read() throws Exception {
        var three = "Content-Length: " + (3L << 30) + "\r\nCookie: varjedag=";
        var refused = counted();
        for (var target : List.of("/data", "/data/enheter", "/uppdrag", "/finns-inte")) {
            var taken = flood(target, three + lisa.session() + "\r\n", false);
            assertThat(taken.bytes()).as(target).isLessThan(64L << 20);
        }
        for (var target : List.of("/uppdrag", "/data/1")) {
            var taken = flood(target, three + dora.session() + "\r\n", false);
            assertThat(taken.bytes()).as("%s takes no files", target).isLessThan(64L << 20);
        }
        assertThat(counted()).isEqualTo(refused + 6);
        assertThat(large(passing)).isEmpty();
    }

    @Test
    void who_may_send_files_sends_large_ones() throws Exception {
        var file = "--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"stor.csv\"\r\n\r\n"
                + "person,code,time,region,unit,source,id\n" + " \n".repeat(2_000_000) + "\r\n--x--\r\n";
        var type = "multipart/form-data; boundary=x";

        assertThat(dora.post("/data", type, file).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).matches(".*/data/\\d+"));
        assertThat(lisa.post("/data", type, file).statusCode()).isEqualTo(403);
    }

    private static double counted() {
        return installation.bean(MeterRegistry.class).find("varjedag.bodies.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /// Files in passing of a megabyte or more.
    private static List<Path> large(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) > 1 << 20) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void many_who_send_half_a_request_keep_nobody_else_waiting_and_are_let_go() throws Exception {
        var halves = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 400; i++) {
                var half = connection();
                half.getOutputStream()
                        .write("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Le"
                                .getBytes(StandardCharsets.UTF_8));
                halves.add(half);
            }
            long began = System.nanoTime();
            assertThat(dora.get("/data").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            // The server takes them in one after the other.
            while (open() < 300) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
                Thread.onSpinWait();
            }
            for (var half : halves) {
                half.getInputStream().readAllBytes();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        } finally {
            for (var half : halves) {
                half.close();
            }
        }
    }

    private static double open() {
        return installation
                .bean(MeterRegistry.class)
                .get("varjedag.connections.open")
                .gauge()
                .value();
    }
}
