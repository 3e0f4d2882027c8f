package se.varjedag.app.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.StoredText;

/// What matters to a patient, as she writes it herself. Nothing of it is written over: what she wrote stays with its
/// moment, and what has become of it is added.
@Component
public class Goals {
    private static final int LONGEST = 500;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Goals(JdbcClient database) {
        this.database = database;
    }

    /// What has become of a goal.
    public enum State {
        /// She has it before her.
        ALIVE,
        REACHED,
        /// It does not matter to her now.
        ASIDE;

        /// As the database and a form write it.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The state of a key; empty of any other words.
        public static Optional<State> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /// One goal.
    ///
    /// @param since when it was last said what has become of it; empty where nothing was
    public record Goal(UUID id, String words, Instant at, State state, Optional<Instant> since) {}

    /// Keeps what matters to the patient. Nothing but space is no goal.
    public void write(UUID person, String words) {
        var text = StoredText.of(words, LONGEST);
        if (!text.isEmpty()) {
            database.sql("insert into careplan_goal (goal, person, words, at) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID(), person, text, Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /// Says what has become of a goal.
    ///
    /// @return whether the patient has such a goal
    public boolean mark(UUID person, UUID goal, State state) {
        var hers = of(person).stream().filter(one -> one.id().equals(goal)).findFirst();
        if (hers.filter(one -> one.state() != state).isPresent()) {
            database.sql("insert into careplan_goal_state (goal, state, at) values (?, ?, ?)")
                    .params(goal, state.key(), Timestamp.from(clock.instant()))
                    .update();
        }
        return hers.isPresent();
    }

    /// A patient's goals: those she has before her first, the newest of each kind first.
    public List<Goal> of(UUID person) {
        return database.sql("""
                        select g.goal, g.words, g.at, coalesce(s.state, 'alive') as state, s.at as since
                        from careplan_goal g
                        left join lateral (select state, at from careplan_goal_state s
                                           where s.goal = g.goal order by s.id desc limit 1) s on true
                        where g.person = ?
                        order by array_position(array['alive', 'reached', 'aside'], coalesce(s.state, 'alive')), g.id desc""").param(person).query((row, _) -> goal(row)).list();
    }

    private static Goal goal(ResultSet row) throws SQLException {
        return new Goal(
                row.getObject("goal", UUID.class),
                row.getString("words"),
                row.getTimestamp("at").toInstant(),
                State.of(row.getString("state")).orElseThrow(),
                Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant));
    }
}
