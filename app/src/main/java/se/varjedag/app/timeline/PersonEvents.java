package se.varjedag.app.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The events of one person, as they are now. Only the module `patients` may ask, for it asks the law first: a test
/// holds everybody else away.
@Component
public class PersonEvents {
    private static final String CURRENT = """
            from care_event e where e.person = :person and e.status <> 'withdrawn'
              and not exists (select 1 from superseded s where s.version = e.version)
            """;

    private final JdbcClient database;

    PersonEvents(JdbcClient database) {
        this.database = database;
    }

    /// One event.
    ///
    /// @param planned whether it is a booking, which has not happened
    public record Event(
            LocalDate day, String code, String unit, String caregiver, String region, String source, boolean planned) {}

    /// Every event of the person, the newest first.
    public List<Event> of(UUID person) {
        return database.sql("select day, code, unit, caregiver, region, source, status " + CURRENT
                        + " order by day desc, version desc")
                .param("person", person)
                .query((found, _) -> new Event(
                        found.getObject("day", LocalDate.class),
                        found.getString("code"),
                        found.getString("unit"),
                        found.getString("caregiver"),
                        found.getString("region"),
                        found.getString("source"),
                        found.getString("status").equals("planned")))
                .list();
    }

    /// Whether the person has been at the unit, or is booked there.
    public boolean hasBeenAt(UUID person, String unit) {
        return database.sql("select exists (select 1 " + CURRENT + " and e.unit = :unit)")
                .param("person", person)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }
}
