package se.varjedag.app.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;
import se.varjedag.app.reference.Units;
import se.varjedag.pathway.event.EventColumns;

/// The log of care events in PostgreSQL: it only grows.
///
/// A delivery becomes part of it in one transaction, whole or not at all. Of each event the highest version is the
/// current one; a row that says what the log already knows adds nothing, so the same delivery twice is the delivery
/// once.
@Component
public class EventLog {
    /// The channel on which PostgreSQL tells that there is a new change.
    static final String CHANNEL = "varjedag_change";

    /// One lock for all that changes what the figures rest on, on every instance of the program.
    private static final long CHANGE_LOCK = 0x5661726A65646167L;

    private static final int STEP = 10_000;

    /// After so many new rows what PostgreSQL knows of the tables is no guide any more, and its own look at them comes
    /// a minute later.
    private static final int MANY = 10_000;

    private final JdbcClient database;
    private final DataSource pool;
    private final Home home;
    private final Units units;
    private final ObjectProvider<PersonsSeen> hearers;

    EventLog(JdbcClient database, DataSource pool, Home home, Units units, ObjectProvider<PersonsSeen> hearers) {
        this.database = database;
        this.pool = pool;
        this.home = home;
        this.units = units;
        this.hearers = hearers;
    }

    /// Adds the rows of a delivery, in the transaction of the caller. `progress` hears how many rows were handed over.
    @Transactional(propagation = Propagation.MANDATORY)
    public Added add(EventColumns rows, Delivery delivery, IntConsumer progress) {
        return add(rows, delivery, pseudonyms(), progress);
    }

    /// The same of somebody who is known by her pseudonym alone: every row is hers, whatever it calls her.
    @Transactional(propagation = Propagation.MANDATORY)
    public Added add(EventColumns rows, Delivery delivery, UUID person) {
        var pseudonyms = pseudonyms();
        for (int row = 0; row < rows.size(); row++) {
            pseudonyms.is(rows.event(row).person(), person);
        }
        return add(rows, delivery, pseudonyms, _ -> {});
    }

    private Added add(EventColumns rows, Delivery delivery, Pseudonyms pseudonyms, IntConsumer progress) {
        units.readAgain();
        stage(rows, pseudonyms, progress);
        hearers.forEach(hearer -> hearer.seen(pseudonyms.persons()));
        var named = stage(delivery.takenBack(), pseudonyms);
        database.sql("select pg_advisory_xact_lock(?)")
                .param(CHANGE_LOCK)
                .query((r, n) -> n)
                .list();
        var base = single("select coalesce(max(version), 0) from care_event");
        var change = single("select coalesce(max(number), 0) + 1 from change");
        var at = database.sql(Statements.CHANGE)
                .params(change, delivery.importRun())
                .query(Timestamp.class)
                .single();
        database.sql(Statements.LEAVE_OUT_OPTED_OUT).update();
        if (delivery.newestWins()) {
            database.sql(Statements.IN_ORDER_OF_LEARNING).update();
            database.sql(Statements.LEAVE_OUT_OLDER).update();
        }
        var takenBack = named ? database.sql(Statements.TAKE_BACK).update() : 0;
        var added = database.sql(base == 0 ? Statements.ADD_TO_EMPTY : Statements.ADD)
                .param("base", base)
                .param("at", at)
                .param("run", delivery.importRun())
                .param("change", change)
                .update();
        var withdrawn = delivery.complete() ? withdrawLacking(delivery, change, at) : 0;
        if (base > 0) {
            database.sql(Statements.SUPERSEDE).param("change", change).update();
        } else {
            database.sql(Statements.SUPERSEDE_WITHIN).param("change", change).update();
        }
        var persons = database.sql("select count(distinct person) from care_event where change_no = ?")
                .param(change)
                .query(Long.class)
                .single();
        if (added >= MANY) {
            database.sql("analyze care_event, superseded").update();
        }
        database.sql("select pg_notify(?, ?)")
                .params(CHANNEL, String.valueOf(change))
                .query((r, n) -> n)
                .list();
        return new Added(change, added + withdrawn, withdrawn, takenBack, persons);
    }

