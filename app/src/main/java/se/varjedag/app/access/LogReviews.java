package se.varjedag.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.reference.Sweden;

/// Reviews of the access log: lines selected by rule and by chance, somebody to look at them, and what was found.
@Component
public class LogReviews {
    private static final int EACH = 20;
    private static final int LATEST = 50;
    private static final int LONGEST_FINDING = 2000;

    /// Why a line is among those to be looked at. A line that fits several stands under the first.
    public enum Reason {
        /// A block was passed in an emergency.
        EMERGENCY("action = 'emergency'"),
        /// Somebody was refused five times on one day.
        REFUSED("""
                not allowed and who <> '' and (who, (at at time zone 'Europe/Stockholm')::date) in (
                    select who, (at at time zone 'Europe/Stockholm')::date from access_log
                    where not allowed and at >= :from and at < :to
                    group by 1, 2 having count(*) >= 5)"""),
        /// Somebody crossed the border of a unit.
        OTHER_UNIT("action = 'choice'"),
        /// Somebody opened more than fifty patients on one day.
        MANY("""
                person is not null and (who, (at at time zone 'Europe/Stockholm')::date) in (
                    select who, (at at time zone 'Europe/Stockholm')::date from access_log
                    where person is not null and acted_as <> '' and at >= :from and at < :to
                    group by 1, 2 having count(distinct person) > 50)"""),
        /// A patient was opened between ten in the evening and six in the morning.
        NIGHT("""
                person is not null and (extract(hour from at at time zone 'Europe/Stockholm') >= 22
                    or extract(hour from at at time zone 'Europe/Stockholm') < 6)"""),
        /// Chance, among all lines about persons, exports and changes.
        CHANCE("person is not null or action in ('export', 'change', 'print')");

        private final String where;

        Reason(String where) {
            this.where = where;
        }

        /// How it is written in the database and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A review.
    ///
    /// @param unit   whose staff and data it is about, a unit or a caregiver; empty: everybody's
    /// @param signed when it was signed; empty while it waits
    public record Review(
            long id,
            Instant made,
            String madeBy,
            String unit,
            LocalDate from,
            LocalDate to,
            String assignedTo,
            Optional<Instant> signed,
            String signedBy,
            String finding,
            long lines) {}

    /// A selected line.
    ///
    /// @param reason key of why it was selected
    public record Selected(String reason, LogSearch.Line line) {}

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    LogReviews(JdbcClient database) {
        this.database = database;
    }

    /// Selects lines of these days, at most twenty for each reason, and gives them to somebody.
    ///
    /// @return the number of the review
    @Transactional
    public long make(LogReach within, LocalDate from, LocalDate to, String by, String assignedTo) {
        var id = database.sql("""
                        insert into log_review (made, made_by, unit, from_day, to_day, assigned_to)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(Timestamp.from(clock.instant()), by, within.place(), from, to, assignedTo)
                .query(Long.class)
                .single();
        for (var reason : Reason.values()) {
            database.sql("""
                            insert into log_review_entry (review, number, reason)
                            select :id, number, :reason from access_log l
                            where at >= :from and at < :to and %s
                              and not exists (select 1 from log_review_entry e where e.review = :id and e.number = l.number)
                              and (%s) order by random() limit :each""".formatted(within.where(), reason.where))
                    .params(within.values())
                    .param("id", id)
                    .param("reason", reason.key())
                    .param("from", Timestamp.from(from.atStartOfDay(Sweden.TIME).toInstant()))
                    .param(
                            "to",
                            Timestamp.from(
                                    to.plusDays(1).atStartOfDay(Sweden.TIME).toInstant()))
                    .param("each", EACH)
                    .update();
        }
        return id;
    }

    /// The latest reviews, newest first: those of this place, or all.
    public List<Review> latest(LogReach within) {
        return database.sql("""
                        select r.*, (select count(*) from log_review_entry e where e.review = r.id) as lines
                        from log_review r where (:all or :unit <> '' and unit = :unit) order by id desc limit :most""")
                .param("all", within.all())
                .param("unit", within.place())
                .param("most", LATEST)
                .query(LogReviews::review)
                .list();
    }

    /// A review of this place, or any.
    public Optional<Review> byId(long id, LogReach within) {
        return database.sql("""
                        select r.*, (select count(*) from log_review_entry e where e.review = r.id) as lines
                        from log_review r where id = :id and (:all or :unit <> '' and unit = :unit)""")
                .param("id", id)
                .param("all", within.all())
                .param("unit", within.place())
                .query(LogReviews::review)
                .optional();
    }

    /// The selected lines, reason by reason.
    public List<Selected> lines(long review) {
        return database.sql("""
                        select l.*, e.reason from log_review_entry e join access_log l using (number)
                        where e.review = ? order by e.reason, number""")
                .param(review)
                .query((found, index) -> {
                    var row = LogRows.row(found, index);
                    return new Selected(found.getString("reason"), new LogSearch.Line(row.number(), row.entry()));
                })
                .list();
    }

    /// Signs a review, once.
    ///
    /// @param finding what was found, in words
    /// @return false when it was signed already
    public boolean sign(long review, String by, String finding) {
        return database.sql(
                                "update log_review set signed = ?, signed_by = ?, finding = ? where id = ? and signed is null")
                        .params(Timestamp.from(clock.instant()), by, StoredText.of(finding, LONGEST_FINDING), review)
                        .update()
                == 1;
    }

    private static Review review(ResultSet found, int index) throws SQLException {
        return new Review(
                found.getLong("id"),
                found.getTimestamp("made").toInstant(),
                found.getString("made_by"),
                found.getString("unit"),
                found.getObject("from_day", LocalDate.class),
                found.getObject("to_day", LocalDate.class),
                found.getString("assigned_to"),
                Optional.ofNullable(found.getTimestamp("signed")).map(Timestamp::toInstant),
                found.getString("signed_by"),
                found.getString("finding"),
                found.getLong("lines"));
    }
}
