package se.varjedag.app.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.database.StoredText;

/// What staff have asked patients to follow at home. Whoever calls has asked `patients` whether she may.
@Component
public class Followed {
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Followed(JdbcClient database) {
        this.database = database;
    }

    /// Something that a unit has asked for.
    ///
    /// @param words how often, in the unit's own words; empty where it said nothing
    public record Follow(String measure, String words, String unit, Instant at, String by) {}

    /// Asks a patient to follow a measure, or says it anew.
    public void ask(Acting acting, UUID person, HomeMeasure measure, String words) {
        keep(acting, person, measure.code(), StoredText.of(words, LONGEST), false);
    }

    /// The own unit asks for a measure no more.
    ///
    /// @return false where it did not
    public boolean end(Acting acting, UUID person, String measure) {
        var unit = acting.assignment().place();
        boolean asked = of(person).stream()
                .anyMatch(one -> one.measure().equals(measure) && one.unit().equals(unit));
        if (asked) {
            keep(acting, person, measure, "", true);
        }
        return asked;
    }

    private void keep(Acting acting, UUID person, String measure, String words, boolean ended) {
        database.sql("""
                        insert into careplan_followed (person, measure, words, ended, unit, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        person,
                        measure,
                        words,
                        ended,
                        acting.assignment().place(),
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// What units ask of a patient now, what was asked first first.
    public List<Follow> of(UUID person) {
        return database.sql("""
                        select * from (
                            select distinct on (unit, measure) * from careplan_followed where person = ?
                            order by unit, measure, id desc) latest
                        where not ended order by id""").param(person).query((row, _) -> follow(row)).list();
    }

    private static Follow follow(ResultSet row) throws SQLException {
        return new Follow(
                row.getString("measure"),
                row.getString("words"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
