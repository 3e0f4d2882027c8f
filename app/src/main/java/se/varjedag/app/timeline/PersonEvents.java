package se.varjedag.app.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.pathway.event.CareEvent;

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
    /// @param more what a page about the patient does not show
    public record Event(
            LocalDate day,
            String code,
            String unit,
            String caregiver,
            String region,
            String source,
            boolean planned,
            More more) {
        /// The source of what staff wrote here.
        public static final String TYPED = "typed";

        /// The event as the clock reads it.
        ///
        /// @param person what she is called among the events that are traced together
        public CareEvent careEvent(String person) {
            return new CareEvent(
                    person,
                    code,
                    day,
                    unit,
                    region,
                    more.homeRegion(),
                    more.sex(),
                    more.born(),
                    more.pathway(),
                    "",
                    more.event().toString(),
                    planned ? CareEvent.Status.PLANNED : CareEvent.Status.DONE,
                    null,
                    more.ref());
        }
    }

    /// What else the log knows of an event: what the tracer asks for, and where it came from.
    ///
    /// @param event which event it is, the same through all of its versions
    /// @param id what its source calls it
    /// @param pathway prefix that a point between national codes names; empty where none
    /// @param ref referral or specimen number that pairs such points
    /// @param sex of the person, `F`, `M` or empty, as this event told it
    /// @param born year of birth, as this event told it
    /// @param learnt since when this version counts as known
    /// @param run the import that brought it
    public record More(
            UUID event,
            String id,
            String pathway,
            String ref,
            String homeRegion,
            String sex,
            @Nullable Integer born,
            Instant learnt,
            long run) {}

    /// Every event of the person, the newest first.
    public List<Event> of(UUID person) {
        return database.sql("""
                        select day, code, unit, caregiver, region, source, status, event, source_id, pathway, ref, home_region, sex,
                            born, learnt, import_run\s""" + CURRENT + " order by day desc, version desc")
                .param("person", person)
                .query((found, _) -> event(found))
                .list();
    }

    private static Event event(ResultSet found) throws SQLException {
        return new Event(
                found.getObject("day", LocalDate.class),
                found.getString("code"),
                found.getString("unit"),
                found.getString("caregiver"),
                found.getString("region"),
                found.getString("source"),
                found.getString("status").equals("planned"),
                new More(
                        found.getObject("event", UUID.class),
                        found.getString("source_id"),
                        found.getString("pathway"),
                        found.getString("ref"),
                        found.getString("home_region"),
                        found.getString("sex"),
                        found.getObject("born", Integer.class),
                        found.getTimestamp("learnt").toInstant(),
                        found.getLong("import_run")));
    }

    /// Whose event it is now; empty where it is nobody's.
    public Optional<UUID> personOf(UUID event) {
        return database.sql("select person from care_event where event = ? order by version desc limit 1")
                .param(event)
                .query(UUID.class)
                .optional();
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
