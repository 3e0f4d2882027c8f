package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;

/// An identity provider that takes calls and never answers, while strangers come with tokens.
class SilentProviderTest {
    private static final int MANY = 40;

    private static ServerSocket provider;
    private static final ConcurrentLinkedQueue<Socket> CALLS = new ConcurrentLinkedQueue<>();
    private static Installation installation;
    private static HttpClient client;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(SilentProviderTest::take);
        var issuer = "http://127.0.0.1:" + provider.getLocalPort() + "/tyst";
        installation = Installation.serving(
                Issuer.home(),
                "--VARJEDAG_OIDC_ISSUER=" + issuer,
                "--VARJEDAG_OIDC_AUDIENCE=" + Issuer.AUDIENCE,
                "--VARJEDAG_OIDC_CLIENT_ID=" + Issuer.CLIENT,
                "--VARJEDAG_URL=http://localhost");
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try (var signing = Issuer.started()) {
            token = signing.token(Issuer.AUDIENCE, java.util.Map.of("varjedag", "roll", "role", "analyst"));
        }
    }

    private static void take() {
        try {
            while (!provider.isClosed()) {
                CALLS.add(provider.accept());
            }
        } catch (IOException _) {
            // Closed at the end.
        }
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        installation.close();
        provider.close();
        for (var call : CALLS) {
            call.close();
        }
    }

    private record Answer(HttpResponse<String> response, Duration took) {}

    private static CompletableFuture<Answer> asks(String path, String authorization) {
        long began = System.nanoTime();
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + path))
                                .header("Authorization", authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response, Duration.ofNanos(System.nanoTime() - began)));
    }

    private static List<Answer> many(String path, String authorization) {
        var all = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < MANY; i++) {
            all.add(asks(path, authorization));
        }
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static double counted(String by) {
        return installation.bean(MeterRegistry.class).find("varjedag.signin.refused").tag("by", by).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void strangers_with_tokens_are_told_to_come_back_at_once_and_the_provider_is_asked_by_one_of_them() {
        for (var path : List.of("/api/v1/answers", "/fhir/Patient")) {
            var answers = many(path, "Bearer " + token);

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.response().statusCode()).isEqualTo(503);
                assertThat(answer.response().headers().firstValue("Retry-After"))
                        .contains("10");
            });
            var took = answers.stream().map(Answer::took).sorted().toList();
            assertThat(took.get(MANY / 2)).as("most wait for nobody").isLessThan(Duration.ofMillis(2_500));
            assertThat(took.getLast()).isLessThan(Duration.ofSeconds(12));
        }
        assertThat(CALLS).as("calls to a provider that is silent").hasSizeLessThanOrEqualTo(2);
        assertThat(asks("/login", "").join().response().statusCode()).isEqualTo(200);

        // Each is counted; the access log holds as many lines of one address as somebody reads.
        assertThat(counted("token")).isEqualTo(2 * MANY);
        await().untilAsserted(() -> assertThat(lines()).isEqualTo(20));
        assertThat(lines()).isEqualTo(20);
    }

    private static long lines() {
        return installation.count("select count(*) from access_log where action = 'sign-in' and not allowed");
    }

    @Test
    void people_who_want_to_sign_in_there_are_told_that_it_did_not_work_and_hold_nobody_up() {
        var answers = many("/oauth2/authorization/provider", "");

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.response().statusCode()).isEqualTo(302);
            assertThat(answer.response().headers().firstValue("Location").orElseThrow())
                    .endsWith("/login?refused");
        });
        var took = answers.stream().map(Answer::took).sorted().toList();
        assertThat(took.get(MANY / 2)).isLessThan(Duration.ofMillis(2_500));
        assertThat(CALLS).hasSizeLessThanOrEqualTo(2);
    }
}
