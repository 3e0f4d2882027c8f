package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.app.database.EmbeddedPostgres;
import se.varjedag.app.database.Home;

/// The whole program as a process of its own over its built-in PostgreSQL, killed without a warning.
class SuddenDeathIT {
    private static final int ROWS = 60_000;
    private static final long PATIENCE_S = 240;

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void a_home() throws IOException {
        home = Home.of(Map.of("VARJEDAG_HOME", folder.resolve("home").toString()));
        var binaries = Path.of("target", "test-postgres", "binaries").toAbsolutePath();
        Files.createDirectories(binaries);
        Files.createSymbolicLink(home.binaries(), binaries);
    }

    @Test
    void kill_9_in_the_middle_of_an_import_loses_nothing_accepted_and_the_same_import_completes_it() throws Exception {
        var accepted = file("accepted.csv", 100);
        var large = file("large.csv", ROWS);
        assertThat(finished(program("import", accepted))).isZero();

        for (var moment : List.of("incoming", "staged")) {
            var dying = program("import", large);
            await(dying, moment);
            dying.destroyForcibly().waitFor();
            var events = events();
            assertThat(events).isIn(100L, (long) ROWS);
        }

        assertThat(finished(program("import", large))).isZero();
        assertThat(events()).isEqualTo(ROWS);
    }

    /// Waits until the file has been received, or until its rows are on their way into the database.
    private void await(Process program, String moment) throws IOException, InterruptedException {
        var incoming = home.folder().resolve("incoming");
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (program.isAlive() && System.nanoTime() < deadline) {
            if (Files.isDirectory(incoming)) {
                try (var files = Files.walk(incoming)) {
                    var sought = moment.equals("incoming") ? "file" : "rejects";
                    if (files.anyMatch(f -> f.getFileName().toString().startsWith(sought))) {
                        return;
                    }
                } catch (UncheckedIOException _) {
                    // What the program before left was cleared away meanwhile.
                }
            }
            Thread.sleep(5);
        }
    }

    private Process program(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "se.varjedag.app.VarjeDagApplication"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("VARJEDAG_HOME", home.folder().toString());
        builder.environment().remove("VARJEDAG_DB_URL");
        return builder.start();
    }

    private static int finished(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private long events() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home);
                var connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from care_event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String file(String name, int rows) throws IOException {
        var text = new StringBuilder("person,code,time,region,source,id\n");
        for (int i = 0; i < rows; i++) {
            text.append("p%d,VC010,2023-03-%02d,01,s,%d%n".formatted(i, 1 + i % 28, i));
        }
        var file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file.toString();
    }
}
