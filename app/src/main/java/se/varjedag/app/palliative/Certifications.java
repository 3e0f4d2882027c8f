package se.varjedag.app.palliative;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// Which care units are certified in palliative care, and for which period, as the units themselves say.
@Component
public class Certifications {
    private static final String STANDING = """
            select c.* from palliative_certification c where c.takes_back is null
                and not exists (select 1 from palliative_certification t where t.takes_back = c.id)
            """;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Certifications(JdbcClient database) {
        this.database = database;
    }

    /// A certification.
    ///
    /// @param to the last day; empty where none is set
    public record Certification(
            long id, String unit, String name, LocalDate from, Optional<LocalDate> to, String byName) {

        /// Whether it holds on a day.
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && !to.map(day::isAfter).orElse(false);
        }
    }

    /// Keeps one of the own unit's.
    public void add(Acting acting, String name, LocalDate from, Optional<LocalDate> to) {
        database.sql("""
                        insert into palliative_certification (unit, name, from_day, to_day, at, by_whom, by_name)
                        values (?, ?, ?, cast(nullif(?, '') as date), ?, ?, ?)""")
                .params(
                        acting.assignment().place(),
                        name,
                        from,
                        to.map(LocalDate::toString).orElse(""),
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// Takes one of the own unit's back.
    ///
    /// @return false where there is none such
    public boolean takeBack(Acting acting, long id) {
        return database.sql("""
                                insert into palliative_certification
                                    (unit, name, from_day, to_day, takes_back, at, by_whom, by_name)
                                select unit, name, from_day, to_day, id, ?, ?, ? from palliative_certification
                                where id = ? and unit = ? and takes_back is null on conflict do nothing""")
                        .params(
                                Timestamp.from(clock.instant()),
                                acting.account().username(),
                                acting.account().name(),
                                id,
                                acting.assignment().place())
                        .update()
                > 0;
    }

    /// Those of a unit, the latest first.
    public List<Certification> at(String unit) {
        return database.sql(STANDING + " and c.unit = ? order by c.from_day desc, c.id desc")
                .param(unit)
                .query((row, _) -> certification(row))
                .list();
    }

    /// Those of every unit that hold on a day.
    public List<Certification> on(LocalDate day) {
        return database
                .sql(STANDING + " order by c.unit, c.from_day desc, c.id desc")
                .query((row, _) -> certification(row))
                .list()
                .stream()
                .filter(one -> one.on(day))
                .toList();
    }

    private static Certification certification(ResultSet row) throws SQLException {
        return new Certification(
                row.getLong("id"),
                row.getString("unit"),
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                row.getString("by_name"));
    }
}
