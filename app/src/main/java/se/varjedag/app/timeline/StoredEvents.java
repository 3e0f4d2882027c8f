package se.varjedag.app.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    EventColumns current(long change, LongConsumer progress) {
        return read("""
                select %s from care_event e
                where status <> 'withdrawn' and change_no <= %d
                  and not exists (select 1 from superseded s where s.version = e.version and s.by <= %d)
                order by version""".formatted(COLUMNS, change, lastVersion(change)), progress);
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
        var connection = DataSourceUtils.getConnection(pool);
        try {
            return read(connection, query, progress);
        } catch (SQLException e) {
            throw new UncheckedIOException("The events could not be read from the database", new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private static EventColumns read(Connection connection, String query, LongConsumer progress) throws SQLException {
        var columns = EventColumns.builder();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout");
        try {
            var line = new Line();
            long rows = 0;
            for (var bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
                columns.add(line.event(bytes));
                if (++rows % STEP == 0) {
                    progress.accept(rows);
                }
            }
            progress.accept(rows);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return columns.build();
    }

    /// One row in COPY's text format. Texts that come again and again are one object.
    private static final class Line {
        private static final int INTERNED = 100_000;

        private final Map<String, String> interned = new HashMap<>();
        private final Map<String, CareEvent.Status> statuses = Map.of(
                "done", CareEvent.Status.DONE,
                "planned", CareEvent.Status.PLANNED,
                "withdrawn", CareEvent.Status.WITHDRAWN);
        private byte[] bytes = {};
        private int at;

        CareEvent event(byte[] row) {
            bytes = row;
            at = 0;
            var version = Long.parseLong(text());
            var person = text();
            var code = common();
            var day = LocalDate.ofEpochDay(Long.parseLong(text()));
            var unit = common();
            var region = common();
            var homeRegion = common();
            var sex = common();
            var born = nullable();
            var pathway = common();
            var named = text().equals("t");
            var status = statuses.get(text());
            var ref = text();
            if (status == null) {
                throw new IllegalStateException("The database holds a status that is none");
            }
            // An event of its own id stays one of its own: its version tells it from all others.
            var id = named ? Long.toString(version, Character.MAX_RADIX) : "";
            return new CareEvent(
                    person,
                    code,
                    day,
                    unit,
                    region,
                    homeRegion,
                    sex,
                    born == null ? null : Integer.valueOf(born),
                    pathway,
                    "",
                    id,
                    status,
                    null,
                    ref);
        }

        private String common() {
            var text = text();
            if (interned.size() < INTERNED) {
                var known = interned.putIfAbsent(text, text);
                return known == null ? text : known;
            }
            return interned.getOrDefault(text, text);
        }

        private @Nullable String nullable() {
            var text = text();
            return text.equals("\\N") ? null : text;
        }

        private String text() {
            int from = at;
            boolean escaped = false;
            while (bytes[at] != '\t' && bytes[at] != '\n') {
                escaped |= bytes[at] == '\\';
                at++;
            }
            var text = from == at ? "" : new String(bytes, from, at - from, StandardCharsets.UTF_8);
            at++;
            return escaped && !text.equals("\\N") ? unescape(text) : text;
        }

        private static String unescape(String text) {
            var plain = new StringBuilder(text.length());
            boolean after = false;
            for (int i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (!after && c == '\\') {
                    after = true;
                    continue;
                }
                plain.append(after ? meant(c) : c);
                after = false;
            }
            return plain.toString();
        }

        private static char meant(char afterBackslash) {
            return switch (afterBackslash) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'v' -> '\u000B';
                default -> afterBackslash;
            };
        }
    }
}
