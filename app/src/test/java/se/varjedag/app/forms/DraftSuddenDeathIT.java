package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.EmbeddedPostgres;
import se.varjedag.app.database.Home;

/// The whole program as a process of its own, killed without a warning while a patient types.
class DraftSuddenDeathIT {
    private static final String PASSWORD = "tolv tecken minst";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void kill_9_while_typing_loses_nothing_that_was_kept() throws Exception {
        var home = Home.of(Map.of("VARJEDAG_HOME", folder.resolve("home").toString()));
        var binaries = Path.of("target", "test-postgres", "binaries").toAbsolutePath();
        Files.createDirectories(binaries);
        Files.createSymbolicLink(home.binaries(), binaries);
        var events = folder.resolve("events.csv");
        Files.writeString(events, "person,code,time,region,unit,source,id\np1,VC010,2023-03-01,05,A1,s,1\n");
        assertThat(program(home, 0, "import", events.toString()).waitFor()).isZero();
        var patient = person(home);
        Accounts.write(home, new Account("anna", "Anna Läkare", new Assignment(Role.CLINICIAN, "A1")), PASSWORD);
        Accounts.write(
                home, new Account("pat", "Pat Patient", new Assignment(Role.PATIENT, patient.toString())), PASSWORD);

        int port = port();
        var server = program(home, port, "serve");
        String path;
        try (var anna = visitor()) {
            signIn(anna, port, "anna");
            post(anna, port, "/patient/" + patient + "/formular", "formular=what-matters&nar=open&dag=2024-01-02");
        }
        try (var pat = visitor()) {
            signIn(pat, port, "pat");
            var link = Pattern.compile("/formular/[0-9a-f-]{36}").matcher(get(pat, port, "/formular"));
            assertThat(link.find()).isTrue();
            path = link.group();
            for (var typed : List.of("Att", "Att få vara", "Att få vara hemma")) {
                assertThat(post(pat, port, path + "/utkast", "matters=" + encoded(typed)))
                        .contains("saved");
            }
            server.destroyForcibly().waitFor();
        }

        int after = port();
        var again = program(home, after, "serve");
        try (var pat = visitor()) {
            signIn(pat, after, "pat");
            assertThat(get(pat, after, path)).contains("Att få vara hemma</textarea>");
        } finally {
            again.destroyForcibly().waitFor();
        }
    }

    private static Process program(Home home, int port, String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "se.varjedag.app.VarjeDagApplication"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("VARJEDAG_HOME", home.folder().toString());
        builder.environment().put("VARJEDAG_PORT", Integer.toString(port));
        builder.environment().put("VARJEDAG_NO_CACHE", "1");
        builder.environment().remove("VARJEDAG_DB_URL");
        return builder.start();
    }

    private static UUID person(Home home) throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start(home);
                var connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select person from care_event")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private static int port() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpClient visitor() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static void signIn(HttpClient client, int port, String name) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                get(client, port, "/login");
                break;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
        post(client, port, "/login", "username=" + name + "&password=" + encoded(PASSWORD));
    }

    private static String get(HttpClient client, int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(port, path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String post(HttpClient client, int port, String path, String fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(client, port, "/login"));
        assertThat(token.find()).isTrue();
        return client.send(
                        HttpRequest.newBuilder(uri(port, path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + encoded(token.group(1))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
