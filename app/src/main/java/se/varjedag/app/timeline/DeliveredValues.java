package se.varjedag.app.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Says;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.ClinicalValue.TakesBack;

/// Clinical values of a whole delivery on their way in, by the rules of the event log: what is said again adds nothing,
/// of two versions the one that its source learnt last is current, and what is taken back becomes a version too.
@Component
public class DeliveredValues {
    private static final String STAGING = """
            create temporary table if not exists staged_value (
                line bigint not null, value uuid not null, says text, person uuid, kind text, item text, day date,
                until date, number double precision, text text, measure text, low double precision, high double precision,
                part int, reason text, state text, unit text, origin text, source text not null, source_id text not null,
                registered timestamptz
            ) on commit drop""";

    /// Nobody comes into a quality register again who has opted out of it.
    private static final String LEAVE_OUT_OPTED_OUT = """
            delete from staged_value s using register_source r join register_opt_out o on o.register = r.register
            where s.source = r.source and s.person = o.person""";

    /// Of each value the last word of the delivery stays.
    private static final String LAST_WORD = """
            delete from staged_value s using (
                select ctid as at, row_number() over (
                    partition by value order by registered desc nulls last, line desc) as place
                from staged_value) ranked
            where s.ctid = ranked.at and ranked.place > 1""";

    private static final String COLUMNS = """
            insert into clinical_value (value, content, person, kind, item, day, until, number, text, measure, low, high,
                part, reason, state, unit, caregiver, origin, source, source_id, learnt, registered, import_run)
            """;

    private static final String ADD = COLUMNS + """
            select s.value, md5(s.says)::uuid, s.person, s.kind, s.item, s.day, s.until, s.number, s.text, s.measure,
                s.low, s.high, s.part, s.reason, s.state, s.unit,
                coalesce((select u.caregiver from unit u where u.id = s.unit), ''), s.origin, s.source, s.source_id,
                coalesce(s.registered, clock_timestamp()), s.registered, :run
            from staged_value s
            left join lateral (
                select k.content from clinical_value k where k.value = s.value order by k.version desc limit 1) known
              on true
            where s.person is not null and md5(s.says)::uuid is distinct from known.content
              and not exists (
                select 1 from clinical_value k where k.value = s.value and k.registered > s.registered)
            order by s.line""";

    private static final String TAKE_BACK = COLUMNS + """
            select k.value, md5(k.content::text || ' withdrawn')::uuid, k.person, k.kind, k.item, k.day, k.until, k.number,
                k.text, k.measure, k.low, k.high, k.part, k.reason, 'withdrawn', k.unit, k.caregiver, k.origin, k.source,
                k.source_id, coalesce(s.registered, clock_timestamp()), s.registered, :run
            from staged_value s
            join lateral (
                select * from clinical_value k where k.value = s.value order by k.version desc limit 1) k on true
            where s.person is null and k.state <> 'withdrawn'
              and (s.registered is null or k.registered is null or k.registered <= s.registered)
            order by s.line""";

    private final JdbcClient database;
    private final DataSource pool;
    private final EventLog log;
    private final ObjectProvider<PersonsSeen> hearers;

    DeliveredValues(JdbcClient database, DataSource pool, EventLog log, ObjectProvider<PersonsSeen> hearers) {
        this.database = database;
        this.pool = pool;
        this.log = log;
        this.hearers = hearers;
    }

    /// Adds what is new of a delivery, in the transaction of the caller.
    ///
    /// @param run the import that brings it
    @Transactional(propagation = Propagation.MANDATORY)
    public AddedValues add(Iterable<Sent> sent, long run) {
        // One reading, to its end: whoever keeps them in a file closes it there.
        var each = sent.iterator();
        if (!each.hasNext()) {
            return AddedValues.NONE;
        }
        var pseudonyms = log.pseudonyms();
        database.sql(STAGING).update();
        copy(each, pseudonyms);
        hearers.forEach(hearer -> hearer.seen(pseudonyms.persons()));
        database.sql(ClinicalValues.ONE_AT_A_TIME).query((_, _) -> 0).list();
        database.sql(LEAVE_OUT_OPTED_OUT).update();
        database.sql(LAST_WORD).update();
        long told = database.sql("select count(*) from staged_value where person is not null")
                .query(Long.class)
                .single();
        int versions = database.sql(ADD).param("run", run).update();
        int takenBack = database.sql(TAKE_BACK).param("run", run).update();
        database.sql("truncate staged_value").update();
        return new AddedValues(told, versions, takenBack);
    }

    private void copy(Iterator<Sent> sent, Pseudonyms pseudonyms) {
        var connection = DataSourceUtils.getConnection(pool);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staged_value from stdin");
            try {
                write(sent, pseudonyms, copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException("The values could not be handed to the database", new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private static void write(Iterator<Sent> sent, Pseudonyms pseudonyms, CopyIn copy) throws SQLException {
        var line = new CopyRow();
        long number = 0;
        while (sent.hasNext()) {
            var one = sent.next();
            line.begin().field(number++).field(ClinicalValues.named(pseudonyms, one.source(), one.id()));
            switch (one) {
                case Says says -> says(line, says, pseudonyms.person(says.person()));
                case TakesBack _ -> {
                    for (int field = 0; field < 16; field++) {
                        line.field(null);
                    }
                }
            }
            var bytes = line.field(one.source())
                    .field(one.id())
                    .field(one.registered())
                    .end();
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    private static void says(CopyRow line, Says says, UUID person) {
        Fact fact = says.fact();
        line.field(ClinicalValues.content(fact, person, says.unit(), says.origin()))
                .field(person)
                .field(fact.kind().key())
                .field(fact.item())
                .field(fact.day())
                .field(fact.until())
                .field(fact.number())
                .field(fact.text())
                .field(fact.measure())
                .field(fact.low())
                .field(fact.high())
                .field(fact.part())
                .field(fact.reason())
                .field(fact.state().name().toLowerCase(Locale.ROOT))
                .field(says.unit())
                .field(says.origin().key());
    }
}
