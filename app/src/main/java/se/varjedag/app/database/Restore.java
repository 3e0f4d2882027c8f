package se.varjedag.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/// Puts a backup in the place of what an installation has, also while the system runs, and also into a newer program.
///
/// The backup is first read into a database beside the one in use: the tables as they were when it was made, its
/// rows, then every later migration. Only when all of it is there do the two change names; until then nothing has
/// been touched.
public final class Restore {
    static final String BESIDE = "_restoring";
    private static final String BEFORE = "_before_restore";

    private Restore() {}

    /// Restores; gives how many events there are afterwards.
    ///
    /// @param replace true when it was confirmed that what is there may go
    public static long read(OpenDatabase database, Home home, Path folder, boolean replace) {
        try {
            var manifest = Manifest.read(folder);
            requireWhole(manifest, folder);
            requireConfirmed(database, replace);
            requireItsKey(database, manifest, folder);
            var key = keyFor(manifest, home, folder);
            var beside = database.name() + BESIDE;
            try (var maintenance = database.connect("postgres")) {
                execute(maintenance, "drop database if exists " + quoted(beside));
                execute(maintenance, "create database " + quoted(beside));
            }
            migrate(database, beside, manifest.schemaVersion());
            long events = fill(database, beside, manifest, folder);
            migrate(database, beside, "latest");
            // Before and after, for a server that runs meanwhile may look at any moment.
            long lastLogRow = lastLogRow(database, beside);
            tellOfIt(home, lastLogRow);
            swap(database, beside);
            tellOfIt(home, lastLogRow);
            keepFiles(home, folder, key);
            return events;
        } catch (IOException | SQLException e) {
            throw OpenDatabase.unexpected("The backup could not be restored", e);
        }
    }

    private static long lastLogRow(OpenDatabase database, String beside) throws SQLException {
        try (var connection = database.connect(beside);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select coalesce(max(number), 0) from access_log")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void tellOfIt(Home home, long lastLogRow) throws IOException {
        Home.writePrivately(home.restored(), Instant.now() + " " + lastLogRow + "\n");
    }

    private static void requireWhole(Manifest manifest, Path folder) throws IOException {
        for (var table : manifest.tables()) {
            var digest = Sha256.sum();
            if (!Files.exists(table.file(folder))) {
                throw new CannotStart("The backup lacks %s. Nothing was changed.".formatted(table.file(folder)));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(table.file(folder)))) {
                var block = new byte[1 << 16];
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    digest.update(block, 0, n);
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw new CannotStart("%s is damaged: its checksum is not that of the manifest. Nothing was changed."
                        .formatted(table.file(folder)));
            }
        }
    }

