package se.varjedag.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.StoredText;

/// The rows of the access log in the database.
@Component
class LogRows {
    private static final long TURN = 4_711_002;
    private static final int READ_AT_ONCE = 5_000;
    private static final String COLUMNS =
            "number, at, who, name, acted_as, place, action, what, why, person, unit, origin, allowed, seal";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    LogRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// What was added: the first number, the last, and the last seal.
    record Added(long first, long last, String seal) {}

    /// A row as it lies in the database.
    record Row(long number, LogEntry entry, String seal) {}

    /// Adds lines at the end of the chain, in one transaction, in turn with other servers.
    @Transactional
    Added add(List<LogEntry> entries, LogSeal sealer) {
        database.sql("select pg_advisory_xact_lock(?)").param(TURN).query().listOfRows();
        var last = database.sql("select " + COLUMNS + " from access_log order by number desc limit 1")
                .query(LogRows::row)
                .optional();
        long first = last.map(Row::number).orElse(0L) + 1;
        long number = first - 1;
        String seal = last.map(Row::seal).orElse(LogSeal.BEGINNING);
        var arguments = new ArrayList<Object[]>();
        for (var given : entries) {
            var entry = kept(given);
            number++;
            seal = sealer.of(seal, number, entry);
            arguments.add(new Object[] {
                number,
                Timestamp.from(entry.at()),
                entry.who(),
                entry.name(),
                entry.role(),
                entry.place(),
                entry.action().key(),
                entry.what(),
                entry.why(),
                entry.person().orElse(null),
                entry.unit(),
                entry.origin(),
                entry.allowed(),
                seal
            });
        }
        batches.batchUpdate(
                "insert into access_log (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments);
        return new Added(first, number, seal);
    }

    /// The seal of a row that is there.
    Optional<String> sealOf(long number) {
        return database.sql("select seal from access_log where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /// As the database keeps it: whole microseconds, and no character that it refuses.
    private static LogEntry kept(LogEntry entry) {
        return new LogEntry(
                entry.at().truncatedTo(ChronoUnit.MICROS),
                StoredText.whole(entry.who()),
                StoredText.whole(entry.name()),
                entry.role(),
                StoredText.whole(entry.place()),
                entry.action(),
                StoredText.whole(entry.what()),
                StoredText.whole(entry.why()),
                entry.person(),
                StoredText.whole(entry.unit()),
                StoredText.whole(entry.origin()),
                entry.allowed());
    }

    /// Every row in its order, a few thousand at a time.
    void each(Consumer<Row> reader) {
        long after = 0;
        while (true) {
            var some = database.sql("select " + COLUMNS + " from access_log where number > ? order by number limit ?")
                    .params(after, READ_AT_ONCE)
                    .query(LogRows::row)
                    .list();
            some.forEach(reader);
            if (some.size() < READ_AT_ONCE) {
                return;
            }
            after = some.getLast().number();
        }
    }

    /// A row that says what no row says: somebody has been at it.
    static final class Unreadable extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        private final long number;

        Unreadable(long number, Throwable cause) {
            super("A row of the access log says what no row says", cause);
            this.number = number;
        }

        long number() {
            return number;
        }
    }

    static Row row(ResultSet found, int index) throws SQLException {
        try {
            return readable(found);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(found.getLong("number"), e);
        }
    }

    private static Row readable(ResultSet found) throws SQLException {
        return new Row(
                found.getLong("number"),
                new LogEntry(
                        found.getTimestamp("at").toInstant(),
                        found.getString("who"),
                        found.getString("name"),
                        found.getString("acted_as"),
                        found.getString("place"),
                        LogEntry.Action.of(found.getString("action")).orElseThrow(IllegalArgumentException::new),
                        found.getString("what"),
                        found.getString("why"),
                        Optional.ofNullable(found.getObject("person", UUID.class)),
                        found.getString("unit"),
                        found.getString("origin"),
                        found.getBoolean("allowed")),
                found.getString("seal"));
    }
}
