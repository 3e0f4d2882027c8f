package se.varjedag.app.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.patients.CareRelation;

/// Pathways that one unit hands over to another, with receipt: until the other has received it a pathway is the
/// sender's, and stands on the list of both.
@Component
public class Handovers implements CareRelation {
    private static final String ALL = """
            select h.*, r.received, r.words as answer, r.at as answered, r.by_whom as answer_by, r.by_name as answer_name
            from coordination_handover h left join coordination_receipt r on r.handover = h.id
            """;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Handovers(JdbcClient database) {
        this.database = database;
    }

    /// One handover.
    ///
    /// @param words what the sender wrote to the receiver
    /// @param receipt empty while nobody has answered
    public record Handover(
            long id, PathwayKey key, String from, String to, String words, Signature sent, Optional<Receipt> receipt) {

        /// Whether nobody has answered yet.
        public boolean open() {
            return receipt.isEmpty();
        }
    }

    /// The answer.
    ///
    /// @param words why it was refused; empty when it was received
    public record Receipt(boolean received, String words, Signature signed) {}

    /// The unit that has a pathway: where the log says it waits, or where it was received from there, and on from that.
    /// Who
    /// sent it has it until another has received it.
    ///
    /// @param waits the unit by the log
    /// @param moves all handovers of the pathway, the latest first
    static String holder(String waits, List<Handover> moves) {
        var at = waits;
        for (var one : moves.reversed()) {
            if (one.receipt().filter(Receipt::received).isPresent()
                    && one.from().equals(at)) {
                at = one.to();
            }
        }
        return at;
    }

    /// Sends a pathway on its way to another unit.
    ///
    /// @return false when it is on its way already
    public boolean send(Acting acting, PathwayKey key, String to, String words) {
        var from = acting.assignment().place();
        if (of(List.of(key.person())).stream().anyMatch(one -> one.key().equals(key) && one.open())) {
            return false;
        }
        database.sql("""
                        insert into coordination_handover
                            (person, definition, start, from_unit, to_unit, words, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.person(),
                        key.definition(),
                        key.start(),
                        from,
                        to,
                        words,
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
        return true;
    }

    /// Gives the receipt: the first answer stands.
    public void answer(Acting acting, Handover handover, boolean received, String words) {
        database.sql("""
                        insert into coordination_receipt (handover, received, words, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        handover.id(),
                        received,
                        words,
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }

    /// One handover by its number.
    public Optional<Handover> byId(long id) {
        return database.sql(ALL + " where h.id = ?")
                .param(id)
                .query((row, _) -> handover(row))
                .optional();
    }

    /// All of these persons, the latest first.
    public List<Handover> of(Collection<UUID> persons) {
        return database.sql(ALL + " where h.person = any(?) order by h.id desc")
                .param(persons.toArray(UUID[]::new))
                .query((row, _) -> handover(row))
                .list();
    }

    /// All of the pathways that were ever sent to or from a unit, the latest first: also those between others, for a
    /// pathway may have gone on.
    public List<Handover> at(String unit) {
        return database.sql(ALL + """
                         where (h.person, h.definition, h.start) in (
                            select person, definition, start from coordination_handover where to_unit = ? or from_unit = ?)
                        order by h.id desc""")
                .params(unit, unit)
                .query((row, _) -> handover(row))
                .list();
    }

    /// Whom a unit has received is a patient of the unit before her first event there.
    @Override
    public boolean has(UUID person, String unit) {
        return database.sql("""
                        select exists (select 1 from coordination_handover h join coordination_receipt r on r.handover = h.id
                            where h.person = ? and h.to_unit = ? and r.received)""").params(person, unit).query(Boolean.class).single();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        var answered = row.getTimestamp("answered");
        return new Handover(
                row.getLong("id"),
                PathwayKey.of(row),
                row.getString("from_unit"),
                row.getString("to_unit"),
                row.getString("words"),
                Signature.of(row),
                answered == null
                        ? Optional.empty()
                        : Optional.of(new Receipt(
                                row.getBoolean("received"),
                                row.getString("answer"),
                                new Signature(
                                        answered.toInstant(),
                                        row.getString("answer_by"),
                                        row.getString("answer_name")))));
    }
}
