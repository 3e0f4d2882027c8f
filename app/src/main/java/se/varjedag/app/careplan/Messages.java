package se.varjedag.app.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.database.StoredText;
import se.varjedag.nation.WorkingDays;

/// What patients and their contact nurses write to each other. Each message of a patient carries the day by which it
/// is answered; all of it stays.
@Component("messagesOfCarePlan")
public class Messages {
    private static final int LONGEST = 4000;
    private static final String ALL = """
            select m.*, r.at as read_at, r.by_name as read_by,
                exists (select 1 from careplan_message a where a.answers = m.message) as answered
            from careplan_message m left join careplan_read r on r.message = m.message
            """;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Messages(JdbcClient database) {
        this.database = database;
    }

    /// One message.
    ///
    /// @param unit the care unit it was sent to, or answered from
    /// @param about the page of the plan it is a comment on; empty for none
    /// @param promised the last day to answer; empty of an answer
    /// @param by who wrote it; empty for the patient
    /// @param read when the other side first opened it, and who
    public record Message(
            UUID id,
            UUID person,
            String unit,
            boolean fromPatient,
            String about,
            String words,
            Optional<LocalDate> promised,
            Instant at,
            String by,
            Optional<Receipt> read,
            boolean answered) {}

    /// That the other side has opened a message.
    public record Receipt(Instant at, String by) {}

    /// Sends a message of the patient to the unit that has her.
    ///
    /// @param day the day it is sent
    /// @param within working days to its answer
    public void ask(UUID person, String unit, String about, String words, LocalDate day, int within) {
        var text = StoredText.of(words, LONGEST);
        if (!text.isEmpty() && !unit.isEmpty()) {
            keep(person, unit, true, about, text, WorkingDays.after(day, within), null, "", "");
        }
    }

    /// Answers what a patient has asked the own unit and nobody has answered. The caller has asked whether the reader
    /// may write of her.
    ///
    /// @param last the last message that who answers has read: what came later waits on; empty for all
    public void answer(Acting acting, UUID person, String words, Optional<UUID> last) {
        var text = StoredText.of(words, LONGEST);
        var unit = acting.assignment().place();
        var asked = upTo(last, of(person)).stream()
                .filter(one ->
                        one.fromPatient() && !one.answered() && one.unit().equals(unit))
                .toList();
        if (!text.isEmpty()) {
            var account = acting.account();
            keep(
                    person,
                    unit,
                    false,
                    "",
                    text,
                    null,
                    asked.isEmpty() ? null : asked.getFirst().id(),
                    account.username(),
                    account.name());
            // What was asked in several messages has one answer.
            asked.stream().skip(1).forEach(one -> settle(one, acting));
        }
    }

    private static List<Message> upTo(Optional<UUID> last, List<Message> all) {
        for (int at = 0; at < all.size(); at++) {
            if (last.isPresent() && all.get(at).id().equals(last.get())) {
                return all.subList(0, at + 1);
            }
        }
        return all;
    }

    private void settle(Message asked, Acting acting) {
        var account = acting.account();
        keep(asked.person(), asked.unit(), false, "", "", null, asked.id(), account.username(), account.name());
    }

    private void keep(
            UUID person,
            String unit,
            boolean fromPatient,
            String about,
            String words,
            @Nullable LocalDate promised,
            @Nullable UUID answers,
            String who,
            String name) {
        database.sql("""
                        insert into careplan_message
                            (message, person, unit, from_patient, about, words, promised, answers, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(UUID.randomUUID())
                .param(person)
                .param(unit)
                .param(fromPatient)
                .param(about)
                .param(words)
                .param(promised)
                .param(answers)
                .param(Timestamp.from(clock.instant()))
                .param(who)
                .param(name)
                .update();
    }

    /// What a patient and the units have written, the oldest first.
    public List<Message> of(UUID person) {
        return database.sql(ALL + " where m.person = ? and m.words <> '' order by m.id")
                .param(person)
                .query((row, _) -> message(row))
                .list();
    }

    /// What waits for an answer of a unit, the nearest promise first.
    public List<Message> waiting(String unit) {
        return database.sql(ALL + """
                         where m.unit = ? and m.from_patient
                           and not exists (select 1 from careplan_message a where a.answers = m.message)
                         order by m.promised, m.id""")
                .param(unit)
                .query((row, _) -> message(row))
                .list();
    }

    /// The other side has opened these.
    ///
    /// @param by who; empty for the patient
    public void opened(List<Message> some, String by) {
        for (var one : some) {
            if (one.read().isEmpty()) {
                database.sql("insert into careplan_read (message, at, by_name) values (?, ?, ?) on conflict do nothing")
                        .params(one.id(), Timestamp.from(clock.instant()), by)
                        .update();
            }
        }
    }

    private static Message message(ResultSet row) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Message(
                row.getObject("message", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("unit"),
                row.getBoolean("from_patient"),
                row.getString("about"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("promised", LocalDate.class)),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                read == null ? Optional.empty() : Optional.of(new Receipt(read.toInstant(), row.getString("read_by"))),
                row.getBoolean("answered"));
    }
}
