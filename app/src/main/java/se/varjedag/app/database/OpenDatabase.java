package se.varjedag.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The installation's database as a command reaches it: the external one, the built-in one that a running server
/// has started, or the built-in one started for this command alone.
public final class OpenDatabase implements AutoCloseable {
    private static final int LINE_OF_PORT = 3;

    private final String server;
    private final String name;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedPostgres own;

    private OpenDatabase(String url, String user, String password, @Nullable EmbeddedPostgres own) {
        int slash = url.lastIndexOf('/');
        this.server = url.substring(0, slash + 1);
        this.name = url.substring(slash + 1).replaceFirst("\\?.*", "");
        this.user = user;
        this.password = password;
        this.own = own;
    }

    public static OpenDatabase of(Home home, Map<String, String> environment) {
        var external = environment.getOrDefault("VARJEDAG_DB_URL", "");
        if (!external.isBlank()) {
            return new OpenDatabase(
                    DatabaseConfiguration.withScheme(external),
                    environment.getOrDefault("VARJEDAG_DB_USER", EmbeddedPostgres.USER),
                    environment.getOrDefault("VARJEDAG_DB_PASSWORD", ""),
                    null);
        }
        var taken = home.take();
        if (taken == null) {
            return new OpenDatabase(urlOfRunning(home), EmbeddedPostgres.USER, home.secret("postgres.password"), null);
        }
        taken.close();
        var started = EmbeddedPostgres.start(home);
        return new OpenDatabase(started.url(), EmbeddedPostgres.USER, started.password(), started);
    }

    /// Over an embedded PostgreSQL that somebody else starts and stops.
    static OpenDatabase of(EmbeddedPostgres postgres) {
        return new OpenDatabase(postgres.url(), EmbeddedPostgres.USER, postgres.password(), null);
    }

    private static String urlOfRunning(Home home) {
        try {
            var lines = Files.readAllLines(home.data().resolve("postmaster.pid"));
            return "jdbc:postgresql://127.0.0.1:%s/%s"
                    .formatted(lines.get(LINE_OF_PORT).strip(), EmbeddedPostgres.DATABASE);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new CannotStart(
                    "The server on %s is starting or stopping. Try again in a moment.".formatted(home.folder()), e);
        }
    }

    String name() {
        return name;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String url(String database) {
        return server + database;
    }

    /// A connection to the database itself, for a command that reads.
    ///
    /// @throws CannotStart when it cannot be reached
    public Connection connect() {
        try {
            return connect(name);
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    static RuntimeException unexpected(String what, Exception cause) {
        return cause instanceof IOException io
                ? new UncheckedIOException(what, io)
                : new IllegalStateException(what, cause);
    }
}
