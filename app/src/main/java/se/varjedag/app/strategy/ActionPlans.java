package se.varjedag.app.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.strategy.Statement.Kind;

/// The plans of every healthcare region, and what each region stands by.
@Component
public class ActionPlans {
    private final JdbcClient database;

    ActionPlans(JdbcClient database) {
        this.database = database;
    }

    /// Every plan, the latest period first.
    public List<Plan> all() {
        return database.sql("select * from strategy_plan order by from_day desc, id desc")
                .query((row, _) -> plan(row))
                .list();
    }

    /// One plan.
    public Optional<Plan> byId(long id) {
        return all().stream().filter(plan -> plan.id() == id).findFirst();
    }

    /// Keeps a new plan.
    ///
    /// @return its id
    public long add(String region, String name, LocalDate from, LocalDate to, String source, Signed signed) {
        return database.sql("""
                        insert into strategy_plan (healthcare_region, name, from_day, to_day, source, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        region,
                        StoredText.whole(name),
                        from,
                        to,
                        source,
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .query(Long.class)
                .single();
    }

    /// What a healthcare region stands by, of one kind, in order.
    public List<Statement> statements(String region, Kind kind) {
        return database.sql("""
                        select * from (select distinct on (statement) * from strategy_statement
                            where healthcare_region = ? and kind = ? order by statement, id desc) latest
                        where not gone order by number, id""")
                .params(region, kind.key())
                .query((row, _) -> statement(row))
                .list();
    }

    /// Keeps a statement, or a new wording of one that is there.
    ///
    /// @return its id, the same in every wording
    public UUID state(String region, Statement statement, Signed signed) {
        keep(region, statement, false, signed);
        return statement.id();
    }

    /// Lets a statement hold no longer. Its wordings stay.
    public void withdraw(String region, Statement statement, Signed signed) {
        keep(region, statement, true, signed);
    }

    private void keep(String region, Statement statement, boolean gone, Signed signed) {
        database.sql("""
                        insert into strategy_statement (statement, healthcare_region, kind, number, name, words, promise,
                            indicator, source, gone, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, cast(nullif(?, '') as uuid), ?, ?, ?, ?, ?, ?)""")
                .params(
                        statement.id(),
                        region,
                        statement.kind().key(),
                        statement.number(),
                        StoredText.whole(statement.name()),
                        StoredText.whole(statement.words()),
                        statement.promise().map(UUID::toString).orElse(""),
                        StoredText.whole(statement.indicator()),
                        statement.source(),
                        gone,
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .update();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getLong("id"),
                row.getString("healthcare_region"),
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("source"));
    }

    private static Statement statement(ResultSet row) throws SQLException {
        @Nullable UUID promise = row.getObject("promise", UUID.class);
        return new Statement(
                row.getObject("statement", UUID.class),
                Kind.of(row.getString("kind")),
                row.getInt("number"),
                row.getString("name"),
                row.getString("words"),
                Optional.ofNullable(promise),
                row.getString("indicator"),
                row.getString("source"));
    }
}
