package se.varjedag.app.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.LogEntry;

/// Who is asked to answer which form. Whoever calls has asked `patients` whether she may.
@Component
public class Asking {
    private static final String ALL = """
            select a.*, exists (select 1 from form_withdrawn w where w.assignment = a.id) as withdrawn,
                (select count(*) from form_answer n where n.assignment = a.id) as answered,
                (select d.saved from form_draft d where d.assignment = a.id and d.by_whom = '') as saved,
                (select max(r.at) from form_reminder r where r.assignment = a.id) as reminded
            from form_assignment a
            """;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Asking(JdbcClient database) {
        this.database = database;
    }

    /// The pathway that a form follows on.
    public record Follows(String definition, @Nullable LocalDate start) {
        public static final Follows NONE = new Follows("", null);
    }

    /// Asks a patient to answer a form.
    ///
    /// @param from the day that the occasion is counted from
    public UUID ask(Acting acting, UUID person, String form, Occasion occasion, LocalDate from, Follows follows) {
        return ask(acting, person, form, occasion, new Asked.Counted("", from), follows);
    }

    /// The same, counted from something that has happened or is booked.
    public UUID ask(
            Acting acting, UUID person, String form, Occasion occasion, Asked.Counted counted, Follows follows) {
        var id = UUID.randomUUID();
        var from = Objects.requireNonNull(counted.day());
        database.sql("""
                        insert into form_assignment (id, person, form, occasion, due, until, definition, start, unit, at,
                            by_whom, by_name, counted_from, counted_day)
                        values (?, ?, ?, ?, ?, cast(nullif(?, '') as date), ?, cast(nullif(?, '') as date), ?, ?, ?, ?,
                            ?, ?)""")
                .params(
                        id,
                        person,
                        form,
                        occasion.key(),
                        occasion.due(from),
                        written(occasion.until(from)),
                        follows.definition(),
                        written(follows.start()),
                        acting.assignment().place(),
                        now(),
                        acting.account().username(),
                        acting.account().name(),
                        counted.what(),
                        from)
                .update();
        return id;
    }

    /// Asks by a rule of a unit, in the program's own name.
    ///
    /// @return false when the rule, or another of the same form and occasion, has asked for this pathway before
    boolean ask(Rule rule, ByRule.Wanted wanted) {
        var occasion = rule.occasion();
        return database.sql("""
                        insert into form_assignment (id, person, form, occasion, due, until, definition, start, unit, at,
                            by_whom, by_name, counted_from, counted_day, rule)
                        values (?, ?, ?, ?, ?, cast(nullif(?, '') as date), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                UUID.randomUUID(),
                                wanted.person(),
                                rule.form(),
                                occasion.key(),
                                occasion.due(wanted.counted()),
                                written(occasion.until(wanted.counted())),
                                wanted.follows().definition(),
                                Objects.requireNonNull(wanted.follows().start()),
                                rule.unit(),
                                now(),
                                LogEntry.ITSELF,
                                LogEntry.PROGRAM,
                                rule.countedFrom().key(),
                                wanted.counted(),
                                rule.id())
                        .update()
                > 0;
    }

    /// What a rule has asked, that was neither answered, taken back nor reminded of, so many days ago as the rule says.
    List<Asked> toRemind(Rule rule, LocalDate today) {
        return database.sql(ALL + """
                        where a.rule = ? and greatest(a.due, (a.at at time zone 'Europe/Stockholm')::date) <= ?
                            and not exists (select 1 from form_reminder r where r.assignment = a.id)
                            and not exists (select 1 from form_answer n where n.assignment = a.id)
                        order by a.due, a.id""")
                .params(rule.id(), today.minusDays(rule.remindAfter()))
                .query((row, _) -> asked(row))
                .list();
    }

    /// Reminds by a rule.
    ///
    /// @return false when she has been reminded by it
    boolean remind(Rule rule, Asked asked) {
        return database.sql("""
                        insert into form_reminder (assignment, at, by_whom, by_name, rule) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(asked.id(), now(), LogEntry.ITSELF, LogEntry.PROGRAM, rule.id())
                        .update()
                > 0;
    }

    private static String written(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /// What a patient is and was asked, the latest due first.
    public List<Asked> of(UUID person) {
        return database.sql(ALL + "where a.person = ? order by a.due desc, a.at desc")
                .param(person)
                .query((row, _) -> asked(row))
                .list();
    }

    /// One of them.
    public Optional<Asked> byId(UUID person, UUID id) {
        return database.sql(ALL + "where a.person = ? and a.id = ?")
                .params(person, id)
                .query((row, _) -> asked(row))
                .optional();
    }

    /// It is not asked for any more; what was answered stays.
    public void withdraw(Acting acting, Asked asked) {
        database.sql("""
                        insert into form_withdrawn (assignment, at, by_whom, by_name) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        asked.id(),
                        now(),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// She is reminded.
    public void remind(Acting acting, Asked asked) {
        database.sql("insert into form_reminder (assignment, at, by_whom, by_name) values (?, ?, ?, ?)")
                .params(
                        asked.id(),
                        now(),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("form"),
                Occasion.of(row.getString("occasion")).orElseThrow(),
                row.getObject("due", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                row.getBoolean("withdrawn"),
                row.getInt("answered"),
                instant(row, "saved"),
                instant(row, "reminded"),
                new Follows(row.getString("definition"), row.getObject("start", LocalDate.class)),
                new Asked.Counted(row.getString("counted_from"), row.getObject("counted_day", LocalDate.class)),
                row.getObject("rule") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
