package se.varjedag.app.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/// A copy of the whole installation in a folder, made while the system runs.
///
/// All tables are read in one transaction that sees one moment, so the copy is of that moment whatever is read in
/// meanwhile. With it go the keys of pseudonyms and numbers (unless they are left out), the accounts, the
/// definitions and `expected.csv`. What migrations write stays out: restoring runs them.
public final class Backup {
    static final List<String> FILES = List.of("accounts.properties", "expected.csv");
    static final String IDENTITY_KEYS = "identity.keys";

    /// What the migrations write themselves, and so write again in the database that a restore makes.
    private static final String WRITTEN_BY_MIGRATIONS = "'flyway_schema_history', 'beside_events'";

    private Backup() {}

    /// Makes the backup; gives how many events it holds.
    public static long write(OpenDatabase database, Home home, Path folder, boolean withKey) {
        try {
            if (Files.exists(folder) && (!Files.isDirectory(folder) || !isEmpty(folder))) {
                throw new CannotStart("%s is there already and is not empty. Name a new folder.".formatted(folder));
            }
            Home.folderPrivately(folder);
            try (var connection = database.connect(database.name())) {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return write(connection, home, folder, withKey);
            }
        } catch (FileSystemException e) {
            throw new CannotStart(
                    "The backup cannot be written to %s (%s). Name a folder that may be written, with room for it."
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        } catch (IOException | SQLException e) {
            throw OpenDatabase.unexpected("The backup could not be made", e);
        }
    }

    private static long write(Connection connection, Home home, Path folder, boolean withKey)
            throws IOException, SQLException {
        var schema = single(
                connection,
                "select version from flyway_schema_history where success order by installed_rank desc limit 1");
        var fingerprint = single(connection, "select coalesce(max(key_fingerprint), '') from installation");
        var tables = new ArrayList<Manifest.Table>();
        long events = 0;
        for (var name : inOrder(connection)) {
            var table = copy(connection, name, folder);
            tables.add(table);
            events = name.equals("care_event") ? table.rows() : events;
        }
        if (withKey) {
            Home.writePrivately(folder.resolve("pseudonym.key"), home.secret("pseudonym.key"));
            if (Files.exists(home.identityKeys())) {
                Home.writePrivately(folder.resolve(IDENTITY_KEYS), Files.readString(home.identityKeys()));
            }
        }
        for (var file : FILES) {
            if (Files.exists(home.folder().resolve(file))) {
                Home.writePrivately(
                        folder.resolve(file), Files.readString(home.folder().resolve(file)));
            }
        }
        copyFolder(home.folder().resolve("definitions"), folder.resolve("definitions"));
        new Manifest(Instant.now(), schema, fingerprint, tables).write(folder);
        return events;
    }

    static void copyFolder(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Home.folderPrivately(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Home.writePrivately(to.resolve(String.valueOf(file.getFileName())), Files.readAllBytes(file));
            }
        }
    }

    private static Manifest.Table copy(Connection connection, String name, Path folder)
            throws IOException, SQLException {
        var columns = list(connection, """
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
                order by ordinal_position""".formatted(name));
        var table = new Manifest.Table(name, columns, 0, "");
        var digest = Sha256.sum();
        long rows;
        try (var out = new DigestOutputStream(new BufferedOutputStream(Home.newPrivately(table.file(folder))), digest);
                var packed = new GZIPOutputStream(out)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select %s from %s) to stdout".formatted(table.columnList(), name), packed);
        }
        return new Manifest.Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /// The tables, each after those that it refers to.
    private static Set<String> inOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> refersTo = new LinkedHashMap<>();
        for (var table : list(
                connection,
                "select tablename from pg_tables where schemaname = 'public' and tablename not in (%s) order by 1"
                        .formatted(WRITTEN_BY_MIGRATIONS))) {
            refersTo.put(
                    table,
                    new LinkedHashSet<>(list(
                            connection,
                            "select distinct confrelid::regclass::text from pg_constraint where contype = 'f' and conrelid = '%s'::regclass and confrelid <> conrelid order by 1"
                                    .formatted(table))));
        }
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < refersTo.size()) {
            int before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle");
            }
        }
        return ordered;
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String single(Connection connection, String sql) throws SQLException {
        var found = list(connection, sql);
        return found.isEmpty() ? "" : found.getFirst();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
