package se.varjedag.app.disposal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.Timeline;

/// Disposal (gallring) by rules that are data: what, after how long, on which ground. None is shipped, for which law
/// asks for what is decided where the system is run.
///
/// The doing goes by one function of the database, which writes the protocol in the same transaction and takes away
/// nothing without it. The access log is disposed of by no rule: it is to be kept for at least five years.
@Component
public class Retention {
    private static final String EVENTS = "care-events";

    private final JdbcClient database;
    private final Timeline timeline;
    private final Clock clock = Clock.systemUTC();

    Retention(JdbcClient database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    /// What a rule is about.
    public enum What {
        /// Events of which every version is from a day that long ago; clinical values likewise; and what stands
        /// beside the log of who has no later event, value or row there.
        CARE_EVENTS(EVENTS),
        /// Rows of files that could not be used.
        REJECTED_ROWS("rejected-rows");

        private final String key;

        What(String key) {
            this.key = key;
        }

        /// How it is written in the database and in texts.
        public String key() {
            return key;
        }

        /// What is written so; empty where nothing is.
        public static Optional<What> of(String key) {
            for (var one : values()) {
                if (one.key.equals(key)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    /// A rule that holds.
    ///
    /// @param source only events of this source; empty for every source
    public record Rule(long id, What what, String source, int keepYears, String ground, String by, Instant made) {}

    /// What a rule would take away today.
    ///
    /// @param persons whose events those are
    /// @param rows    of files that could not be used
    /// @param values  versions of clinical values
    /// @param beside  rows beside the log, which go with the last of a person's events
    /// @param first   the oldest day of an event; null where there is none
    /// @param last    the latest day of an event; null where there is none
    public record Doomed(
            long events,
            long persons,
            long rows,
            long values,
            long beside,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /// What went.
    ///
    /// @param persons whose events, values or rows beside the log those were
    public record Entry(
            long number,
            Instant at,
            String by,
            String kind,
            String what,
            String ground,
            @Nullable LocalDate before,
            long events,
            long persons,
            long rows,
            long values,
            long beside,
            String sha256) {}

    /// Adds a rule; gives its number.
    public long add(What what, String source, int keepYears, String ground, String by) {
        if (keepYears < 1 || ground.isBlank()) {
            throw new IllegalArgumentException("A rule keeps for at least a year, on a ground that is told");
        }
        return database.sql("""
                        insert into retention_rule (what, source, keep_years, ground, made_by, made)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        what.key(),
                        what == What.CARE_EVENTS ? source : "",
                        keepYears,
                        ground.strip(),
                        by,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /// Ends a rule: what it took away stays away.
    public void end(long rule) {
        database.sql("update retention_rule set ended = ? where id = ? and ended is null")
                .params(Timestamp.from(clock.instant()), rule)
                .update();
    }

    /// The rules that hold.
    public List<Rule> rules() {
        return database.sql("select * from retention_rule where ended is null order by id")
                .query((row, number) -> new Rule(
                        row.getLong("id"),
                        What.of(row.getString("what")).orElseThrow(),
                        row.getString("source"),
                        row.getInt("keep_years"),
                        row.getString("ground"),
                        row.getString("made_by"),
                        row.getTimestamp("made").toInstant()))
                .list();
    }

    /// What a rule would take away on a day, without taking it: by the very condition that the doing uses.
    public Doomed dryRun(Rule rule, LocalDate today) {
        var before = today.minusYears(rule.keepYears());
        if (rule.what() == What.REJECTED_ROWS) {
            var rows = database.sql("""
                            select count(*) from reject j join import_run i on i.id = j.import_run
                            where i.started < ?::date""").param(before).query(Long.class).single();
            return new Doomed(0, 0, rows, 0, 0, null, null);
        }
        return database.sql("""
                        select count(distinct event) as events, count(distinct person) as persons,
                               min(day) as first, max(day) as last,
                               (select count(*) from doomed_values(:source, :before)) as values,
                               (select count(*) from doomed_beside(:before) where :source = '') as beside
                        from doomed_by_age(:source, :before)""")
                .param("source", rule.source())
                .param("before", before)
                .query((row, number) -> new Doomed(
                        row.getLong("events"),
                        row.getLong("persons"),
                        0,
                        row.getLong("values"),
                        row.getLong("beside"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .single();
    }

    /// Takes away what a rule says, writes the protocol, and lets memory forget it. Gives the number of the protocol.
    public long carryOut(Rule rule, LocalDate today, String by) {
        var function = rule.what() == What.CARE_EVENTS ? "dispose_by_rule" : "dispose_rejected_rows";
        var number = database.sql("select %s(?, ?, ?)".formatted(function))
                .params(rule.id(), today, by)
                .query(Long.class)
                .single();
        timeline.refresh();
        return number;
    }

    /// What went, the newest first.
    public List<Entry> protocol(int atMost) {
        return database.sql("select * from disposal_protocol order by number desc limit ?")
                .param(atMost)
                .query((row, number) -> new Entry(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        row.getString("kind"),
                        row.getString("what"),
                        row.getString("ground"),
                        row.getObject("before_day", LocalDate.class),
                        row.getLong("events"),
                        row.getLong("persons"),
                        row.getLong("rows"),
                        row.getLong("of_values"),
                        row.getLong("beside"),
                        row.getString("sha256")))
                .list();
    }
}
