package se.varjedag.app.intake;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.Added;
import se.varjedag.app.timeline.Delivery;
import se.varjedag.app.timeline.EventLog;
import se.varjedag.app.timeline.TakenBack;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;

/// Messages that come one by one over the network and are kept many at a time: all that is handed over together is part
/// of the log when the call returns, or none of it is. What came on one day is one import run.
@Component
public class Messages {

    private final JdbcClient database;
    private final EventLog log;
    private final Identities identities;
    private final Clock clock = Clock.systemUTC();

    Messages(JdbcClient database, EventLog log, Identities identities) {
        this.database = database;
        this.log = log;
        this.identities = identities;
    }

    /// What one message gives. A message with the same id from the same source is the same message.
    public record Message(
            String source, String id, List<CareEvent> events, List<TakenBack> takenBack, Optional<SeenPerson> person) {
        public Message {
            events = List.copyOf(events);
            takenBack = List.copyOf(takenBack);
        }
    }

    /// A message that cannot be used, or the part of it at fault.
    public record Refused(String place, Sentence why) {}

    /// Keeps them. Of each message it is told whether it was new.
    @Transactional
    public List<Boolean> keep(List<Message> messages, List<Refused> refused) {
        var run = run();
        var fresh = new ArrayList<Boolean>();
        var events = EventColumns.builder();
        var takenBack = new ArrayList<TakenBack>();
        var persons = new ArrayList<SeenPerson>();
        for (var message : messages) {
            var isNew = mark(message);
            fresh.add(isNew);
            if (isNew) {
                message.events().forEach(events::add);
                message.takenBack()
                        .forEach(one ->
                                takenBack.add(new TakenBack(one.source(), one.id(), one.registered(), events.size())));
                message.person().filter(_ -> !message.events().isEmpty()).ifPresent(persons::add);
            }
        }
        var usable = events.size();
        var added = usable == 0 && takenBack.isEmpty()
                ? new Added(0, 0, 0, 0, 0)
                : log.add(events.build(), new Delivery(run, false, true, takenBack), _ -> {});
        identities.remember(persons);
        reject(run, refused);
        var read = (long) messages.size() + refused.size();
        count(run, Counts.of(read, usable, refused.size(), added));
        return fresh;
    }

    /// Whether the message was not here before.
    private boolean mark(Message message) {
        return database.sql("insert into message_received (key, at) values (?, ?) on conflict do nothing")
                        .params(key(message), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static UUID key(Message message) {
        var hash = ByteBuffer.wrap(Sha256.of(message.source() + '\u001F' + message.id()));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private long run() {
        var name = "MLLP " + LocalDate.now(clock.withZone(Sweden.TIME));
        var known = database.sql("select id from import_run where file_name = ? order by id limit 1 for update")
                .param(name)
                .query(Long.class)
                .optional();
        return known.orElseGet(() -> database.sql("""
                        insert into import_run (file_name, started_by, started, ended, state, swedish, english)
                        values (?, '', ?, ?, 'done', '', '') returning id""")
                .params(name, Timestamp.from(clock.instant()), Timestamp.from(clock.instant()))
                .query(Long.class)
                .single());
    }

    private void reject(long run, List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        long number = database.sql("select coalesce(max(number), 0) from reject where import_run = ?")
                .param(run)
                .query(Long.class)
                .single();
        for (var one : refused) {
            number++;
            var masked = new Rejection("", number, one.place(), "", one.why()).masked();
            database.sql("""
                            insert into reject (import_run, number, line, column_name, masked_value, swedish, english)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            run,
                            number,
                            number,
                            masked.column(),
                            masked.value(),
                            RejectSpool.mask(masked.why().swedish()),
                            RejectSpool.mask(masked.why().english()))
                    .update();
        }
    }

    private void count(long run, Counts now) {
        var before = database.sql("""
                        select rows_read, accepted, duplicates, rejected, withdrawn from import_run where id = ?""")
                .param(run)
                .query((row, _) ->
                        new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
        var all = before.and(now);
        var said = Sentences.messages(all);
        database.sql("""
                        update import_run set ended = ?, rows_read = ?, accepted = ?, duplicates = ?, rejected = ?,
                            withdrawn = ?, swedish = ?, english = ? where id = ?""")
                .params(
                        Timestamp.from(clock.instant()),
                        all.read(),
                        all.accepted(),
                        all.duplicates(),
                        all.rejected(),
                        all.withdrawn(),
                        said.swedish(),
                        said.english(),
                        run)
                .update();
    }
}
