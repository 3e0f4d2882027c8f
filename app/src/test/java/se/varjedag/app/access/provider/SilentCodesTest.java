package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;

/// An identity provider that says who it is and lets people in, and then is silent when asked what a code is worth.
class SilentCodesTest {
    private static final CountDownLatch DONE = new CountDownLatch(1);
    private static final AtomicInteger ASKED = new AtomicInteger();

    private static HttpServer provider;
    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + "/stum";
        says("/stum/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer));
        says("/stum/jwks", "{\"keys\": []}");
        provider.createContext("/stum/token", _ -> {
            ASKED.incrementAndGet();
            try {
                DONE.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        provider.start();
        installation = Installation.serving(
                Issuer.home(),
                "--VARJEDAG_OIDC_ISSUER=" + issuer,
                "--VARJEDAG_OIDC_CLIENT_ID=" + Issuer.CLIENT,
                "--VARJEDAG_URL=http://localhost");
    }

    private static void says(String path, String json) {
        provider.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        DONE.countDown();
        installation.close();
        provider.stop(0);
    }

    @Test
    void who_comes_with_a_code_that_nobody_answers_for_is_told_so_in_time_and_others_are_served() throws Exception {
        try (var guest = new Guest(installation.port());
                var other = new Guest(installation.port())) {
            var asked = Guest.query(Guest.whereTo(guest.get("/oauth2/authorization/provider")));
            long began = System.nanoTime();
            var waiting = new FutureTask<>(
                    () -> Guest.whereTo(guest.get("/login/oauth2/code/provider?code=abc&state=" + asked.get("state"))));
            Thread.ofVirtual().start(waiting);
            assertThat(other.get("/login").statusCode()).isEqualTo(200);

            assertThat(waiting.get(20, TimeUnit.SECONDS)).endsWith("/login?refused");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(12));
            assertThat(ASKED.get()).isEqualTo(1);
            assertThat(Guest.whereTo(guest.get("/patient"))).endsWith("/login");
        }
    }
}
