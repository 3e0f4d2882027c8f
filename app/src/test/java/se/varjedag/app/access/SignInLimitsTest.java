package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.TestClock;
import se.varjedag.app.Visit;
import se.varjedag.app.database.TestPostgres;

class SignInLimitsTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-22T08:00:00Z"));

    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        installation = Installation.servingWith(home, CLOCK.forInstallation(), "--VARJEDAG_SESSION_HOURS=8");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void nobody_has_to_wait() {
        installation.bean(LoginThrottle.class).forget();
    }

    private static HttpResponse<String> asks(String name, String password, String from)
            throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + "/api/v1/nothing"))
                            .header("Authorization", "Basic " + basic)
                            .header("X-Forwarded-For", from)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void a_word_parted_from_the_password_in_another_way_is_a_try_as_well() throws Exception {
        var basic = Base64.getEncoder().encodeToString("anna:fel".getBytes(StandardCharsets.UTF_8));
        var statuses = new ArrayList<Integer>();
        try (var client = HttpClient.newHttpClient()) {
            for (int attempt = 0; attempt < 7; attempt++) {
                statuses.add(client.send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://127.0.0.1:" + installation.port() + "/api/v1/nothing"))
                                        .header("Authorization", "Basic." + basic)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode());
            }
        }

        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429, 429);
    }

    @Test
    void a_session_ends_eight_hours_after_sign_in_however_busy_it_is() throws Exception {
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            for (int times = 0; times < 18; times++) {
                CLOCK.forward(Duration.ofMinutes(25));
                assertThat(anna.get("/export").statusCode()).isEqualTo(200);
            }
            CLOCK.forward(Duration.ofMinutes(29));
            assertThat(anna.get("/export").statusCode()).isEqualTo(200);

            CLOCK.forward(Duration.ofMinutes(1));

            var answer = anna.get("/export");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
            assertThat(anna.get("/api/v1/answers").statusCode()).isEqualTo(401);
        }
        await().untilAsserted(() -> assertThat(installation.count(
                        "select count(*) from access_log where action = 'sign-out' and who = 'anna'"))
                .isPositive());
    }

    @Test
    void a_session_ends_when_nothing_was_asked_for_half_an_hour() throws Exception {
        var ended = "select count(*) from access_log where action = 'sign-out' and who = 'anna'";
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            CLOCK.forward(Duration.ofMinutes(30).minusSeconds(1));
            assertThat(anna.get("/export").statusCode()).isEqualTo(200);
            CLOCK.forward(Duration.ofMinutes(30).minusSeconds(1));
            assertThat(anna.get("/api/v1/answers").statusCode())
                    .as("what a page asks for keeps the session, too")
                    .isNotEqualTo(401);
            var before = installation.count(ended);

            CLOCK.forward(Duration.ofMinutes(30));

            assertThat(anna.get("/api/v1/answers").statusCode()).isEqualTo(401);
            assertThat(anna.get("/export").statusCode()).isEqualTo(302);
            await().untilAsserted(() -> assertThat(installation.count(ended)).isEqualTo(before + 1));
        }
    }

    @Test
    void hours_that_are_none_are_told_of_at_start() {
        for (var hours : List.of("0", "25", "åtta")) {
            assertThatThrownBy(() -> Installation.serving(TestPostgres.newHome(), "--VARJEDAG_SESSION_HOURS=" + hours)
                            .close())
                    .hasStackTraceContaining("VARJEDAG_SESSION_HOURS is '" + hours + "'");
        }
    }

    @Test
    void an_account_that_is_not_there_is_answered_as_one_that_is() throws Exception {
        for (var name : List.of("anna", "finns-inte")) {
            for (int i = 0; i < 5; i++) {
                assertThat(asks(name, "fel", "192.0.2." + i).statusCode()).isEqualTo(401);
            }
            var answer = asks(name, "fel", "192.0.2.9");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        }
        assertThat(asks("anna", PASSWORD, "192.0.2.10").statusCode())
                .as("the right one is not looked at meanwhile either")
                .isEqualTo(429);

        CLOCK.forward(Duration.ofSeconds(30));

        assertThat(asks("anna", PASSWORD, "192.0.2.10").statusCode()).isNotIn(401, 429);
    }

    @Test
    void a_wrong_password_takes_as_long_where_there_is_no_account() throws Exception {
        asks("anna", "fel", "192.0.2.1");
        asks("finns-inte", "fel", "192.0.2.1");
        var there = new ArrayList<Long>();
        var not = new ArrayList<Long>();
        for (int i = 0; i < 9; i++) {
            installation.bean(LoginThrottle.class).forget();
            there.add(nanos("anna"));
            not.add(nanos("finns-inte"));
        }
        Collections.sort(there);
        Collections.sort(not);

        // Without the same work for both the one takes a twentieth of the other.
        assertThat(not.get(4)).isBetween(there.get(4) / 3, there.get(4) * 3);
    }

    private static long nanos(String name) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        asks(name, "fel", "192.0.2.1");
        return System.nanoTime() - begin;
    }

    @Test
    void many_names_from_one_address_are_too_many_and_so_are_many_addresses_of_one_network() throws Exception {
        for (int i = 0; i < 20; i++) {
            asks("namn" + i, "fel", "2001:db8:1:1::" + Integer.toHexString(i + 1));
        }

        assertThat(asks("anna", PASSWORD, "2001:db8:1:1:ffff::1").statusCode()).isEqualTo(429);
        assertThat(asks("anna", PASSWORD, "2001:db8:1:2::1").statusCode()).isNotIn(401, 429);
    }

    @Test
    void each_try_stands_in_the_log_and_a_name_that_is_nobodys_does_not() throws Exception {
        for (int i = 0; i < 6; i++) {
            asks("anna", "fel", "198.51.100.7");
        }
        asks("hemligt lösenord", "fel", "198.51.100.8");

        var refused = "select count(*) from access_log where action = 'sign-in' and not allowed and ";
        awaited(refused + "who = 'anna' and why = 'too-many-tries' and origin = '198.51.100.7'");
        assertThat(installation.count(refused + "who = 'anna' and why = '' and origin = '198.51.100.7'"))
                .isEqualTo(5);
        awaited(refused + "who = '' and origin = '198.51.100.8'");
        assertThat(installation.count("select count(*) from access_log where who like '%hemligt%'"))
                .isZero();
    }

    @Test
    void who_tries_many_passwords_at_once_beside_the_door_tries_one() {
        var throttle = installation.bean(LoginThrottle.class);
        var tried = new AtomicInteger();

        var outer = throttle.tried("anna", () -> {
            // While one is being looked at, in whatever thread, another is not.
            assertThat(throttle.tried("anna", () -> tried.incrementAndGet() > 0))
                    .isFalse();
            return true;
        });

        assertThat(outer).isTrue();
        assertThat(tried).hasValue(0);
        assertThat(throttle.tried("anna", () -> tried.incrementAndGet() > 0)).isTrue();
    }

    private static void awaited(String sql) {
        await().untilAsserted(() -> assertThat(installation.count(sql)).as(sql).isPositive());
    }
}
