package se.varjedag.app.overview;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where the overview is in use: counts by unit and content, never patients.
@Component
public class Uses {
    private final JdbcClient database;
    private final java.time.Clock clock = java.time.Clock.systemUTC();

    Uses(JdbcClient database) {
        this.database = database;
    }

    /// One unit's use of one content.
    ///
    /// @param content  the content's id
    /// @param patients those who were opened with it
    /// @param present  of what the next decision needs, how much was there when each was last opened
    /// @param needed   how much was needed
    public record Use(
            String unit, String content, Instant since, Instant last, long patients, long present, long needed) {}

    /// Notes that a patient was opened at a unit.
    public void opened(String unit, UUID person, Course course) {
        var now = Timestamp.from(clock.instant());
        var needed = course.content().needed();
        long present = needed.stream().filter(course::has).count();
        database.sql("""
                        insert into overview_use (unit, content, person, first_opened, last_opened, present, needed)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (unit, content, person)
                        do update set last_opened = excluded.last_opened, present = excluded.present,
                            needed = excluded.needed""")
                .params(unit, course.content().id(), person, now, now, (int) present, needed.size())
                .update();
    }

    /// Every unit's use of every content.
    public List<Use> all() {
        return database.sql("""
                        select unit, content, min(first_opened) as since, max(last_opened) as last, count(*) as patients,
                            sum(present) as present, sum(needed) as needed
                        from overview_use group by unit, content order by content, unit""")
                .query((found, _) -> new Use(
                        found.getString("unit"),
                        found.getString("content"),
                        found.getTimestamp("since").toInstant(),
                        found.getTimestamp("last").toInstant(),
                        found.getLong("patients"),
                        found.getLong("present"),
                        found.getLong("needed")))
                .list();
    }
}
