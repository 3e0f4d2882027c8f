package se.varjedag.app.indicators;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.access.Acting;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.statistics.Share;

/// Figures of indicators that the system has no source for, brought in files.
@Component
public class Brought {
    private static final int LATEST = 10;
    private static final int LONGEST = 200;

    /// What looks like a personnummer has no business in a file of figures, and is not kept.
    private static final Pattern PERSONNUMMER = Pattern.compile("\\d{6,8}[-+ ]?\\d{4}");

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final Units units;
    private final Clock clock = Clock.systemUTC();

    Brought(JdbcClient database, Catalogue catalogue, Units units) {
        this.database = database;
        this.catalogue = catalogue;
        this.units = units;
    }

    /// A file of figures.
    ///
    /// @param figures how many of its rows are used
    /// @param refused how many cannot be
    public record Delivery(long id, String file, String by, Instant at, long figures, long refused) {}

    /// A row that could not be used.
    ///
    /// @param why key of the reason
    public record Refused(long line, String column, String value, String why) {}

    /// Keeps a file: what can be used of it, and the rest with its reasons.
    ///
    /// @return the number of the delivery
    @Transactional
    public long bring(Acting acting, String name, String text) {
        var file = IndicatorFile.read(text, catalogue, this::exists);
        long delivery = database.sql("""
                        insert into indicator_delivery (file_name, brought_by, by_name, at) values (?, ?, ?, ?)
                        returning id""")
                .params(
                        kept(name),
                        acting.account().username(),
                        acting.account().name(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        for (var row : file.rows()) {
            database.sql("""
                            insert into indicator_brought
                                (delivery, line, indicator, place, code, from_day, to_day, numerator, denominator)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            delivery,
                            row.line(),
                            row.indicator(),
                            row.place().key(),
                            row.code(),
                            row.from(),
                            row.to(),
                            row.numerator(),
                            row.denominator())
                    .update();
        }
        long number = 0;
        for (var row : file.refused()) {
            database.sql("""
                            insert into indicator_refused (delivery, number, line, column_name, value, why)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(delivery, number++, row.line(), row.column(), kept(row.value()), row.why())
                    .update();
        }
        return delivery;
    }

    private boolean exists(Place place, String code) {
        return place == Place.UNIT
                ? units.byId(code).isPresent()
                : Regions.byCode(code).isPresent();
    }

    private static String kept(String text) {
        var whole = PERSONNUMMER.matcher(text.replace("\0", "")).replaceAll("••••");
        return whole.substring(0, Math.min(LONGEST, whole.length()));
    }

    /// The latest deliveries, the newest first.
    public List<Delivery> latest() {
        return database.sql("""
                        select id, file_name, by_name, at,
                               (select count(*) from indicator_brought b where b.delivery = d.id) as figures,
                               (select count(*) from indicator_refused r where r.delivery = d.id) as refused
                        from indicator_delivery d order by id desc limit ?""")
                .param(LATEST)
                .query((row, _) -> new Delivery(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("figures"),
                        row.getLong("refused")))
                .list();
    }

    /// The rows of a delivery that could not be used.
    public List<Refused> refused(long delivery) {
        return database.sql("select * from indicator_refused where delivery = ? order by number")
                .param(delivery)
                .query((row, _) -> new Refused(
                        row.getLong("line"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("why")))
                .list();
    }

    private record Figure(String indicator, String code, LocalDate from, LocalDate to, Share share) {
        boolean overlaps(Figure other) {
            return !from.isAfter(other.to) && !to.isBefore(other.from);
        }

        long days() {
            return to.toEpochDay() - from.toEpochDay();
        }
    }

    /// The figures of a period by place, for each indicator that any were brought of. Of figures whose periods overlap
    /// the longest counts, so that a year and its months are not added.
    Map<String, List<Counted>> count(Collection<String> indicators, Place place, Span span) {
        var figures = database.sql("""
                        select distinct on (indicator, code, from_day, to_day)
                               indicator, code, from_day, to_day, numerator, denominator
                        from indicator_brought
                        where indicator = any(?) and place = ? and from_day >= ? and to_day <= ?
                        order by indicator, code, from_day, to_day, delivery desc, line desc""")
                .params(indicators.toArray(String[]::new), place.key(), span.from(), span.to())
                .query((row, _) -> new Figure(
                        row.getString("indicator"),
                        row.getString("code"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        new Share(row.getLong("numerator"), row.getLong("denominator"))))
                .list();
        Map<String, Map<String, List<Figure>>> taken = new HashMap<>();
        for (var figure : figures.stream()
                .sorted(Comparator.comparingLong(Figure::days).reversed().thenComparing(Figure::from))
                .toList()) {
            var ofPlace = taken.computeIfAbsent(figure.indicator(), _ -> new HashMap<>())
                    .computeIfAbsent(figure.code(), _ -> new ArrayList<>());
            if (ofPlace.stream().noneMatch(figure::overlaps)) {
                ofPlace.add(figure);
            }
        }
        var all = new HashMap<String, List<Counted>>();
        taken.forEach((indicator, places) -> all.put(
                indicator,
                places.entrySet().stream()
                        .map(one -> new Counted(
                                one.getKey(),
                                one.getValue().stream().map(Figure::share).reduce(new Share(0, 0), Share::plus),
                                0))
                        .toList()));
        return all;
    }
}
