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
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Told;

/// Takes clinical values in. They are only added: what is said again in the same words adds nothing, and what differs
/// is a new version that supersedes the old one.
@Component
public class ClinicalValues {
    /// Values are added by one at a time, as [#add] and whole deliveries compare with what stands there.
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(6224381961295913320)";

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
        database.query(ONE_AT_A_TIME, _ -> {});
        var pseudonyms = log.pseudonyms();
        var now = Timestamp.from(clock.instant());
        int added = 0;
        for (var counts : database.batchUpdate(ADD, told, BATCH, (row, one) -> {
            var fact = one.fact();
            UUID value = named(pseudonyms, one.source(), one.id());
            var content = content(fact, one.person(), one.unit(), one.origin());
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

    /// Which value it is that its source calls so.
    static UUID named(Pseudonyms pseudonyms, String source, String id) {
        return pseudonyms.named(source, "value:" + id);
    }

    /// All that a version says: two with the same content are one.
    static String content(Fact fact, UUID person, String unit, ClinicalValue.Origin origin) {
        return fact + "|" + person + "|" + unit + "|" + origin;
    }

    private static void set(PreparedStatement row, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            row.setNull(at, at == UNTIL ? Types.DATE : Types.DOUBLE);
        } else {
            row.setObject(at, value);
        }
    }
}
