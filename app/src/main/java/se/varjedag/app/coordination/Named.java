package se.varjedag.app.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// Who is named for which pathway. The latest row of a task holds, on the days it says.
@Component
public class Named {
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Named(JdbcClient database) {
        this.database = database;
    }

    /// Somebody who works here.
    ///
    /// @param who username
    public record Staff(String who, String name) {}

    /// Somebody named.
    ///
    /// @param unit where she was named
    /// @param to the last day; empty while no end is set
    public record Holder(
            Task task, Staff staff, String unit, LocalDate from, Optional<LocalDate> to, Signature signed) {

        /// Whether she is named on this day.
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && !to.map(day::isAfter).orElse(false);
        }
    }

    /// Names somebody for a pathway from a day on, in the place of whoever was.
    ///
    /// @param to the last day; empty for no end
    public void name(Acting acting, PathwayKey key, Task task, Staff staff, LocalDate from, Optional<LocalDate> to) {
        database.sql("""
                        insert into coordination_named
                            (person, definition, start, task, who, name, unit, from_day, to_day, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?::date, date '9999-12-31'), ?, ?, ?)""")
                .params(
                        key.person(),
                        key.definition(),
                        key.start(),
                        task.key(),
                        staff.who(),
                        staff.name(),
                        acting.assignment().place(),
                        from,
                        to.orElse(NO_END),
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// Who is named on a day, of the pathways of these persons.
    public Map<PathwayKey, Map<Task, Holder>> on(LocalDate day, Collection<UUID> persons) {
        var all = new HashMap<PathwayKey, Map<Task, Holder>>();
        database.sql("select * from coordination_named where person = any(?) order by id")
                .param(persons.toArray(UUID[]::new))
                .query(row -> {
                    var key = PathwayKey.of(row);
                    var holder = holder(row);
                    var tasks = all.computeIfAbsent(key, _ -> new HashMap<>());
                    if (holder.staff().who().isEmpty()) {
                        tasks.remove(holder.task());
                    } else if (holder.on(day)) {
                        tasks.put(holder.task(), holder);
                    }
                });
        return all;
    }

    /// The pathways of these persons for which anybody was ever named.
    public Set<PathwayKey> ever(Task task, Collection<UUID> persons) {
        return Set.copyOf(database.sql("""
                        select distinct person, definition, start from coordination_named
                        where person = any(?) and task = ? and who <> ''""")
                .params(persons.toArray(UUID[]::new), task.key())
                .query((row, _) -> PathwayKey.of(row))
                .list());
    }

    /// The units that have ever named anybody: of the others nobody knows whether they name somebody elsewhere.
    public Set<String> units(Task task) {
        return Set.copyOf(database.sql("select distinct unit from coordination_named where task = ?")
                .param(task.key())
                .query(String.class)
                .list());
    }

    /// Everybody who was ever named for a pathway, the latest first.
    public List<Holder> history(PathwayKey key) {
        return database.sql("""
                        select * from coordination_named where person = ? and definition = ? and start = ? order by id desc""")
                .params(key.person(), key.definition(), key.start())
                .query((row, _) -> holder(row))
                .list();
    }

    /// Everybody who was ever named for a person, the latest first.
    public List<Holder> history(UUID person) {
        return database.sql("select * from coordination_named where person = ? order by id desc")
                .param(person)
                .query((row, _) -> holder(row))
                .list();
    }

    /// Who has been named at a unit, whether or not they have an account here.
    public List<Staff> seenAt(String unit, Task task) {
        return database.sql("""
                        select distinct on (who) who, name from coordination_named
                        where unit = ? and task = ? and who <> '' order by who, id desc""")
                .params(unit, task.key())
                .query((row, _) -> new Staff(row.getString("who"), row.getString("name")))
                .list();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                Task.of(row.getString("task")).orElseThrow(),
                new Staff(row.getString("who"), row.getString("name")),
                row.getString("unit"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                Signature.of(row));
    }
}
