package se.varjedag.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;

/// The keys of numbers and names, newest first: the first encrypts, all of them decrypt.
///
/// They come from `VARJEDAG_IDENTITY_KEYS` (64 hexadecimal digits each, commas between), or else from the file
/// `identity.keys` in the home folder (one to a line), which is made when the first number is kept.
@Component
class KeyRing {
    private static final String VARIABLE = "VARJEDAG_IDENTITY_KEYS";

    /// One program at a time makes or changes the file of keys.
    private static final long LOCK = 0x4964656E74697479L;

    private final Home home;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final String named;
    private volatile List<IdentityKey> known = List.of();

    KeyRing(Home home, JdbcClient database, TransactionTemplate transactions, Environment environment) {
        this.home = home;
        this.database = database;
        this.transactions = transactions;
        this.named = environment.getProperty(VARIABLE, "").strip();
    }

    /// Whether the keys come from the environment: then who set it there also makes new ones.
    boolean fromEnvironment() {
        return !named.isEmpty();
    }

    /// Fails with one sentence when a key is lacking that something in the database is encrypted with.
    void requireAll() {
        known = read();
        var lacking = database.sql("select id from identity_key order by made").query(String.class).list().stream()
                .filter(id -> known.stream().noneMatch(key -> key.id().equals(id)))
                .toList();
        if (!lacking.isEmpty()) {
            throw new CannotStart(
                    "Numbers and names in this database are encrypted with a key (%s) that is not in %s. Put the right keys there (a backup holds them, unless it was made without), or use another database."
                            .formatted(String.join(", ", lacking), fromEnvironment() ? VARIABLE : home.identityKeys()));
        }
    }

    /// The fingerprint of the key that encrypts; empty before anything was.
    String newestId() {
        if (known.isEmpty()) {
            requireAll();
        }
        return known.isEmpty() ? "" : known.getFirst().id();
    }

    /// The key that encrypts; made if this is the first time. In the transaction of the caller, where there is one.
    IdentityKey newest() {
        if (known.isEmpty()) {
            requireAll();
        }
        if (known.isEmpty()) {
            makeUnderLock(true);
        }
        var newest = known.getFirst();
        database.sql("insert into identity_key (id) values (?) on conflict do nothing")
                .param(newest.id())
                .update();
        return newest;
    }

    /// The key with this id. Another program may have made one since the keys were read.
    IdentityKey byId(String id) {
        return find(id).or(() -> {
                    known = read();
                    return find(id);
                })
                .orElseThrow(() -> new IllegalStateException("There is no identity key " + id));
    }

    private Optional<IdentityKey> find(String id) {
        return known.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /// Makes a new key, which encrypts from now on, and puts it first in the file.
    void add() {
        makeUnderLock(false);
    }

    private void makeUnderLock(boolean unlessThere) {
        if (fromEnvironment()) {
            throw new IllegalStateException("Keys from the environment are made outside");
        }
        transactions.executeWithoutResult(_ -> {
            database.sql("select pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((r, n) -> n)
                    .list();
            if (!unlessThere || read().isEmpty()) {
                write(HexFormat.of().formatHex(IdentityKey.random()));
            }
            known = read();
        });
    }

    private void write(String newest) {
        try {
            var file = home.identityKeys();
            var before = Files.exists(file) ? Files.readString(file) : "";
            Home.writePrivately(file, newest + "\n" + before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<IdentityKey> read() {
        if (fromEnvironment()) {
            return keys(List.of(named.split(",", -1)), VARIABLE);
        }
        var file = home.identityKeys();
        try {
            return Files.exists(file)
                    ? keys(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString())
                    : List.of();
        } catch (IOException e) {
            throw new CannotStart("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
        }
    }

    private static List<IdentityKey> keys(List<String> texts, String where) {
        var keys = new ArrayList<IdentityKey>();
        for (var text : texts) {
            if (text.isBlank() || text.strip().startsWith("#")) {
                continue;
            }
            if (!text.strip().matches("[0-9a-fA-F]{" + 2 * IdentityKey.BYTES + "}")) {
                throw new CannotStart(
                        "%s holds a key that is none: write %d hexadecimal digits for each, the newest first."
                                .formatted(where, 2 * IdentityKey.BYTES));
            }
            keys.add(new IdentityKey(HexFormat.of().parseHex(text.strip())));
        }
        return List.copyOf(keys);
    }
}
