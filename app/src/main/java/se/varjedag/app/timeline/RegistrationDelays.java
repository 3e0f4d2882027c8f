package se.varjedag.app.timeline;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long after an event its source knew of it, counted from the log: the first version of each event that
/// happened, by the dates in Stockholm.
///
/// What is known now is counted once and added to with each change. The log is read through for other moments, and
/// by those who come while it is being counted, so that nobody waits for the whole count.
@Component
public class RegistrationDelays {
    private static final String LATE = "(registered at time zone 'Europe/Stockholm')::date - day";

    private static final String CELLS = """
            select region, unit, left(code, 3) as code, pathway,
                   (12 * extract(year from day) + extract(month from day) - 1)::int as month, %s as days,
                   count(*) as events
            from care_event e
            where status = 'done' and change_no > ? and change_no <= ?
              and not exists (select 1 from superseded s where s.by = e.version)
            group by 1, 2, 3, 4, 5, 6""".formatted(LATE);

    private final JdbcClient database;
    private final Timeline timeline;
    private final ReentrantLock counting = new ReentrantLock();
    private Counted counted = new Counted(0, Instant.EPOCH, new DelayCells());

    /// What has been counted, up to and with a change.
    private record Counted(long change, Instant at, DelayCells cells) {}

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
        if (!now.knownAt().equals(knownAt) || !counting.tryLock()) {
            return earlier(first, last, knownAt, prefixes);
        }
        try {
            return upTo(now).of(first, last, prefixes);
        } finally {
            counting.unlock();
        }
    }

    private DelayCells upTo(Snapshot now) {
        if (counted.change() != now.change() || !counted.at().equals(now.knownAt())) {
            // A restored backup is another log, in which the change that was counted last is another or none.
            boolean goesOn = counted.change() > 0 && counted.at().equals(timeline.momentOf(counted.change()));
            var cells = goesOn ? counted.cells().copy() : new DelayCells();
            database.sql(CELLS)
                    .params(goesOn ? counted.change() : 0, now.change())
                    .query((ResultSet row) -> {
                        cells.add(
                                new DelayCells.Place(row.getString("region"), row.getString("unit")),
                                new DelayCells.Kind(row.getString("code"), row.getString("pathway")),
                                row.getInt("month"),
                                row.getObject("days", Integer.class),
                                row.getInt("events"));
                    });
            counted = new Counted(now.change(), now.knownAt(), cells);
        }
        return counted.cells();
    }

    /// The same, read from the log.
    List<Delay> earlier(YearMonth first, YearMonth last, Instant knownAt, List<String> prefixes) {
        return database.sql("""
                        select region, unit, %s as days, count(*) as events
                        from care_event e
                        where status = 'done' and day between :first and :last and learnt <= :known
                          and not exists (select 1 from superseded s where s.by = e.version)
                          and (:every or left(code, 3) in (:prefixes) or pathway in (:prefixes))
                        group by 1, 2, 3""".formatted(LATE))
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
