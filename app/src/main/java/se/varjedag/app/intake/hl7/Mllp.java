package se.varjedag.app.intake.hl7;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.intake.Messages;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;

/// Listens for HL7 messages over the network, if `VARJEDAG_MLLP_PORT` names a port: on this machine alone, unless
/// `VARJEDAG_MLLP_ADDRESS` names another address. A message is answered with AA when the database has kept it.
@Component
public class Mllp implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Mllp.class);
    private static final int HIGHEST_PORT = 65535;
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final String AGAIN = "The message could not be kept now. Send it again.";

    private final Environment environment;
    private final CodeMapping mapping;
    private final Units units;
    private final Messages messages;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong answers = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;
    private @Nullable GroupCommit commit;

    Mllp(Environment environment, CodeMapping mapping, Units units, Messages messages, MeterRegistry meters) {
        this.environment = environment;
        this.mapping = mapping;
        this.units = units;
        this.messages = messages;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        var port = environment.getProperty("VARJEDAG_MLLP_PORT", "").strip();
        // A command such as import opens the same installation; only a server listens.
        if (port.isEmpty() || environment.containsProperty("varjedag.command")) {
            return;
        }
        var address =
                environment.getProperty("VARJEDAG_MLLP_ADDRESS", "127.0.0.1").strip();
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(
                    InetAddress.getByName(address), number("VARJEDAG_MLLP_PORT", 0, HIGHEST_PORT)));
            listening = socket;
            commit = new GroupCommit(messages);
            int most = number("VARJEDAG_MLLP_CONNECTIONS", 64, 10_000);
            var places = new Semaphore(most);
            meters.gauge("varjedag.mllp.connections", places, free -> most - free.availablePermits());
            var keeping = commit;
            Thread.ofPlatform().name("mllp").daemon(true).start(() -> accept(socket, places, keeping));
            LOG.info("HL7 messages are taken on {} port {}", address, socket.getLocalPort());
        } catch (IOException e) {
            throw new CannotStart(
                    "HL7 messages cannot be taken on %s port %s (%s). Name another in VARJEDAG_MLLP_PORT and VARJEDAG_MLLP_ADDRESS."
                            .formatted(address, port, e.getMessage()),
                    e);
        }
    }

    private int number(String name, int otherwise, int highest) {
        var text = environment.getProperty(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= highest) {
            return Integer.parseInt(text);
        }
        throw new CannotStart("%s is '%s': write a number up to %d.".formatted(name, text, highest));
    }

    private void accept(ServerSocket socket, Semaphore places, GroupCommit keeping) {
        var largest = number("VARJEDAG_MLLP_LARGEST", 1 << 20, 1 << 28);
        var patience = Duration.ofSeconds(number("VARJEDAG_MLLP_SECONDS", 30, 3600));
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                if (!places.tryAcquire()) {
                    refused("many");
                    connection.close();
                    continue;
                }
                open.add(connection);
                Thread.ofVirtual().name("mllp-connection").start(() -> {
                    try (connection) {
                        serve(new Frames(connection, largest, patience, IDLE), keeping);
                    } catch (IOException _) {
                        // The sender is gone; what it was not told was kept it sends again.
                    } finally {
                        open.remove(connection);
                        places.release();
                    }
                });
            } catch (IOException _) {
                // Closed because the server stops; or one connection that came to nothing.
            }
        }
    }

    private void serve(Frames frames, GroupCommit keeping) throws IOException {
        try {
            for (var message = frames.next(); message.isPresent(); message = frames.next()) {
                var answer = answer(message.get(), keeping);
                outcome(answer.code().name().toLowerCase(Locale.ROOT));
                frames.answer(answer.text(clock.instant(), answers.incrementAndGet()));
            }
        } catch (Frames.Refused refused) {
            refused(refused.why().name().toLowerCase(Locale.ROOT));
        }
    }

    private Acknowledgement answer(byte[] bytes, GroupCommit keeping) {
        var header = Header.of(
                new String(bytes, 0, Math.min(bytes.length, 2000), java.nio.charset.StandardCharsets.ISO_8859_1));
        var today = LocalDate.now(clock.withZone(Sweden.TIME));
        try {
            try {
                var received = new Received.Reader(mapping, units, "", today).of(bytes);
                keeping.keep(received.message());
                return new Acknowledgement(Acknowledgement.Code.AA, received.header(), "");
            } catch (NotTaken e) {
                keeping.keep(new Messages.Refused(e.place(), e.why()));
                return new Acknowledgement(e.code(), header, e.why().english());
            }
        } catch (ExecutionException _) {
            return new Acknowledgement(Acknowledgement.Code.AE, header, AGAIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Acknowledgement(Acknowledgement.Code.AE, header, AGAIN);
        }
    }

    private void outcome(String code) {
        meters.counter("varjedag.mllp.messages", "answer", code).increment();
    }

    private void refused(String why) {
        meters.counter("varjedag.mllp.refused", "why", why).increment();
    }

    /// The port it listens on.
    public synchronized int port() {
        return Objects.requireNonNull(listening, "not listening").getLocalPort();
    }

    @Override
    public synchronized void stop() {
        try {
            if (listening != null) {
                listening.close();
                listening = null;
            }
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException _) {
            // It is closed in any case.
        }
        if (commit != null) {
            commit.close();
            commit = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }
}
