package se.varjedag.app.rehabilitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// The entries of patients' rehabilitation, and the days on which their needs were assessed. Whoever calls has asked
/// `patients` whether she may.
@Component
public class Entries {
    private static final String ALL = """
            select e.*, exists (select 1 from rehabilitation_entry t where t.takes_back = e.id) as taken
            from rehabilitation_entry e where e.takes_back is null
            """;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Entries(JdbcClient database) {
        this.database = database;
    }

    /// Adds an entry of the own unit's.
    public void add(Acting acting, UUID person, Entry.What what, String item, String answer, LocalDate day) {
        database.sql("""
                        insert into rehabilitation_entry (person, what, item, answer, day, unit, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        person,
                        what.key(),
                        item,
                        answer,
                        day,
                        acting.assignment().place(),
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// Takes an entry of the own unit's back, once.
    ///
    /// @return false where there is none such
    public boolean takeBack(Acting acting, UUID person, long entry) {
        return database.sql("""
                                insert into rehabilitation_entry
                                    (person, what, item, answer, day, takes_back, unit, at, by_whom, by_name)
                                select person, what, item, '', day, id, unit, ?, ?, ? from rehabilitation_entry
                                where id = ? and person = ? and unit = ? and takes_back is null
                                on conflict do nothing""")
                        .params(
                                Timestamp.from(clock.instant()),
                                acting.account().username(),
                                acting.account().name(),
                                entry,
                                person,
                                acting.assignment().place())
                        .update()
                > 0;
    }

    /// The entries of a patient, also those taken back, the latest first.
    public List<Entry> of(UUID person) {
        return database.sql(ALL + " and e.person = ? order by e.day desc, e.id desc")
                .param(person)
                .query((row, _) -> entry(row))
                .list();
    }

    /// The entries of these patients that have not been taken back, the latest first.
    public Map<UUID, List<Entry>> of(Collection<UUID> persons) {
        var all = new HashMap<UUID, List<Entry>>();
        database.sql(ALL + " and e.person = any(?) order by e.day desc, e.id desc")
                .param(persons.toArray(UUID[]::new))
                .query(row -> {
                    var entry = entry(row);
                    if (!entry.taken()) {
                        all.computeIfAbsent(row.getObject("person", UUID.class), _ -> new ArrayList<>())
                                .add(entry);
                    }
                });
        return all;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Entry.What.of(row.getString("what")).orElseThrow(),
                row.getString("item"),
                row.getString("answer"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("taken"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
