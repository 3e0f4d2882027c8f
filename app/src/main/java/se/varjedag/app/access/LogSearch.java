package se.varjedag.app.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;

/// Finds lines of the access log.
@Component
public class LogSearch {

    private final JdbcClient database;
    private final Units units;

    LogSearch(JdbcClient database, Units units) {
        this.database = database;
        this.units = units;
    }

    /// How much of the log somebody reads who reviews it.
    public LogReach reach(Acting acting) {
        return LogReach.of(acting.assignment(), units);
    }

    /// What is looked for; empty fields look for nothing.
    ///
    /// @param within only lines of this place, and of what lies under it
    /// @param who    username, or part of a name
    public record Query(
            LogReach within,
            LocalDate from,
            LocalDate to,
            String who,
            Optional<UUID> person,
            Optional<LogEntry.Action> action,
            boolean refusedOnly) {}

    /// What a query is narrowed by: moments rather than days, and what is not shown to a patient. Empty fields narrow
    /// nothing.
    ///
    /// @param from    no line before this moment
    /// @param to      no line at this moment or later
    /// @param allowed whether what was done was let through
    /// @param without the role whose lines of its own place are left out: that of the patient herself
    public record Narrowing(
            Optional<Instant> from, Optional<Instant> to, Optional<Boolean> allowed, Optional<Role> without) {
        /// By nothing.
        public static final Narrowing NONE =
                new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A line with its number.
    public record Line(long number, LogEntry entry) {}

    /// How many lines there are.
    public long count(Query query) {
        return count(query, Narrowing.NONE);
    }

    /// How many lines there are of a narrower query.
    public long count(Query query, Narrowing narrowing) {
        return database.sql("select count(*) from access_log where " + where(query) + and(narrowing))
                .params(values(query, narrowing))
                .query(Long.class)
                .single();
    }

    /// Some of the lines, the newest first.
    public List<Line> lines(Query query, long skipped, int atMost) {
        var values = values(query);
        values.put("skipped", skipped);
        values.put("most", atMost);
        return database.sql("select * from access_log where " + where(query)
                        + " order by number desc limit :most offset :skipped")
                .params(values)
                .query((found, index) -> {
                    var row = LogRows.row(found, index);
                    return new Line(row.number(), row.entry());
                })
                .list();
    }

    /// Some of the lines before a number, the newest first: lines that come meanwhile change nothing of it.
    public List<Line> before(Query query, Narrowing narrowing, long number, int atMost) {
        var values = values(query, narrowing);
        values.put("number", number);
        values.put("most", atMost);
        return database.sql("select * from access_log where number < :number and " + where(query) + and(narrowing)
                        + " order by number desc limit :most")
                .params(values)
                .query((found, index) -> {
                    var row = LogRows.row(found, index);
                    return new Line(row.number(), row.entry());
                })
                .list();
    }

    /// The latest line of each look: of lines of the same minute, place, role and action one is enough, and of those of
    /// a relative one of each name. The newest first.
    ///
    /// @param number only what came before this line
    public List<Line> looks(Query query, Narrowing narrowing, long number, int atMost) {
        var values = values(query, narrowing);
        values.put("number", number);
        values.put("most", atMost);
        values.put("patient", Role.PATIENT.key());
        return database.sql("""
                        select * from access_log where number in (
                            select max(number) from access_log where number < :number and %s
                            group by date_trunc('minute', at), place, acted_as, action,
                                case when acted_as = :patient then name else '' end)
                        order by number desc limit :most""".formatted(where(query) + and(narrowing)))
                .params(values)
                .query((found, index) -> {
                    var row = LogRows.row(found, index);
                    return new Line(row.number(), row.entry());
                })
                .list();
    }

    private static String where(Query query) {
        var where = new StringBuilder("at >= :from and at < :to");
        where.append(" and ").append(query.within().where());
        if (!query.who().isEmpty()) {
            where.append(" and (who = :who or position(lower(:who) in lower(name)) > 0)");
        }
        query.person().ifPresent(_ -> where.append(" and person = :person"));
        query.action().ifPresent(_ -> where.append(" and action = :action"));
        if (query.refusedOnly()) {
            where.append(" and not allowed");
        }
        return where.toString();
    }

    private static String and(Narrowing narrowing) {
        var and = new StringBuilder();
        narrowing.from().ifPresent(_ -> and.append(" and at >= :begins"));
        narrowing.to().ifPresent(_ -> and.append(" and at < :ends"));
        narrowing.allowed().ifPresent(_ -> and.append(" and allowed = :allowed"));
        narrowing.without().ifPresent(_ -> and.append(" and (acted_as <> :without or place <> person::text)"));
        return and.toString();
    }

    private static Map<String, Object> values(Query query, Narrowing narrowing) {
        var values = values(query);
        narrowing.from().ifPresent(from -> values.put("begins", Timestamp.from(from)));
        narrowing.to().ifPresent(to -> values.put("ends", Timestamp.from(to)));
        narrowing.allowed().ifPresent(allowed -> values.put("allowed", allowed));
        narrowing.without().ifPresent(role -> values.put("without", role.key()));
        return values;
    }

    private static Map<String, Object> values(Query query) {
        var values = new HashMap<String, Object>();
        values.put("from", beginning(query.from()));
        values.put("to", beginning(query.to().plusDays(1)));
        values.putAll(query.within().values());
        values.put("who", StoredText.whole(query.who()));
        query.person().ifPresent(person -> values.put("person", person));
        query.action().ifPresent(action -> values.put("action", action.key()));
        return values;
    }

    private static Timestamp beginning(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Sweden.TIME).toInstant());
    }
}
