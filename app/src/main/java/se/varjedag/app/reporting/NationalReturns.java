package se.varjedag.app.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.reported.Difference;
import se.varjedag.pathway.reported.Differences;
import se.varjedag.pathway.reported.MonthReport;
import se.varjedag.pathway.reported.Months;

/// The national returns: what a region reports of one month, as known at a day of extraction, and the record of each.
///
/// No copy of a file is kept. A return is made again from the log, as the log was after the change it was made after
/// and as known at its moment, and its SHA-256 tells that it is the same to the last byte. The same question (region,
/// month, moment, the return before) is answered with the return that was made first.
@Component
public class NationalReturns {
    private static final int LATEST = 200;
    private static final String COLUMNS =
            "id, region, month, first_month, last_month, known_at, change_no, since, definitions, lines, added, changed, withdrawn, sha256, changes_sha256, by_whom, at";

    private final JdbcClient database;
    private final Timeline timeline;
    private final Clock clock = Clock.systemUTC();

    NationalReturns(JdbcClient database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    /// What is asked for.
    ///
    /// @param knownAt the moment of extraction; empty for what is known now
    /// @param since   the return to tell the differences from; empty for the region's latest before it
    /// @param by      the user name of who asks
    public record Asked(String region, YearMonth month, Optional<Instant> knownAt, OptionalLong since, String by) {}

    /// What became of asking for a return.
    public sealed interface Outcome {
        /// It is made.
        ///
        /// @param already whether it had been made before
        record Made(MadeReturn made, boolean already) implements Outcome {}

        /// It cannot be made.
        record Refused(Reason reason) implements Outcome {}
    }

    /// Why a return cannot be made.
    public enum Reason {
        NO_SUCH_REGION("region", "region"),
        MONTH_NOT_OVER("month", "manad"),
        NOT_YET("future", "framat"),
        NO_SUCH_EARLIER("since", "sedan"),
        NOT_READ("reading", "laser");

        private final String key;
        private final String inAddress;

        Reason(String key, String inAddress) {
            this.key = key;
            this.inAddress = inAddress;
        }

        /// How it is written in texts, and to the command.
        public String key() {
            return key;
        }

        /// How it is written in the addresses of pages, which speak Swedish.
        public String inAddress() {
            return inAddress;
        }
    }

    /// What a return holds.
    ///
    /// @param differences from the return before it; empty for the first of its region
    /// @param same whether the file is the one that was made, to the last byte; otherwise data were disposed of
    ///     since, or the definitions are others
    /// @param sameDifferences the same of the file of differences: they are also of earlier months
    public record Content(
            MonthReport report, Optional<Differences> differences, boolean same, boolean sameDifferences) {}

    /// Makes a return and keeps its record, unless it has been made.
    public Outcome make(Asked asked) {
        if (!timeline.read()) {
            return new Outcome.Refused(Reason.NOT_READ);
        }
        var snapshot = timeline.snapshot();
        var knownAt = asked.knownAt().orElse(snapshot.knownAt()).truncatedTo(ChronoUnit.MICROS);
        var day = LocalDate.ofInstant(knownAt, Sweden.TIME);
        if (Regions.byCode(asked.region()).isEmpty()) {
            return new Outcome.Refused(Reason.NO_SUCH_REGION);
        }
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), Sweden.TIME))) {
            return new Outcome.Refused(Reason.NOT_YET);
        }
        // Over when its last day has passed: on that day itself more may come.
        if (!day.isAfter(asked.month().atEndOfMonth())) {
            return new Outcome.Refused(Reason.MONTH_NOT_OVER);
        }
        var known = known(asked, knownAt);
        if (known.isPresent()) {
            return new Outcome.Made(known.get(), true);
        }
        var since = since(asked, knownAt);
        if (asked.since().isPresent() && since.isEmpty()) {
            return new Outcome.Refused(Reason.NO_SUCH_EARLIER);
        }
        return new Outcome.Made(keep(asked, knownAt, snapshot.change(), since), false);
    }

    private MadeReturn keep(Asked asked, Instant knownAt, long change, Optional<MadeReturn> since) {
        var reported = since.map(last -> last.reported().with(asked.month())).orElse(Months.only(asked.month()));
        var now = timeline.pathways(change, knownAt);
        var report = MonthReport.of(now, asked.region(), asked.month());
        var differences = since.map(last -> Differences.between(
                timeline.pathways(last.change(), last.knownAt()), last.reported(), now, asked.region(), asked.month()));
        var id = database.sql("""
                        insert into national_return
                            (region, month, first_month, last_month, known_at, change_no, since, definitions, lines,
                             added, changed, withdrawn, sha256, changes_sha256, by_whom, at)
                        values (?, ?, ?, ?, ?, ?, nullif(?::bigint, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing returning id""")
                .params(
                        asked.region(),
                        asked.month().atDay(1),
                        reported.first().atDay(1),
                        reported.last().atDay(1),
                        Timestamp.from(knownAt),
                        change,
                        since.map(MadeReturn::id).orElse(0L),
                        now.definitions().hash(),
                        report.rows().size(),
                        count(differences, Difference.What.ADDED),
                        count(differences, Difference.What.CHANGED),
                        count(differences, Difference.What.WITHDRAWN),
                        Sha256.hex(report.csv()),
                        differences.map(all -> Sha256.hex(all.csv())).orElse(""),
                        asked.by(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
        // Somebody else may have asked for the same at the same moment.
        return id.flatMap(this::byId).or(() -> known(asked, knownAt)).orElseThrow();
    }

    private static long count(Optional<Differences> differences, Difference.What what) {
        return differences.map(all -> all.count(what)).orElse(0L);
    }

    private Optional<MadeReturn> known(Asked asked, Instant knownAt) {
        return database.sql("""
                        select %s from national_return
                        where region = ? and month = ? and known_at = ? and (? < 0 or since = ?)
                        order by id limit 1""".formatted(COLUMNS))
                .params(
                        asked.region(),
                        asked.month().atDay(1),
                        Timestamp.from(knownAt),
                        asked.since().orElse(-1),
                        asked.since().orElse(-1))
                .query((row, number) -> made(row))
                .optional();
    }

    private Optional<MadeReturn> since(Asked asked, Instant knownAt) {
        return database.sql("""
                        select %s from national_return
                        where region = ? and known_at <= ? and (? < 0 or id = ?)
                        order by known_at desc, id desc limit 1""".formatted(COLUMNS))
                .params(
                        asked.region(),
                        Timestamp.from(knownAt),
                        asked.since().orElse(-1),
                        asked.since().orElse(-1))
                .query((row, number) -> made(row))
                .optional();
    }

    /// What a return holds, made again from the log.
    public Content content(MadeReturn made) {
        var now = timeline.pathways(made.change(), made.knownAt());
        var report = MonthReport.of(now, made.region(), made.month());
        var since = made.since().isPresent() ? byId(made.since().getAsLong()) : Optional.<MadeReturn>empty();
        var differences = since.map(last -> Differences.between(
                timeline.pathways(last.change(), last.knownAt()), last.reported(), now, made.region(), made.month()));
        return new Content(
                report,
                differences,
                Sha256.hex(report.csv()).equals(made.sha256()),
                differences.map(all -> isSame(all, made)).orElse(true));
    }

    private static boolean isSame(Differences all, MadeReturn made) {
        return made.changesSha256().isEmpty()
                ? all.count(Difference.What.ADDED) == made.added()
                        && all.count(Difference.What.CHANGED) == made.changed()
                        && all.count(Difference.What.WITHDRAWN) == made.withdrawn()
                : Sha256.hex(all.csv()).equals(made.changesSha256());
    }

    /// The pathways that rows name by their places.
    public Definitions definitions() {
        return timeline.definitions();
    }

    public Optional<MadeReturn> byId(long id) {
        return database.sql("select %s from national_return where id = ?".formatted(COLUMNS))
                .param(id)
                .query((row, number) -> made(row))
                .optional();
    }

    /// The returns made, the latest first.
    ///
    /// @param region of this one; empty for all
    public List<MadeReturn> latest(String region) {
        return database.sql("""
                        select %s from national_return where ? = '' or region = ?
                        order by id desc limit ?""".formatted(COLUMNS))
                .params(region, region, LATEST)
                .query((row, number) -> made(row))
                .list();
    }

    private static MadeReturn made(ResultSet row) throws SQLException {
        long since = row.getLong("since");
        return new MadeReturn(
                row.getLong("id"),
                row.getString("region"),
                month(row, "month"),
                new Months(month(row, "first_month"), month(row, "last_month")),
                row.getTimestamp("known_at").toInstant(),
                row.getLong("change_no"),
                since == 0 ? OptionalLong.empty() : OptionalLong.of(since),
                row.getString("definitions"),
                row.getLong("lines"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("withdrawn"),
                row.getString("sha256"),
                row.getString("changes_sha256"),
                row.getString("by_whom"),
                row.getTimestamp("at").toInstant());
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
