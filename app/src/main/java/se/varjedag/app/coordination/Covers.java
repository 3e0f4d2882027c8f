package se.varjedag.app.coordination;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// Who stands in for whom at a unit while she is away.
@Component
public class Covers {
    private static final long NONE = 0;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Covers(JdbcClient database) {
        this.database = database;
    }

    /// One stands in for another, both days included.
    public record Cover(long id, Named.Staff away, Named.Staff cover, LocalDate from, LocalDate to) {

        /// Whether it holds on this day.
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// Says who stands in for somebody at the own unit.
    public void add(Acting acting, Named.Staff away, Named.Staff cover, LocalDate from, LocalDate to) {
        write(acting, away, cover, from, to, NONE);
    }

    /// Takes one of the own unit's back.
    public void takeBack(Acting acting, long id) {
        at(acting.assignment().place(), LocalDate.MIN).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .ifPresent(one -> write(acting, one.away(), one.cover(), one.from(), one.to(), id));
    }

    private void write(
            Acting acting, Named.Staff away, Named.Staff cover, LocalDate from, LocalDate to, long takesBack) {
        database.sql("""
                        insert into coordination_cover
                            (unit, who, name, by_cover, cover, from_day, to_day, void, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, nullif(?::bigint, 0), ?, ?, ?)""")
                .params(
                        acting.assignment().place(),
                        away.who(),
                        away.name(),
                        cover.who(),
                        cover.name(),
                        from,
                        to,
                        takesBack,
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// Those of a unit that hold on a day or later, the first first.
    public List<Cover> at(String unit, LocalDate from) {
        return database
                .sql("""
                        select * from coordination_cover c where unit = ? and void is null
                          and not exists (select 1 from coordination_cover v where v.void = c.id) order by from_day, id""")
                .param(unit)
                .query((row, _) -> new Cover(
                        row.getLong("id"),
                        new Named.Staff(row.getString("who"), row.getString("name")),
                        new Named.Staff(row.getString("by_cover"), row.getString("cover")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list()
                .stream()
                .filter(one -> !one.to().isBefore(from))
                .toList();
    }

    /// Who stands in for somebody on a day; the latest said of several.
    static Optional<Cover> of(List<Cover> all, String who, LocalDate day) {
        return all.stream()
                .filter(one -> one.away().who().equals(who) && one.on(day))
                .reduce((_, later) -> later);
    }
}
