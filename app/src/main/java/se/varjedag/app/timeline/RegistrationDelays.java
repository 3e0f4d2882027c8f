package se.varjedag.app.timeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long after an event its source knew of it: the first version of each event that happened, by the dates in
/// Stockholm.
///
/// What is known now was counted as the log was read into memory, and is added to with each change. For other moments
/// the log is read through.
@Component
public class RegistrationDelays {
    private final JdbcClient database;
    private final Timeline timeline;

    RegistrationDelays(JdbcClient database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    /// So many events of a unit were registered so many days after they happened.
    ///
    /// @param region county code of the region that reports
    /// @param days   days from event to registration, negative when it was registered before; null where the
    ///     source does not say when it knew
    public record Delay(
            String region, String unit, @Nullable Integer days, long events) {}

    /// The delays of the events of these months, as known at a moment.
    ///
    /// @param prefixes the code prefixes of the pathways asked for; empty for every event
    public List<Delay> of(YearMonth first, YearMonth last, Instant knownAt, List<String> prefixes) {
        var now = timeline.snapshot();
        return now.knownAt().equals(knownAt)
                ? now.delays().of(first, last, prefixes)
                : earlier(first, last, knownAt, prefixes);
    }

    /// The same, read from the log.
    List<Delay> earlier(YearMonth first, YearMonth last, Instant knownAt, List<String> prefixes) {
        return database.sql("""
                        select region, unit, %s as days, count(*) as events
                        from care_event e
                        where status = 'done' and day between :first and :last and learnt <= :known
                          and not exists (select 1 from superseded s where s.by = e.version)
                          and (:every or left(code, 3) in (:prefixes) or pathway in (:prefixes))
                        group by 1, 2, 3""".formatted(StoredEvents.LATE))
                .param("first", first.atDay(1))
                .param("last", last.atEndOfMonth())
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
