package se.varjedag.app.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// The rules by which units ask. A rule is ended, never changed and never deleted.
@Component
public class Rules {
    private static final String ALL = """
            select r.*, exists (select 1 from form_rule_ended e where e.rule = r.id) as ended,
                (select count(*) from form_assignment a where a.rule = r.id) as asked
            from form_rule r
            """;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Rules(JdbcClient database) {
        this.database = database;
    }

    /// Sets a rule of the own unit.
    public void set(Acting acting, Rule rule) {
        database.sql("""
                        insert into form_rule (unit, form, occasion, counted_from, definitions, from_day, to_day,
                            remind_after, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, cast(nullif(?, '') as date), nullif(?, 0), ?, ?, ?)""")
                .params(
                        acting.assignment().place(),
                        rule.form(),
                        rule.occasion().key(),
                        rule.countedFrom().key(),
                        rule.definitions().stream().sorted().toArray(String[]::new),
                        rule.from(),
                        rule.to() == null ? "" : rule.to().toString(),
                        rule.remindAfter(),
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// Ends a rule of the own unit: what it has asked stays.
    ///
    /// @return false where the unit has none such that holds
    public boolean end(Acting acting, long id) {
        return database.sql("""
                                insert into form_rule_ended (rule, at, by_whom, by_name)
                                select id, ?, ?, ? from form_rule where id = ? and unit = ? on conflict do nothing""")
                        .params(
                                Timestamp.from(clock.instant()),
                                acting.account().username(),
                                acting.account().name(),
                                id,
                                acting.assignment().place())
                        .update()
                > 0;
    }

    /// Those of a unit, the latest first, ended ones among them.
    public List<Rule> at(String unit) {
        return database.sql(ALL + "where r.unit = ? order by r.id desc")
                .param(unit)
                .query((row, _) -> rule(row))
                .list();
    }

    /// Those of every unit that ask on a day.
    List<Rule> on(LocalDate day) {
        return database.sql(ALL + "order by r.id").query((row, _) -> rule(row)).list().stream()
                .filter(one -> one.holds(day))
                .toList();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getLong("id"),
                row.getString("unit"),
                row.getString("form"),
                Occasion.of(row.getString("occasion")).orElseThrow(),
                CountedFrom.of(row.getString("counted_from")).orElseThrow(),
                Set.of((String[]) row.getArray("definitions").getArray()),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("remind_after"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                row.getBoolean("ended"),
                row.getInt("asked"));
    }
}
