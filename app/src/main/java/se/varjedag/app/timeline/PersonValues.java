package se.varjedag.app.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.State;

/// The clinical values of one person, as they are now. Only the module `patients` may ask, for it asks the law first.
@Component
public class PersonValues {
    private final JdbcClient database;

    PersonValues(JdbcClient database) {
        this.database = database;
    }

    /// Every value of the person, the oldest first.
    public List<ClinicalValue> of(UUID person) {
        return database.sql("""
                        select * from clinical_value v where person = ? and state <> 'withdrawn'
                          and not exists (
                            select 1 from clinical_value later
                            where later.value = v.value and later.version > v.version)
                        order by day, version""").param(person).query((found, _) -> value(found)).list();
    }

    private static ClinicalValue value(ResultSet found) throws SQLException {
        return new ClinicalValue(
                found.getObject("value", UUID.class),
                new Fact(
                        Kind.of(found.getString("kind")),
                        found.getString("item"),
                        found.getObject("day", LocalDate.class),
                        found.getObject("until", LocalDate.class),
                        number(found, "number"),
                        found.getString("text"),
                        found.getString("measure"),
                        number(found, "low"),
                        number(found, "high"),
                        found.getInt("part"),
                        found.getString("reason"),
                        State.valueOf(found.getString("state").toUpperCase(Locale.ROOT))),
                found.getString("unit"),
                found.getString("caregiver"),
                Origin.valueOf(found.getString("origin").toUpperCase(Locale.ROOT)),
                found.getString("source"),
                found.getString("source_id"),
                found.getTimestamp("learnt").toInstant());
    }

    private static @Nullable Double number(ResultSet found, String column) throws SQLException {
        return found.getObject(column, Double.class);
    }
}
