package se.varjedag.app.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.database.TestPostgres;

/// Messages over the network, over a whole installation with its pages.
class MllpTest {
    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.serving(
                TestPostgres.newHome(),
                "--VARJEDAG_MLLP_PORT=0",
                "--VARJEDAG_MLLP_SECONDS=1",
                "--VARJEDAG_MLLP_LARGEST=20000",
                "--VARJEDAG_MLLP_CONNECTIONS=3");
    }

    /// The place of a connection that ended a moment ago may not be free yet.
    @BeforeEach
    void waitForPlaces() throws InterruptedException {
        long last = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (connections() > 0 && System.nanoTime() < last) {
            Thread.sleep(5);
        }
        assertThat(connections()).isZero();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// A sender that keeps its connection.
    private static final class Sender implements AutoCloseable {
        private final Socket socket;

        Sender() throws IOException {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(),
                    installation.bean(Mllp.class).port());
            socket.setSoTimeout(20_000);
        }

        String send(String message) throws IOException {
            raw("\u000B" + message + "\u001C\r");
            return answer();
        }

        void raw(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /// The answer; empty when the connection was ended.
        String answer() throws IOException {
            var bytes = new ByteArrayOutputStream();
            for (int b = socket.getInputStream().read();
                    b != 0x1C;
                    b = socket.getInputStream().read()) {
                if (b < 0) {
                    return "";
                }
                bytes.write(b);
            }
            socket.getInputStream().read();
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static double counted(String name, String key, String value) {
        var counter = installation
                .bean(MeterRegistry.class)
                .find(name)
                .tag(key, value)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static long events(String ending) {
        return installation.count("select count(*) from care_event where source_id like '%/" + ending + "#%'");
    }

    @Test
    void a_message_is_answered_when_it_is_kept_and_the_same_message_again_adds_nothing() throws IOException {
        try (var sender = new Sender()) {
            assertThat(sender.send(Hl7Text.referral("A1", "NET1"))).contains("MSA|AA|A1|");
            assertThat(events("NET1")).isEqualTo(1);
            assertThat(sender.send(Hl7Text.referral("A1", "NET1").replace("20230405", "20230406")))
                    .contains("MSA|AA|A1|");
            assertThat(events("NET1")).isEqualTo(1);
        }
    }

    @Test
    void what_cannot_be_used_is_answered_so_and_kept_as_rejected() throws IOException {
        try (var sender = new Sender()) {
            assertThat(sender.send(Hl7Text.referral("B1", "NET2").replace("|2.5.1|", "|2.4|")))
                    .contains("MSA|AR|B1|")
                    .contains("2.5.1");
            assertThat(sender.send(Hl7Text.referral("B2", "NET3").replace(Hl7Text.NUMBER, "193602632387")))
                    .contains("MSA|AE|B2|")
                    .contains("check digit");
            assertThat(sender.send("<ORU_R01/>")).contains("MSA|AR|");
        }
        assertThat(installation.count("select count(*) from reject where column_name in ('MSH-12', 'person', 'MSH')"))
                .isEqualTo(3);
        assertThat(events("NET2") + events("NET3")).isZero();
    }

    @Test
    void a_sender_who_takes_too_long_over_a_message_is_let_go_and_counted() throws IOException {
        var before = counted("varjedag.mllp.refused", "why", "slow");
        var started = System.nanoTime();
        try (var sender = new Sender()) {
            sender.raw("\u000BMSH|^~\\&|LAB");
            assertThat(sender.answer()).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
        assertThat(counted("varjedag.mllp.refused", "why", "slow")).isEqualTo(before + 1);
    }

    @Test
    void a_message_that_is_too_large_and_one_without_its_frame_end_the_connection() throws IOException {
        try (var sender = new Sender()) {
            sender.raw("\u000B" + "MSH|".repeat(5001));
            assertThat(sender.answer()).isEmpty();
        } catch (IOException _) {
            // The connection was cut while we were still sending.
        }
        try (var sender = new Sender()) {
            sender.raw("GET / HTTP/1.1\r\n\r\n");
            assertThat(sender.answer()).isEmpty();
        }
        assertThat(counted("varjedag.mllp.refused", "why", "large")).isEqualTo(1);
        assertThat(counted("varjedag.mllp.refused", "why", "frame")).isEqualTo(1);
    }

    @Test
    void more_senders_than_there_are_places_for_are_refused() throws Exception {
        try (var one = new Sender();
                var two = new Sender();
                var three = new Sender()) {
            for (var sender : List.of(one, two, three)) {
                assertThat(sender.send(Hl7Text.referral("C" + sender.hashCode(), "MANY")))
                        .contains("MSA|AA|");
            }
            assertThat(connections()).isEqualTo(3);
            try (var four = new Sender()) {
                assertThat(four.answer()).isEmpty();
            }
        }
        assertThat(counted("varjedag.mllp.refused", "why", "many")).isEqualTo(1);
    }

    private static double connections() {
        return installation
                .bean(MeterRegistry.class)
                .get("varjedag.mllp.connections")
                .gauge()
                .value();
    }
}
