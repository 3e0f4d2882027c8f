package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.EmbeddedPostgres;
import se.varjedag.app.database.Home;
import se.varjedag.app.intake.hl7.Hl7Text;
import se.varjedag.app.written.Written;

/// A whole server over its built-in PostgreSQL, killed without a warning again and again while files of CSV and FHIR
/// and messages over the network come in at once. How often: `-Dvarjedag.kills=20`.
class MixedSuddenDeathIT {
    private static final int KILLS = Integer.getInteger("varjedag.kills", 2);
    private static final int SENDERS = 3;
    private static final int ROWS = 400;
    private static final long PATIENCE_S = 240;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private Home home = new Home(Path.of("."));
    private int mllp;

    @BeforeEach
    void a_home() throws IOException {
        home = Home.of(Map.of("VARJEDAG_HOME", folder.resolve("home").toString()));
        var binaries = Path.of("target", "test-postgres", "binaries").toAbsolutePath();
        Files.createDirectories(binaries);
        Files.createSymbolicLink(home.binaries(), binaries);
    }

    @Test
    void kill_9_amid_files_and_messages_loses_no_acknowledged_event_and_keeps_none_twice() throws Exception {
        var random = new Random(17);
        for (int kill = 0; kill < KILLS; kill++) {
            var server = server();
            var before = acknowledged.size();
            var busy = new ArrayList<Thread>();
            for (int sender = 0; sender < SENDERS; sender++) {
                busy.add(Thread.ofPlatform().start(() -> send(server)));
            }
            busy.add(Thread.ofPlatform().start(() -> importFiles(server)));
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
            while (acknowledged.size() < before + 1000 && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(700));
            server.destroyForcibly().waitFor();
            for (var thread : busy) {
                thread.join();
            }
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(before + 1000);
        }

        var kept = kept();
        assertThat(new HashSet<>(kept)).containsAll(acknowledged);
        assertThat(kept).doesNotHaveDuplicates();
    }

    private Process server() throws IOException, InterruptedException {
        mllp = free();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "se.varjedag.app.VarjeDagApplication",
                "serve");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Written.program("mixed-sudden-death").toFile()));
        builder.environment().put("VARJEDAG_HOME", home.folder().toString());
        builder.environment().put("VARJEDAG_PORT", String.valueOf(free()));
        builder.environment().put("VARJEDAG_MLLP_PORT", String.valueOf(mllp));
        builder.environment().remove("VARJEDAG_DB_URL");
        var server = builder.start();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (RunningServer.on(home).isEmpty()) {
            assertThat(server.isAlive())
                    .describedAs("%s", Files.readString(Written.program("mixed-sudden-death")))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
        return server;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Sends one message after the other; one that was not answered is sent again to the next server, as it was.
    private void send(Process server) {
        var id = "";
        while (server.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), mllp)) {
                while (server.isAlive()) {
                    var again = unanswered.poll();
                    id = again == null ? "M" + number.incrementAndGet() : again;
                    socket.getOutputStream()
                            .write(("\u000B" + Hl7Text.referral(id, id) + "\u001C\r").getBytes(StandardCharsets.UTF_8));
                    if (answer(socket).contains("MSA|AA|" + id + "|")) {
                        acknowledged.add("ORM/" + id + "#svf");
                        id = "";
                    }
                }
            } catch (IOException _) {
                // The server is gone, or not yet there.
            }
            if (!id.isEmpty()) {
                unanswered.add(id);
                id = "";
            }
        }
    }

    private static String answer(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = socket.getInputStream().read();
                b != 0x1C;
                b = socket.getInputStream().read()) {
            if (b < 0) {
                throw new IOException("The connection has ended");
            }
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void importFiles(Process server) {
        while (server.isAlive()) {
            try {
                var first = number.getAndAdd(ROWS);
                var csv = first % 2 == 0;
                var file = csv ? csv(first) : fhir(first);
                var result =
                        RunningServer.on(home).orElseThrow(IOException::new).read(file, false, "", "test");
                if (result.done()) {
                    IntStream.range(first, first + ROWS)
                            .forEach(i -> acknowledged.add((csv ? "C" : "Procedure/F") + i));
                }
            } catch (IOException | CannotStart _) {
                // The server is gone: nothing of the file was acknowledged.
            }
        }
    }

    private Path csv(int first) throws IOException {
        var text = new StringBuilder("person,code,time,region,source,id\n");
        IntStream.range(first, first + ROWS)
                .forEach(i -> text.append("p%d,VC010,2023-03-%02d,01,s,C%d%n".formatted(i, 1 + i % 28, i)));
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private Path fhir(int first) throws IOException {
        var text = new StringBuilder("""
                {"resourceType":"Patient","id":"p","identifier":[{"system":"urn:test","value":"q"}]}
                """);
        IntStream.range(first, first + ROWS).forEach(i -> text.append("""
                {"resourceType":"Procedure","id":"F%d","status":"completed","code":{"coding":[{"system":\
                "urn:oid:1.2.752.116.1.3.2.1.4","code":"VC010"}]},"subject":{"reference":"Patient/p"},\
                "performedDateTime":"2023-03-%02d"}
                """.formatted(i, 1 + i % 28)));
        return Files.writeString(folder.resolve("file.ndjson"), text);
    }

    /// The names of all versions that the log has.
    private List<String> kept() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home);
                var connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select source_id from care_event")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
