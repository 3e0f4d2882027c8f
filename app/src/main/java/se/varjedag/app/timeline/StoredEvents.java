package se.varjedag.app.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;

/// Brings events out of the database into columns, as fast as PostgreSQL's COPY gives them.
@Component
class StoredEvents {
    private static final String COLUMNS =
            "version, person, code, day - date '1970-01-01', unit, region, home_region, sex, born, pathway, source_id <> '', status, ref";
    private static final int STEP = 50_000;

    /// The days from an event to its registration, by the dates in Stockholm; null where the source does not say.
    static final String LATE = "(registered at time zone 'Europe/Stockholm')::date - day";

    private static final String LATE_OR_UNSAID = "coalesce(%s, %d)".formatted(LATE, DelayCells.UNSAID);

    private static final String TOUCHED = """
            select person as whom from care_event where change_no > %1$d and change_no <= %2$d
            union
            select old.person from care_event e
            join superseded s on s.by = e.version
            join care_event old on old.version = s.version
            where e.change_no > %1$d and e.change_no <= %2$d""";

    /// Only a superseded version can have a newer one, and is outdated at a moment when one of these was learnt by
    /// then.
    private static final String OUTDATED = """
            select s.version from superseded s
            join care_event old on old.version = s.version
            where exists (
                select 1 from care_event newer
                where newer.event = old.event and newer.version > old.version
                  and newer.learnt <= '%2$s' and newer.change_no <= %1$d)""";

    private final DataSource pool;
    private final JdbcClient database;

    StoredEvents(DataSource pool, JdbcClient database) {
        this.pool = pool;
        this.database = database;
    }

    /// The current version of every event, up to and with a change. `progress` hears how many came.
    ///
    /// @param delays what the delays of registration are added to: those of the first version of each event
    EventColumns current(long change, LongConsumer progress, DelayCells delays) {
        var last = lastVersion(change);
        var events = read("""
                select %s, case when later.by is null and status = 'done' then %s end
                from care_event e left join (select distinct by from superseded) later on later.by = e.version
                where status <> 'withdrawn' and change_no <= %d
                  and not exists (select 1 from superseded s where s.version = e.version and s.by <= %d)
                order by e.version""".formatted(COLUMNS, LATE_OR_UNSAID, change, last), progress, (event, late) -> {
            if (late != null) {
                delays.add(event.region(), event.unit(), event.code(), event.pathway(), event.day(), late);
            }
        });
        delays(
                "from superseded s join care_event e on e.version = s.version where s.by <= %d and change_no <= %d"
                        .formatted(last, change),
                delays);
        return events;
    }

    /// Adds the delays of registration of what the changes after one, up to and with another, brought.
    void delays(long before, long change, DelayCells delays) {
        delays("from care_event e where change_no > %d and change_no <= %d".formatted(before, change), delays);
    }

    private void delays(String which, DelayCells delays) {
        var line = new StoredRow();
        copy("""
                select region, unit, code, pathway, day - date '1970-01-01', %s %s and status = 'done'
                  and not exists (select 1 from superseded f where f.by = e.version)""".formatted(LATE_OR_UNSAID, which), row -> line.delay(row, delays));
    }

    /// The persons whom the changes after one, up to and with another, touched: those of new versions, and those from
    /// whom an event moved away.
    List<String> touched(long before, long change) {
        var whom = new ArrayList<String>();
        database.sql(TOUCHED.formatted(before, change)).query(row -> {
            whom.add(row.getString("whom"));
        });
        return whom;
    }

    /// The current version of every event of these persons, up to and with a change.
    EventColumns touched(long before, long change, LongConsumer progress) {
        var whom = TOUCHED.formatted(before, change);
        return read("""
                with touched as materialized (%s)
                select %s from care_event e join touched on touched.whom = e.person
                where status <> 'withdrawn' and change_no <= %d
                  and not exists (select 1 from superseded s where s.version = e.version and s.by <= %d)
                order by version""".formatted(whom, COLUMNS, change, lastVersion(change)), progress);
    }

    /// The persons of whom something was learnt after a moment, and those from whom an event moved away by it: all
    /// others were known then as they are now. No more than `most` of them.
    List<String> learntLater(long change, Instant moment, int most) {
        var whom = new ArrayList<String>();
        database.sql("""
                        select person as whom from care_event where change_no <= :change and learnt > :moment
                        union
                        select old.person from care_event e
                        join superseded s on s.by = e.version
                        join care_event old on old.version = s.version
                        where e.change_no <= :change and e.learnt > :moment
                        limit :most""")
                .param("change", change)
                .param("moment", Timestamp.from(moment))
                .param("most", most)
                .query(row -> {
                    whom.add(row.getString("whom"));
                });
        return whom;
    }

    /// What was current at a moment: of the versions learnt by then, the highest of every event (rule 5).
    EventColumns knownAt(long change, Instant moment) {
        return read("""
                with outdated as materialized (%s)
                select %s from care_event e
                where learnt <= '%s' and change_no <= %d and status <> 'withdrawn'
                  and not exists (select 1 from outdated o where o.version = e.version)
                order by version""".formatted(OUTDATED.formatted(change, moment), COLUMNS, moment, change), _ -> {});
    }

    /// The same of these persons only.
    EventColumns knownAt(long change, Instant moment, List<String> whom) {
        return read(
                """
                with outdated as materialized (%s)
                select %s from unnest('{%s}'::uuid[]) whom join care_event e on e.person = whom
                where learnt <= '%s' and change_no <= %d and status <> 'withdrawn'
                  and not exists (select 1 from outdated o where o.version = e.version)
                order by version""".formatted(OUTDATED.formatted(change, moment), COLUMNS, String.join(",", whom), moment, change),
                _ -> {});
    }

    /// The last version of a change. Versions rise with the changes, so what a later change superseded while the events
    /// are being read is told by its number.
    private long lastVersion(long change) {
        return database.sql("select coalesce(max(version), 0) from care_event where change_no <= ?")
                .param(change)
                .query(Long.class)
                .single();
    }

    private EventColumns read(String query, LongConsumer progress) {
        return read(query, progress, null);
    }

    /// @param ends hears of each event, with the number that its row ends with, where there is one
    private EventColumns read(
            String query, LongConsumer progress, @Nullable BiConsumer<CareEvent, @Nullable Integer> ends) {
        var columns = EventColumns.builder();
        var line = new StoredRow();
        var rows = new long[1];
        copy(query, bytes -> {
            var event = line.event(bytes);
            columns.add(event);
            if (ends != null) {
                ends.accept(event, line.number());
            }
            if (++rows[0] % STEP == 0) {
                progress.accept(rows[0]);
            }
        });
        progress.accept(rows[0]);
        return columns.build();
    }

    private void copy(String query, Consumer<byte[]> row) {
        var connection = DataSourceUtils.getConnection(pool);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout");
            try {
                for (var bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
                    row.accept(bytes);
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException("The events could not be read from the database", new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}
