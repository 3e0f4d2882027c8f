package se.varjedag.app.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Activity.Said;
import se.varjedag.app.strategy.Entry.What;

/// The activities of the plans: what was written of each, in order, and nothing of it is ever changed.
@Component
public class Activities {
    private static final String LATEST = """
            select a.id, a.plan, a.carried_from, a.source, v.area, v.title, v.details, v.promise, v.development, v.owner,
                v.regions, v.from_day, v.to_day, v.indicator, v.svf, v.step,
                s.status, s.words, s.at as said_at, s.by_whom as said_by, s.by_name as said_name,
                greatest(v.at, s.at, n.at) as touched
            from strategy_activity a
            join lateral (select * from strategy_activity_version one where one.activity = a.id
                order by one.id desc limit 1) v on true
            left join lateral (select * from strategy_status one where one.activity = a.id
                order by one.id desc limit 1) s on true
            left join lateral (select max(one.at) as at from strategy_note one where one.activity = a.id) n on true
            """;

    private final JdbcClient database;

    Activities(JdbcClient database) {
        this.database = database;
    }

    /// Those of a plan, in the order they were written.
    public List<Activity> of(long plan) {
        return database.sql(LATEST + " where a.plan = ? order by a.id")
                .param(plan)
                .query((row, _) -> activity(row))
                .list();
    }

    /// One activity.
    public Optional<Activity> byId(long id) {
        return database.sql(LATEST + " where a.id = ?")
                .param(id)
                .query((row, _) -> activity(row))
                .optional();
    }

    /// What an activity has become in later plans.
    public List<Activity> carriedOn(long id) {
        return database.sql(LATEST + " where a.carried_from = ? order by a.id")
                .param(id)
                .query((row, _) -> activity(row))
                .list();
    }

    /// Keeps a new one.
    ///
    /// @return its id
    @Transactional
    public long add(long plan, Content content, String source, Signed signed) {
        return add(plan, OptionalLong.empty(), content, source, signed);
    }

    private long add(long plan, OptionalLong from, Content content, String source, Signed signed) {
        long id = database.sql("""
                        insert into strategy_activity (plan, carried_from, source, at, by_whom, by_name)
                        values (?, cast(nullif(?, '') as bigint), ?, ?, ?, ?) returning id""")
                .params(
                        plan,
                        from.isPresent() ? String.valueOf(from.getAsLong()) : "",
                        source,
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .query(Long.class)
                .single();
        write(id, content, signed);
        return id;
    }

    /// Writes it anew; what stood before stays as a version.
    public void write(long id, Content content, Signed signed) {
        database.sql("""
                        insert into strategy_activity_version (activity, area, title, details, promise, development, owner,
                            regions, from_day, to_day, indicator, svf, step, at, by_whom, by_name)
                        values (?, ?, ?, ?, cast(nullif(?, '') as uuid), cast(nullif(?, '') as uuid), ?, ?,
                            cast(nullif(?, '') as date), cast(nullif(?, '') as date), ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        StoredText.whole(content.area()),
                        StoredText.whole(content.title()),
                        StoredText.whole(content.details()),
                        content.promise().map(UUID::toString).orElse(""),
                        content.development().map(UUID::toString).orElse(""),
                        StoredText.whole(content.owner()),
                        String.join(",", content.regions()),
                        content.from().map(LocalDate::toString).orElse(""),
                        content.to().map(LocalDate::toString).orElse(""),
                        StoredText.whole(content.indicator()),
                        StoredText.whole(content.svf()),
                        StoredText.whole(content.step()),
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .update();
    }

    /// Says how it stands.
    public void say(long id, Status status, String words, Signed signed) {
        database.sql(
                        "insert into strategy_status (activity, status, words, at, by_whom, by_name) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        status.key(),
                        StoredText.whole(words),
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .update();
    }

    /// Adds a comment, or a decision of a day.
    public void note(long id, What what, LocalDate day, String words, Signed signed) {
        database.sql(
                        "insert into strategy_note (activity, kind, day, words, at, by_whom, by_name) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        what.key(),
                        day,
                        StoredText.whole(words),
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .update();
    }

    /// Carries some on to another plan, each with how it stood. One that is carried on there already is left out.
    ///
    /// @return how many were carried on
    @Transactional
    public int carry(List<Activity> some, long plan, Signed signed) {
        int carried = 0;
        for (var one : some) {
            if (carriedOn(one.id()).stream().anyMatch(there -> there.plan() == plan)) {
                continue;
            }
            long id = add(plan, OptionalLong.of(one.id()), one.content(), one.source(), signed);
            if (one.said().status() != Status.UNKNOWN) {
                say(id, one.said().status(), one.said().words(), signed);
            }
            carried++;
        }
        return carried;
    }

    /// Everything that was written of an activity, the latest first.
    public List<Entry> history(long id) {
        var entries = new ArrayList<Entry>();
        database.sql("select * from strategy_status where activity = ?")
                .param(id)
                .query((row, _) -> new Entry(
                        What.STATUS,
                        Status.of(row.getString("status")),
                        Optional.empty(),
                        row.getString("words"),
                        signed(row, "at", "by_whom", "by_name")))
                .list()
                .forEach(entries::add);
        database.sql("select * from strategy_note where activity = ?")
                .param(id)
                .query((row, _) -> new Entry(
                        What.of(row.getString("kind")),
                        Optional.empty(),
                        Optional.of(row.getObject("day", LocalDate.class)),
                        row.getString("words"),
                        signed(row, "at", "by_whom", "by_name")))
                .list()
                .forEach(entries::add);
        var versions = database.sql("select * from strategy_activity_version where activity = ? order by id")
                .param(id)
                .query((row, _) -> new Entry(
                        What.VERSION,
                        Optional.empty(),
                        Optional.empty(),
                        row.getString("title"),
                        signed(row, "at", "by_whom", "by_name")))
                .list();
        for (int i = 0; i < versions.size(); i++) {
            entries.add(i == 0 ? versions.get(i).as(What.WRITTEN) : versions.get(i));
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.signed().at()).reversed());
        return entries;
    }

    private static Activity activity(ResultSet row) throws SQLException {
        long from = row.getLong("carried_from");
        var carried = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(from);
        var status = Optional.ofNullable(row.getString("status")).flatMap(Status::of);
        return new Activity(
                row.getLong("id"),
                row.getLong("plan"),
                carried,
                row.getString("source"),
                new Content(
                        row.getString("area"),
                        row.getString("title"),
                        row.getString("details"),
                        Optional.ofNullable(row.getObject("promise", UUID.class)),
                        Optional.ofNullable(row.getObject("development", UUID.class)),
                        row.getString("owner"),
                        Arrays.stream(row.getString("regions").split(","))
                                .filter(code -> !code.isEmpty())
                                .toList(),
                        Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                        row.getString("indicator"),
                        row.getString("svf"),
                        row.getString("step")),
                status.isEmpty()
                        ? Said.NOTHING
                        : new Said(
                                status.get(),
                                row.getString("words"),
                                Optional.of(signed(row, "said_at", "said_by", "said_name"))),
                row.getTimestamp("touched").toInstant());
    }

    private static Signed signed(ResultSet row, String at, String by, String name) throws SQLException {
        return new Signed(row.getTimestamp(at).toInstant(), row.getString(by), row.getString(name));
    }
}
