package se.varjedag.app.coordination;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// What is written down of a pathway beside its events: notes, why a limit was passed, and what of the contact nurse's
/// duties has been done. Each is signed and dated, and stays.
@Component
public class Notes {
    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Notes(JdbcClient database) {
        this.database = database;
    }

    /// A note.
    ///
    /// @param role what its writer acted as
    /// @param unit where it was written
    public record Note(String words, String role, String unit, Signature signed) {}

    /// Why a limit was passed.
    public enum Why {
        PATIENT,
        MEDICAL,
        CAPACITY,
        OTHER;

        /// How it is written in the database, in forms and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The reason that is written so.
        public static Optional<Why> of(String key) {
            for (var why : values()) {
                if (why.key().equals(key)) {
                    return Optional.of(why);
                }
            }
            return Optional.empty();
        }
    }

    /// The answer to why a limit was passed.
    ///
    /// @param step key of the point whose step lacked capacity; empty for other reasons
    /// @param unit where it was said
    public record Reason(Why why, String step, String words, String unit, Signature signed) {

        /// The same without the words: that a reason was given, and which.
        public Reason wordless() {
            return new Reason(why, step, "", unit, signed);
        }
    }

    /// A duty of a contact nurse that was done on a day.
    ///
    /// @param unit where it was done
    public record Done(Duty duty, LocalDate day, String unit, Signature signed) {}

    /// Adds a note.
    public void add(Acting acting, PathwayKey key, String words) {
        database.sql("""
                        insert into coordination_note
                            (person, definition, start, unit, words, at, by_whom, by_name, by_role)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.person(),
                        key.definition(),
                        key.start(),
                        acting.assignment().place(),
                        words,
                        now(),
                        acting.account().username(),
                        acting.account().name(),
                        acting.role().key())
                .update();
    }

    /// The notes of a pathway, the latest first.
    public List<Note> of(PathwayKey key) {
        return database.sql("""
                        select * from coordination_note where person = ? and definition = ? and start = ? order by id desc""")
                .params(key.person(), key.definition(), key.start())
                .query((row, _) -> new Note(
                        row.getString("words"), row.getString("by_role"), row.getString("unit"), Signature.of(row)))
                .list();
    }

    /// Says why the limit was passed.
    public void because(Acting acting, PathwayKey key, Why why, String step, String words) {
        database.sql("""
                        insert into coordination_reason
                            (person, definition, start, reason, step, words, unit, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.person(),
                        key.definition(),
                        key.start(),
                        why.key(),
                        step,
                        words,
                        acting.assignment().place(),
                        now(),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// Why limits were passed, of the pathways of these persons: the latest answer of each.
    public Map<PathwayKey, Reason> reasons(Collection<UUID> persons) {
        return reasons(database.sql("select * from coordination_reason where person = any(?) order by id")
                .param(persons.toArray(UUID[]::new)));
    }

    /// Why limits were passed, of everybody: the latest answer of each pathway. For figures over many.
    Map<PathwayKey, Reason> reasons() {
        return reasons(database.sql("select * from coordination_reason order by id"));
    }

    private static Map<PathwayKey, Reason> reasons(JdbcClient.StatementSpec asked) {
        var all = new HashMap<PathwayKey, Reason>();
        asked.query(row -> {
            all.put(
                    PathwayKey.of(row),
                    new Reason(
                            Why.of(row.getString("reason")).orElseThrow(),
                            row.getString("step"),
                            row.getString("words"),
                            row.getString("unit"),
                            Signature.of(row)));
        });
        return all;
    }

    /// Says that a duty has been done.
    public void done(Acting acting, PathwayKey key, Duty duty, LocalDate day) {
        database.sql("""
                        insert into coordination_duty
                            (person, definition, start, duty, day, unit, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.person(),
                        key.definition(),
                        key.start(),
                        duty.key(),
                        day,
                        acting.assignment().place(),
                        now(),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// What has been done of the duties for these persons: the latest time of each.
    public Map<PathwayKey, Map<Duty, Done>> done(Collection<UUID> persons) {
        var all = new HashMap<PathwayKey, Map<Duty, Done>>();
        database.sql("select * from coordination_duty where person = any(?) order by day, id")
                .param(persons.toArray(UUID[]::new))
                .query(row -> {
                    var duty = Duty.of(row.getString("duty")).orElseThrow();
                    all.computeIfAbsent(PathwayKey.of(row), _ -> new HashMap<>())
                            .put(
                                    duty,
                                    new Done(
                                            duty,
                                            row.getObject("day", LocalDate.class),
                                            row.getString("unit"),
                                            Signature.of(row)));
                });
        return all;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