    private static void requireConfirmed(OpenDatabase database, boolean replace) throws SQLException {
        if (replace) {
            return;
        }
        try (var connection = database.connect(database.name());
                var statement = connection.createStatement()) {
            try (var there = statement.executeQuery("select to_regclass('public.care_event') is not null")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return;
                }
            }
            try (var count = statement.executeQuery("select count(*) from care_event")) {
                count.next();
                if (count.getLong(1) > 0) {
                    throw new CannotStart(
                            "This installation already holds events (%d). To put the backup in their place, add --replace. Nothing was changed."
                                    .formatted(count.getLong(1)));
                }
            }
        }
    }

    /// A backup without its key fits only where the same key is in use already.
    private static void requireItsKey(OpenDatabase database, Manifest manifest, Path folder) throws SQLException {
        if (Files.exists(folder.resolve("pseudonym.key"))
                || manifest.keyFingerprint().isEmpty()) {
            return;
        }
        try (var connection = database.connect(database.name());
                var statement = connection.createStatement()) {
            try (var there = statement.executeQuery("select to_regclass('public.installation') is not null")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return;
                }
            }
            try (var inUse = statement.executeQuery("select key_fingerprint from installation")) {
                if (inUse.next() && !inUse.getString(1).equals(manifest.keyFingerprint())) {
                    throw new CannotStart(
                            "The backup was made without the key of its pseudonyms, and the key of this installation is another. Restore into a new home that has the backup's key. Nothing was changed.");
                }
            }
        }
    }

    /// The key that the backup's pseudonyms were made with: from the backup, or the one in the home.
    private static String keyFor(Manifest manifest, Home home, Path folder) throws IOException {
        var inBackup = folder.resolve("pseudonym.key");
        if (Files.exists(inBackup)) {
            return Files.readString(inBackup).strip();
        }
        if (manifest.keyFingerprint().isEmpty() || Files.exists(home.pseudonymKeyFile())) {
            return home.secret("pseudonym.key");
        }
        throw new CannotStart(
                "The backup was made without the key of its pseudonyms. Put the key in %s first; without it, new deliveries would not be joined to the same persons. Nothing was changed."
                        .formatted(home.pseudonymKeyFile()));
    }

    private static void migrate(OpenDatabase database, String name, String version) {
        Flyway.configure()
                .dataSource(database.url(name), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static long fill(OpenDatabase database, String name, Manifest manifest, Path folder)
            throws IOException, SQLException {
        long events = 0;
        try (var connection = database.connect(name)) {
            connection.setAutoCommit(false);
            for (var table : manifest.tables()) {
                try (var rows = new GZIPInputStream(Files.newInputStream(table.file(folder)))) {
                    long read = connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columnList()), rows);
                    if (read != table.rows()) {
                        throw new CannotStart(
                                "%s has another number of rows (%d) than the manifest says (%d). Nothing was changed."
                                        .formatted(table.file(folder), read, table.rows()));
                    }
                    events = table.name().equals("care_event") ? read : events;
                }
            }
            execute(connection, """
                    do $$
                    declare
                        c record;
                        highest bigint;
                    begin
                        for c in select table_name, column_name from information_schema.columns
                                 where table_schema = 'public' and is_identity = 'YES'
                        loop
                            execute format('select max(%I) from %I', c.column_name, c.table_name) into highest;
                            if highest is not null then
                                perform setval(pg_get_serial_sequence(c.table_name, c.column_name), highest);
                            end if;
                        end loop;
                    end
                    $$""");
            connection.commit();
        }
        return events;
    }

    /// Lets the database beside take the name of the one in use. Where that cannot be done, the one in use stays.
    static void swap(OpenDatabase database, String beside) throws SQLException {
        var name = quoted(database.name());
        var before = quoted(database.name() + BEFORE);
        try (var maintenance = database.connect("postgres")) {
            execute(maintenance, "drop database if exists " + before);
            execute(maintenance, "alter database %s allow_connections false".formatted(name));
            try {
                execute(
                        maintenance,
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and pid <> pg_backend_pid()"
                                .formatted(database.name()));
                // Both names in one transaction: there is never a moment without a database of that name.
                maintenance.setAutoCommit(false);
                execute(maintenance, "alter database %s rename to %s".formatted(name, before));
                execute(maintenance, "alter database %s rename to %s".formatted(quoted(beside), name));
                maintenance.commit();
                maintenance.setAutoCommit(true);
            } catch (SQLException e) {
                if (!maintenance.getAutoCommit()) {
                    maintenance.rollback();
                    maintenance.setAutoCommit(true);
                }
                execute(maintenance, "alter database %s allow_connections true".formatted(name));
                throw e;
            }
            execute(maintenance, "drop database " + before);
        }
    }

    private static void keepFiles(Home home, Path folder, String key) throws IOException {
        Home.writePrivately(home.pseudonymKeyFile(), key);
        keepIdentityKeys(home, folder);
        for (var file : Backup.FILES) {
            if (Files.exists(folder.resolve(file))) {
                Home.writePrivately(home.folder().resolve(file), Files.readString(folder.resolve(file)));
            }
        }
        Backup.copyFolder(folder.resolve("definitions"), home.folder().resolve("definitions"));
    }

    /// The keys of the backup first, then those of the home that it lacks: older backups may need them.
    private static void keepIdentityKeys(Home home, Path folder) throws IOException {
        var inBackup = folder.resolve(Backup.IDENTITY_KEYS);
        if (!Files.exists(inBackup)) {
            return;
        }
        var keys = new LinkedHashSet<>(Files.readAllLines(inBackup));
        if (Files.exists(home.identityKeys())) {
            keys.addAll(Files.readAllLines(home.identityKeys()));
        }
        Home.writePrivately(home.identityKeys(), String.join("\n", keys) + "\n");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
