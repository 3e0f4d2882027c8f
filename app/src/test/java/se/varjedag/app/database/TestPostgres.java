package se.varjedag.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of this JVM, started as the product starts it; each test class takes a database of its
/// own.
public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Home HOME = home();
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(HOME);

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(POSTGRES::close));
    }

    private TestPostgres() {}

    private static Home home() {
        try {
            // The programs are unpacked once per build, not once per JVM.
            var folder = Path.of("target", "test-postgres").toAbsolutePath();
            Files.createDirectories(folder);
            var home = new Home(Files.createTempDirectory(folder, "home"));
            Files.createDirectories(folder.resolve("binaries"));
            Files.createSymbolicLink(home.binaries(), folder.resolve("binaries"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new, empty home folder.
    public static Home newHome() {
        try {
            return new Home(Files.createTempDirectory(HOME.folder(), "own"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of a new, empty database.
    public static String newDatabase() {
        var name = "test_" + NUMBER.incrementAndGet();
        try (var connection = OpenDatabase.of(POSTGRES).connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.url().replaceFirst("[^/]+$", name);
    }

    public static String user() {
        return EmbeddedPostgres.USER;
    }

    public static String password() {
        return POSTGRES.password();
    }

    /// The database behind an address, as the commands open it.
    public static OpenDatabase open(String url, Home home) {
        return OpenDatabase.of(
                home,
                java.util.Map.of(
                        "VARJEDAG_DB_URL", url, "VARJEDAG_DB_USER", user(), "VARJEDAG_DB_PASSWORD", password()));
    }
}
