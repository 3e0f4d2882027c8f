package se.varjedag.app.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives all numbers and names a new key: encrypts them anew, some at a time, each time in a transaction of its own.
///
/// What a sudden stop leaves is encrypted with the old key and readable as before; the next start goes on. Two programs
/// may do it at the same time. The old key stays where it is, for the backups that were made with it.
@Component
public class KeyRotation {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int TOGETHER = 2_000;

    private final KeyRing keys;
    private final StoredIdentities stored;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Object one = new Object();
    private volatile boolean stopped;

    KeyRotation(KeyRing keys, StoredIdentities stored, JdbcClient database, TransactionTemplate transactions) {
        this.keys = keys;
        this.stored = stored;
        this.database = database;
        this.transactions = transactions;
    }

    /// How far it has come.
    ///
    /// @param newest the key that encrypts, by its fingerprint; empty before anything was encrypted
    /// @param left how many persons are encrypted with an older one
    /// @param persons how many are kept in all
    public record Progress(String newest, long left, long persons) {}

    /// Whether a new key can be made here, or must be put first in the environment by who keeps the keys.
    public boolean makesKeys() {
        return !keys.fromEnvironment();
    }

    /// Makes a new key where keys are made here. It encrypts from now on; [#run] brings the older ones over.
    public void newKey() {
        if (makesKeys()) {
            keys.newest();
            keys.add();
        }
    }

    public Progress progress() {
        var newest = keys.newestId();
        var byKey = stored.byKey();
        long persons = byKey.values().stream().mapToLong(Long::longValue).sum();
        return new Progress(newest, persons - byKey.getOrDefault(newest, 0L), persons);
    }

    /// Whether something is encrypted with an older key.
    boolean unfinished() {
        return database.sql("select count(*) from identity_key where id <> ?")
                        .param(keys.newestId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Encrypts anew what is encrypted with an older key, until nothing is.
    public Progress run() {
        synchronized (one) {
            var newest = keys.newest().id();
            long done = 0;
            int some = -1;
            while (some != 0 && !stopped) {
                some = someOf(newest);
                done += some;
            }
            if (!stopped) {
                forgetUnused(newest);
                LOG.info("Numbers and names of {} persons were encrypted anew with key {}", done, newest);
            }
            return progress();
        }
    }

    private int someOf(String newest) {
        var some = transactions.execute(_ -> {
            var opened = stored.otherThan(newest, TOGETHER);
            stored.replace(opened);
            return opened.size();
        });
        return some == null ? 0 : some;
    }

    /// A key that nothing is encrypted with any more may be lacking at the next start.
    private void forgetUnused(String newest) {
        database.sql("""
                        delete from identity_key k where k.id <> ?
                          and not exists (select 1 from person_identity p where p.key_id = k.id)""").param(newest).update();
    }

    void stop() {
        stopped = true;
    }
}
