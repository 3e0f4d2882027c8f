package se.varjedag.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// The table of encrypted numbers and names.
@Component
class StoredIdentities {
    private static final int TOGETHER = 10_000;
    private static final String NUMBER = "number";
    private static final String NAME = "name";
    private static final String COLUMNS = "person, key_id, number, name, protection";

    private final JdbcClient database;
    private final DataSource pool;
    private final KeyRing keys;

    StoredIdentities(JdbcClient database, DataSource pool, KeyRing keys) {
        this.database = database;
        this.pool = pool;
        this.keys = keys;
    }

    /// One person, opened.
    record Opened(
            UUID person,
            String keyId,
            String number,
            @Nullable String name,
            Protection protection) {
        /// Tells nothing.
        @Override
        public String toString() {
            return "Opened ••••";
        }
    }

    /// Which of these persons are kept already.
    Set<UUID> kept(Collection<UUID> persons) {
        var kept = new HashSet<UUID>();
        for (var some : parts(persons)) {
            kept.addAll(database.sql("""
                            select p.person from unnest(?::uuid[]) w join person_identity p on p.person = w""").param(some).query(UUID.class).list());
        }
        return kept;
    }

    /// These persons, opened; for change where they are to be written again.
    List<Opened> opened(Collection<UUID> persons, boolean forChange) {
        var all = new ArrayList<Opened>();
        for (var some : parts(persons)) {
            all.addAll(database.sql("select %s from person_identity where person = any(?::uuid[])%s"
                            .formatted(COLUMNS, forChange ? " order by person for update" : ""))
                    .param(some)
                    .query((row, n) -> open(
                            row.getObject("person", UUID.class),
                            row.getString("key_id"),
                            row.getBytes(NUMBER),
                            row.getBytes(NAME),
                            row.getString("protection")))
                    .list());
        }
        return all;
    }

    /// So many persons whose row is not encrypted with this key, opened and held until the transaction ends.
    List<Opened> otherThan(String keyId, int most) {
        return database.sql("""
                        select %s from person_identity where key_id <> ?
                        limit ? for update skip locked""".formatted(COLUMNS))
                .params(keyId, most)
                .query((row, n) -> open(
                        row.getObject("person", UUID.class),
                        row.getString("key_id"),
                        row.getBytes(NUMBER),
                        row.getBytes(NAME),
                        row.getString("protection")))
                .list();
    }

    /// Adds persons that are not kept.
    void add(Collection<Opened> persons) {
        write(persons, "nothing");
    }

    /// Writes persons that are kept anew, with the newest key.
    void replace(Collection<Opened> persons) {
        write(persons, """
                update set key_id = excluded.key_id, number = excluded.number, name = excluded.name,
                    protection = excluded.protection""");
    }

    private void write(Collection<Opened> persons, String whereThere) {
        if (persons.isEmpty()) {
            return;
        }
        var key = keys.newest();
        database.sql("""
                        create temporary table if not exists sealed_identity
                            (person uuid, key_id text, number bytea, name bytea, protection text) on commit drop""").update();
        database.sql("truncate sealed_identity").update();
        copy(persons, key);
        database.sql("""
                        insert into person_identity (person, key_id, number, name, protection)
                        select person, key_id, number, name, protection from sealed_identity
                        on conflict (person) do %s""".formatted(whereThere)).update();
    }

    private void copy(Collection<Opened> persons, IdentityKey key) {
        var connection = DataSourceUtils.getConnection(pool);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy sealed_identity from stdin");
            try {
                for (var one : persons) {
                    var line = "%s\t%s\t%s\t%s\t%s\n"
                            .formatted(
                                    one.person(),
                                    key.id(),
                                    hex(key.seal(one.person(), NUMBER, one.number())),
                                    Optional.ofNullable(one.name())
                                            .map(name -> hex(key.seal(one.person(), NAME, name)))
                                            .orElse("\\N"),
                                    one.protection().key())
                            .getBytes(StandardCharsets.US_ASCII);
                    copy.writeToCopy(line, 0, line.length);
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException("Encrypted numbers could not be handed to the database", new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    /// How many persons are kept with each key.
    Map<String, Long> byKey() {
        var counts = new TreeMap<String, Long>();
        database.sql("select key_id, count(*) as persons from person_identity group by key_id")
                .query(row -> {
                    counts.put(row.getString("key_id"), row.getLong("persons"));
                });
        return counts;
    }

    private Opened open(UUID person, String keyId, byte[] number, byte @Nullable [] name, String protection) {
        var key = keys.byId(keyId);
        return new Opened(
                person,
                keyId,
                key.open(person, NUMBER, number),
                name == null ? null : key.open(person, NAME, name),
                Protection.of(protection));
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    private static List<UUID[]> parts(Collection<UUID> persons) {
        var parts = new ArrayList<UUID[]>();
        var all = List.copyOf(persons);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            parts.add(all.subList(from, Math.min(all.size(), from + TOGETHER)).toArray(UUID[]::new));
        }
        return parts;
    }
}
