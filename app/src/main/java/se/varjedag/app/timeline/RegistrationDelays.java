package se.varjedag.app.timeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long after an event its source knew of it, counted from the log: the first version of each event that
/// happened, by the dates in Stockholm.
@Component
public class RegistrationDelays {
    private final JdbcClient database;

    RegistrationDelays(JdbcClient database) {
        this.database = database;
    }

    /// So many events of a unit were registered so many days after they happened.
    ///
    /// @param region county code of the region that reports
    /// @param days   days from event to registration, negative when it was registered before; null where the
    ///     source does not say when it knew
    public record Delay(
            String region, String unit, @Nullable Integer days, long events) {}

    /// The delays of the events of a span of days, as known at a moment.
    ///
    /// @param prefixes the code prefixes of the pathways asked for; empty for every event
    public List<Delay> of(LocalDate first, LocalDate last, Instant knownAt, List<String> prefixes) {
        return database.sql("""
                        select region, unit, (registered at time zone 'Europe/Stockholm')::date - day as days,
                               count(*) as events
                        from care_event e
                        where status = 'done' and day between :first and :last and learnt <= :known
                          and not exists (select 1 from superseded s where s.by = e.version)
                          and (:every or left(code, 3) in (:prefixes) or pathway in (:prefixes))
                        group by 1, 2, 3""")
                .param("first", first)
                .param("last", last)
                .param("known", Timestamp.from(knownAt))
                .param("every", prefixes.isEmpty())
                .param("prefixes", prefixes.isEmpty() ? List.of("") : prefixes)
                .query((row, number) -> new Delay(
                        row.getString("region"),
                        row.getString("unit"),
                        row.getObject("days", Integer.class),
                        row.getLong("events")))
                .list();
    }
}
