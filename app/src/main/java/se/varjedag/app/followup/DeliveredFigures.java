package se.varjedag.app.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.reference.Regions;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.figures.FiguresFile;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.registration.Reconciliation.Figure;

/// Figures that a region has published or counted itself, as they were delivered, with the rows that could not be
/// used.
@Component
public class DeliveredFigures {
    private static final int LATEST = 10;
    private static final int LONGEST_VALUE = 200;

    /// What looks like a personnummer has no business in a file of figures, and is not kept.
    private static final Pattern PERSONNUMMER = Pattern.compile("\\d{6,8}[-+ ]?\\d{4}");

    private final JdbcClient database;
    private final Definitions definitions;

    DeliveredFigures(JdbcClient database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    /// A file of figures.
    public record Delivery(long id, String file, String by, Instant at, long figures, long rejected) {}

    /// A figure of a delivery.
    ///
    /// @param line the line it stands on in its file
    public record Delivered(long line, Figure figure) {}

    /// A row that could not be used, and why.
    public record Refused(long line, String column, String value, String swedish, String english) {}

    /// Keeps a file of figures: what can be used of it, and the rest with its reasons.
    ///
    /// @return the number of the delivery
    @Transactional
    public long bring(String file, String text, String by, Instant at) {
        var rejections = new ArrayList<Rejection>();
        var rows = FiguresFile.read(file, text, this::exists, rejections::add);
        var delivery = database.sql(
                        "insert into figure_delivery (file_name, brought_by, at) values (?, ?, ?) returning id")
                .params(kept(file), by, Timestamp.from(at))
                .query(Long.class)
                .single();
        for (var row : rows) {
            database.sql("""
                            insert into delivered_figure (delivery, line, svf, region, from_day, to_day, n, within)
                            values (?, ?, ?, ?, ?, ?, ?, nullif(?, -1))""")
                    .params(
                            delivery,
                            row.line(),
                            row.svf(),
                            row.region(),
                            row.from(),
                            row.to(),
                            row.n(),
                            row.within().orElse(-1))
                    .update();
        }
        long number = 0;
        for (var rejection : rejections) {
            database.sql("""
                            insert into rejected_figure (delivery, number, line, column_name, value, swedish, english)
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
        return delivery;
    }

    /// What is kept of a text that somebody else wrote.
    private static String kept(String text) {
        var whole = PERSONNUMMER.matcher(text.replace("\0", "")).replaceAll("••••");
        return whole.substring(0, Math.min(LONGEST_VALUE, whole.length()));
    }

    private boolean exists(String column, String value) {
        return column.equals("svf")
                ? definitions.byId(value).isPresent()
                : Regions.byCode(value).isPresent();
    }

    /// The latest deliveries, the newest first.
    public List<Delivery> latest() {
        return database.sql("""
                        select id, file_name, brought_by, at,
                               (select count(*) from delivered_figure f where f.delivery = d.id) as figures,
                               (select count(distinct line) from rejected_figure r where r.delivery = d.id and line > 1)
                                   as rejected
                        from figure_delivery d order by id desc limit ?""")
                .param(LATEST)
                .query((row, number) -> new Delivery(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("brought_by"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("figures"),
                        row.getLong("rejected")))
                .list();
    }

    /// The figures of a delivery, in the order of their lines.
    public List<Delivered> figures(long delivery) {
        return database.sql("select * from delivered_figure where delivery = ? order by line")
                .param(delivery)
                .query((row, number) -> delivered(row))
                .list();
    }

    /// The rows of a delivery that could not be used.
    public List<Refused> refused(long delivery) {
        return database.sql("""
                        select line, column_name, value, swedish, english
                        from rejected_figure where delivery = ? order by number""")
                .param(delivery)
                .query((row, number) -> new Refused(
                        row.getLong("line"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("swedish"),
                        row.getString("english")))
                .list();
    }

    private static Delivered delivered(ResultSet row) throws SQLException {
        long within = row.getLong("within");
        var said = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(within);
        return new Delivered(
                row.getLong("line"),
                new Figure(
                        Optional.of(row.getString("svf")).filter(id -> !id.isEmpty()),
                        Optional.of(row.getString("region")).filter(code -> !code.isEmpty()),
                        row.getDate("from_day").toLocalDate(),
                        row.getDate("to_day").toLocalDate(),
                        row.getLong("n"),
                        said));
    }
}
