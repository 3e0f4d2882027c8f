package se.varjedag.app.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.StoredText;

/// The doors that people have opened for themselves to a patient's data, each for some hours, for one person in one
/// assignment.
@Component
public class Openings {
    private static final int LONGEST_REASON = 500;

    /// What was opened.
    public enum Kind {
        /// An active choice: beyond the own unit, within the own caregiver.
        CHOICE(Duration.ofHours(12)),
        /// Other caregivers' data, with the patient's consent.
        SHARED(Duration.ofHours(12)),
        /// What is blocked, with the patient's consent.
        LIFT(Duration.ofHours(12)),
        /// Everything, for the patient's life or health is in danger and she cannot be asked.
        EMERGENCY(Duration.ofHours(4));

        private final Duration lasts;

        Kind(Duration lasts) {
            this.lasts = lasts;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Openings(JdbcClient database) {
        this.database = database;
    }

    /// Opens a door.
    ///
    /// @param why the reason, in the reader's words
    public void open(Acting acting, UUID person, Kind kind, String why) {
        var now = clock.instant();
        database.sql("""
                        insert into access_opening (person, who, place, kind, why, at, until)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        person,
                        acting.account().key(),
                        acting.assignment().place(),
                        kind.key(),
                        StoredText.of(why, LONGEST_REASON),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(kind.lasts)))
                .update();
    }

    /// The doors that are open now.
    Set<Kind> open(Acting acting, UUID person) {
        return open(acting, person, clock.instant());
    }

    private Set<Kind> open(Acting acting, UUID person, Instant now) {
        var open = EnumSet.noneOf(Kind.class);
        database.sql(
                        "select distinct kind from access_opening where person = ? and who = ? and place = ? and until > ?")
                .params(person, acting.account().key(), acting.assignment().place(), Timestamp.from(now))
                .query(String.class)
                .list()
                .forEach(kind -> open.add(Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
        return open;
    }
}
