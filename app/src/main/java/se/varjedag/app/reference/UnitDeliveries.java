package se.varjedag.app.reference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.eventlog.Rejection;

/// Files of units and caregivers that were read in. What a file says of a unit from a day on takes the place of
/// what was known from that day on; what it was before stays.
@Component
public class UnitDeliveries {
    private static final int LATEST = 10;
    private static final int LONGEST_VALUE = 200;
    private static final int HIGHEST_TREE = 50;

    /// What looks like a personnummer has no business in a file of units, and is not kept.
    private static final Pattern PERSONNUMMER = Pattern.compile("\\d{6,8}[-+ ]?\\d{4}");

    private final JdbcClient database;
    private final Units units;

    UnitDeliveries(JdbcClient database, Units units) {
        this.database = database;
        this.units = units;
    }

    /// A file of units.
    ///
    /// @param units   of how many it told
    /// @param changed of how many of them something new
    public record Delivery(long id, String file, String by, Instant at, long units, long changed, long rejected) {}

    /// A row that could not be used, and why.
    public record Refused(long line, String column, String value, String swedish, String english) {}

    /// Keeps what a file tells of units, and the rows that could not be used with their reasons.
    @Transactional
    public Delivery bring(String file, byte[] content, String by, Instant at) {
        var rejections = new ArrayList<Rejection>();
        var read = UnitFile.read(file, text(content), rejections::add);
        units.readAgain();
        var told = told(read);
        var changed = new TreeMap<String, List<UnitPeriod>>();
        told.forEach((id, periods) -> {
            var history = UnitPeriod.told(units.history(id), periods);
            if (!history.equals(units.history(id))) {
                changed.put(id, history);
            }
        });
        units.keep(changed, read.caregivers());
        var id = database.sql("""
                        insert into unit_delivery (file_name, brought_by, at, units, changed)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(kept(file), by, Timestamp.from(at), told.size(), changed.size())
                .query(Long.class)
                .single();
        keep(id, rejections);
        return new Delivery(id, kept(file), by, at, told.size(), changed.size(), rejections.size());
    }

    /// The periods that can be used, by unit. A unit of which any row cannot be used is left as it is.
    private Map<String, List<UnitPeriod>> told(UnitFile file) {
        Map<String, List<UnitPeriod>> told = new TreeMap<>();
        Set<String> left = new HashSet<>();
        var parents = parents(file);
        for (var row : file.rows()) {
            var id = row.unit().id();
            var before = told.computeIfAbsent(id, _ -> new ArrayList<>());
            var known = units.history(id);
            var same = known.stream()
                    .filter(period ->
                            period.unit().equals(row.unit()) && period.parent().equals(row.parent()))
                    .reduce((_, later) -> later);
            var from = row.since().orElse(same.map(UnitPeriod::from).orElse(UnitPeriod.EVER));
            var period = new UnitPeriod(row.unit(), row.parent(), from, row.to());
            var why = row.since().isEmpty() && !known.isEmpty() && same.isEmpty()
                    ? UnitSentences.SINCE_WHEN
                    : before.stream().anyMatch(other -> overlap(other, period))
                            ? UnitSentences.OVERLAP
                            : !row.parent().isEmpty() && !parents.containsKey(row.parent())
                                    ? UnitSentences.NO_PARENT
                                    : inCircle(id, parents) ? UnitSentences.CIRCLE : null;
            if (why == null) {
                before.add(period);
            } else {
                left.add(id);
                var about = why.equals(UnitSentences.SINCE_WHEN) || why.equals(UnitSentences.OVERLAP)
                        ? "valid_from"
                        : "parent";
                file.reject(row.line(), about, about.equals("parent") ? row.parent() : "", why);
            }
        }
        told.keySet().removeAll(left);
        return told;
    }

    /// Every unit that is known or in the file, with the one above it.
    private Map<String, String> parents(UnitFile file) {
        Map<String, String> parents = new HashMap<>();
        units.histories()
                .forEach((id, history) -> parents.put(id, history.getLast().parent()));
        file.rows().forEach(row -> parents.put(row.unit().id(), row.parent()));
        return parents;
    }

    private static boolean inCircle(String id, Map<String, String> parents) {
        var above = parents.getOrDefault(id, "");
        for (int i = 0; i < HIGHEST_TREE && !above.isEmpty(); i++) {
            if (above.equals(id)) {
                return true;
            }
            above = parents.getOrDefault(above, "");
        }
        return false;
    }

    private static boolean overlap(UnitPeriod one, UnitPeriod other) {
        return !one.to().isBefore(other.from()) && !other.to().isBefore(one.from());
    }

    private void keep(long delivery, List<Rejection> rejections) {
        long number = 0;
        for (var rejection : rejections) {
            database.sql("""
                            insert into rejected_unit_row (delivery, number, line, column_name, value, swedish, english)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            delivery,
                            number++,
                            rejection.line(),
                            rejection.column(),
                            kept(rejection.value()),
                            rejection.why().swedish(),
                            rejection.why().english())
                    .update();
        }
    }

    /// What is kept of a text that somebody else wrote.
    private static String kept(String text) {
        var whole = PERSONNUMMER.matcher(text.replace("\0", "")).replaceAll("••••");
        return whole.substring(0, Math.min(LONGEST_VALUE, whole.length()));
    }

    /// UTF-8, or Windows-1252 where a byte shows that it is not.
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    /// The latest deliveries, the newest first.
    public List<Delivery> latest() {
        return database.sql("""
                        select id, file_name, brought_by, at, units, changed,
                               (select count(*) from rejected_unit_row r where r.delivery = d.id) as rejected
                        from unit_delivery d order by id desc limit ?""")
                .param(LATEST)
                .query((row, number) -> new Delivery(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("brought_by"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("units"),
                        row.getLong("changed"),
                        row.getLong("rejected")))
                .list();
    }

    /// The rows of a delivery that could not be used, in the order of their lines.
    public List<Refused> refused(long delivery) {
        return database.sql("""
                        select line, column_name, value, swedish, english
                        from rejected_unit_row where delivery = ? order by line, number""")
                .param(delivery)
                .query((row, number) -> new Refused(
                        row.getLong("line"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("swedish"),
                        row.getString("english")))
                .list();
    }
}