    /// Says whether this database is for made-up patients or for real ones, and holds it to what was said first.
    @Transactional
    public void claim(boolean simulated) {
        pseudonyms();
        var already = database.sql("select simulated from installation")
                .query(Boolean.class)
                .single();
        if (already == simulated) {
            return;
        }
        if (single("select count(*) from (select 1 from care_event limit 1) e") > 0) {
            throw new CannotStart(
                    already
                            ? "%s holds the made-up patients of the demo. Name another folder for real ones: VARJEDAG_HOME=… ./varjedag serve"
                                    .formatted(home.folder())
                            : "%s holds events that were read in; the demo would mix made-up patients with them. Name another folder for the demo: VARJEDAG_HOME=… ./varjedag demo"
                                    .formatted(home.folder()));
        }
        database.sql("update installation set simulated = ?").param(simulated).update();
    }

    /// Fails with a clear sentence when the key in the home folder is not the one the pseudonyms here were made with.
    Pseudonyms pseudonyms() {
        var pseudonyms = new Pseudonyms(home.pseudonymKey());
        database.sql("insert into installation (key_fingerprint) values (?) on conflict do nothing")
                .param(pseudonyms.fingerprint())
                .update();
        var known = database.sql("select key_fingerprint from installation")
                .query(String.class)
                .single();
        if (!known.equals(pseudonyms.fingerprint())) {
            throw new CannotStart(
                    "The key in %s is not the one that this database's pseudonyms were made with. Put the right key there (it is in the backup), or use another database."
                            .formatted(home.pseudonymKeyFile()));
        }
        return pseudonyms;
    }

    private int withdrawLacking(Delivery delivery, long change, Timestamp at) {
        return database.sql(Statements.WITHDRAW_LACKING)
                .param("base", single("select coalesce(max(version), 0) from care_event"))
                .param("at", at)
                .param("run", delivery.importRun())
                .param("change", change)
                .update();
    }

    private long single(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /// Whether there was any.
    private boolean stage(Iterable<TakenBack> takenBack, Pseudonyms pseudonyms) {
        var names = takenBack.iterator();
        if (!names.hasNext()) {
            return false;
        }
        database.sql(Statements.STAGING_NAMES).update();
        copy(Statements.COPY_NAMES, (line, copy) -> {
            while (names.hasNext()) {
                var name = names.next();
                var bytes = line.begin()
                        .field(name.before())
                        .field(pseudonyms.named(name.source(), name.id()))
                        .field(name.registered())
                        .end();
                copy.writeToCopy(bytes, 0, bytes.length);
            }
        });
        database.sql("analyze taken_back").update();
        return true;
    }

    private void stage(EventColumns rows, Pseudonyms pseudonyms, IntConsumer progress) {
        database.sql(Statements.STAGING).update();
        copy(Statements.COPY, (line, copy) -> {
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.event(i);
                line.begin()
                        .field(i)
                        .field(pseudonyms.event(row))
                        .field(pseudonyms.content(row))
                        .field(pseudonyms.person(row.person()))
                        .field(row.code())
                        .field(row.day())
                        .field(row.unit())
                        .field(row.region())
                        .field(units.caregiver(row.unit(), row.region(), row.day()))
                        .field(row.homeRegion())
                        .field(row.sex())
                        .field(row.born())
                        .field(row.pathway())
                        .field(row.source())
                        .field(row.id())
                        .field(row.status().name().toLowerCase(Locale.ROOT))
                        .field(row.ref())
                        .field(row.registered());
                var bytes = line.end();
                copy.writeToCopy(bytes, 0, bytes.length);
                if (i % STEP == 0) {
                    progress.accept(i);
                }
            }
        });
    }

    /// What writes the lines of a COPY.
    private interface Lines {
        void write(CopyRow line, CopyIn copy) throws SQLException;
    }

    private void copy(String statement, Lines lines) {
        var connection = DataSourceUtils.getConnection(pool);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                lines.write(new CopyRow(), copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException("The rows could not be handed to the database", new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}
