package se.varjedag.app.timeline;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.timeline.ClinicalValue.Told;

/// Takes clinical values in. They are only added: what is said again in the same words adds nothing, and what differs
/// is a new version that supersedes the old one.
@Component
public class ClinicalValues {
    private static final long LOCK = 6224381961295913320L;
    private static final int BATCH = 1000;
    private static final int UNTIL = 7;
    private static final String ADD = """
            insert into clinical_value (value, content, person, kind, item, day, until, number, text, measure, low, high,
                part, reason, state, unit, caregiver, origin, source, source_id, learnt)
            select ?, md5(?)::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                coalesce((select u.caregiver from unit u where u.id = ?), ''), ?, ?, ?, ?
            where md5(?)::uuid is distinct from (
                select latest.content from clinical_value latest where latest.value = ?
                order by latest.version desc limit 1)""";

    private final JdbcTemplate database;
    private final EventLog log;
    private final Clock clock = Clock.systemUTC();

    ClinicalValues(JdbcTemplate database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /// Adds what is new among these: all of it or nothing.
    ///
    /// @return how many versions were added
    @Transactional
    public int add(Collection<Told> told) {
        database.query("select pg_advisory_xact_lock(?)", _ -> {}, LOCK);
        var pseudonyms = log.pseudonyms();
        var now = Timestamp.from(clock.instant());
        int added = 0;
        for (var counts : database.batchUpdate(ADD, told, BATCH, (row, one) -> {
            var fact = one.fact();
            UUID value = pseudonyms.named(one.source(), "value:" + one.id());
            var content = fact + "|" + one.person() + "|" + one.unit() + "|" + one.origin();
            Object[] all = {
                value,
                content,
                one.person(),
                fact.kind().key(),
                fact.item(),
                fact.day(),
                fact.until(),
                fact.number(),
                StoredText.of(fact.text()),
                StoredText.of(fact.measure()),
                fact.low(),
                fact.high(),
                fact.part(),
                StoredText.of(fact.reason()),
                fact.state().key(),
                one.unit(),
                one.unit(),
                one.origin().key(),
                one.source(),
                one.id(),
                one.registered() == null ? now : Timestamp.from(one.registered()),
                content,
                value
            };
            for (int at = 0; at < all.length; at++) {
                set(row, at + 1, all[at]);
            }
        })) {
            for (int count : counts) {
                added += Math.max(0, count);
            }
        }
        return added;
    }

    private static void set(PreparedStatement row, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            row.setNull(at, at == UNTIL ? Types.DATE : Types.DOUBLE);
        } else {
            row.setObject(at, value);
        }
    }
}
