package se.varjedag.app.coordination;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// Choices of the worklist that somebody has saved, in the assignment she made them in.
@Component
public class Views {
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Views(JdbcClient database) {
        this.database = database;
    }

    /// A saved choice.
    ///
    /// @param choice the end of an address, without its question mark
    public record View(long id, String name, String choice) {}

    /// Those of who acts, in the order of their names.
    public List<View> of(Acting acting) {
        return database.sql("""
                        select id, name, choice from coordination_view where who = ? and assignment = ?
                        order by name limit ?""")
                .params(acting.account().username(), acting.assignment().key(), MOST)
                .query((row, _) -> new View(row.getLong("id"), row.getString("name"), row.getString("choice")))
                .list();
    }

    /// Saves a choice under a name; one of the same name is replaced.
    public void save(Acting acting, String name, String choice) {
        database.sql("""
                        insert into coordination_view (who, assignment, name, choice, at) values (?, ?, ?, ?, ?)
                        on conflict (who, assignment, name) do update set choice = excluded.choice, at = excluded.at""")
                .params(
                        acting.account().username(),
                        acting.assignment().key(),
                        name,
                        choice,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /// Takes away one of her own.
    public void remove(Acting acting, long id) {
        database.sql("delete from coordination_view where id = ? and who = ?")
                .params(id, acting.account().username())
                .update();
    }
}
