package se.varjedag.app.followup.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.Share;

/// In time and inclusion, always together: a high share in time means little when most patients are not seen.
public record PairView(Figure figure, List<Gauge> gauges) {

    /// The national goal for the part that starts within the limit.
    public static final double TIME_GOAL = 0.80;

    /// The national goal for inclusion.
    public static final double INCLUSION_GOAL = 0.70;

    public PairView {
        gauges = List.copyOf(gauges);
    }

    /// One share on the scale from 0 to 100 with its goal.
    ///
    /// @param width null when the share is not known; then `number` is a word
    public record Gauge(
            String name,
            String goal,
            @Nullable String width,
            String goalAt,
            String fill,
            String number,
            String sign,
            String under,
            String label) {}

    static PairView of(Reading reading, Map<YearMonth, Group> months) {
        var now = months.get(reading.selection().to());
        var included = inclusion(reading);
        var gauges = List.of(time(reading, now), inclusion(reading, included));
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(
                Cell.of(reading.t("pair.time")),
                Cell.of(now == null ? 0 : now.within()),
                Cell.of(now == null ? 0 : now.withLimit()),
                now == null ? new Cell.Missing(reading.t("unknown.limit")) : Cell.share(now.share(), 1),
                new Cell.Share(TIME_GOAL, 0)));
        rows.add(List.of(
                Cell.of(reading.t("pair.inclusion")),
                Cell.of(included == null ? 0 : included.included()),
                included == null || included.cases().isEmpty()
                        ? new Cell.Missing(reading.t("unknown.cases"))
                        : Cell.of(included.cases(), 1),
                included == null || included.inclusion().isEmpty()
                        ? new Cell.Missing(reading.t("unknown.cases"))
                        : Cell.share(included.inclusion(), 1),
                new Cell.Share(INCLUSION_GOAL, 0)));
        var table = new DataTable(
                "i-tid-och-inklusion",
                List.of(
                        DataTable.Column.words(reading.t("column.measure")),
                        DataTable.Column.number(reading.t("column.numerator")),
                        DataTable.Column.number(reading.t("column.denominator")),
                        DataTable.Column.number(reading.t("column.share")),
                        DataTable.Column.number(reading.t("column.goal"))),
                rows);
        var figure = reading.figure(
                "tid-och-inklusion",
                reading.t("pair.question"),
                null,
                null,
                table,
                "andel-i-tid",
                List.of(Rich.of(reading.t("pair.foot"))));
        return new PairView(figure, gauges);
    }

    /// Who was included among the expected, over the year that ends with the chosen month, by region of residence.
    private static @Nullable Group inclusion(Reading reading) {
        var selection = reading.selection();
        var question = selection.everyRegion(selection.to().minusMonths(11), selection.to());
        selection.region().ifPresent(code -> question.only(GroupKey.HOME_REGION, code));
        return reading.basis().answer(question.build()).total().orElse(null);
    }

    private static Gauge time(Reading reading, @Nullable Group now) {
        var formats = reading.formats();
        var name = reading.t("pair.time");
        var goal = reading.t("goal", formats.percent(TIME_GOAL, 0));
        if (now == null || now.share().isEmpty()) {
            var unknown = now == null || now.n() == 0 ? Formats.NONE : reading.t("unknown.limit");
            return new Gauge(name, goal, null, Bar.length(TIME_GOAL, 1), "", unknown, "", "", name);
        }
        var share = now.share().getAsDouble();
        var decimals = Formats.shareDecimals(now.withLimit());
        var interval = new Share(now.within(), now.withLimit()).wilson(0.95);
        var under = reading.t("pair.of", formats.whole(now.within()), formats.whole(now.withLimit()))
                + interval.map(i ->
                                " · " + reading.t("interval", formats.percentInterval(i.lower(), i.upper(), decimals)))
                        .orElse("");
        return new Gauge(
                name,
                goal,
                Bar.length(share, 1),
                Bar.length(TIME_GOAL, 1),
                share >= TIME_GOAL ? "var(--better)" : "var(--late)",
                formats.percentNumber(share, decimals),
                formats.percentSign(),
                under,
                name + " " + formats.percent(share, decimals) + ", " + goal);
    }

    private static Gauge inclusion(Reading reading, @Nullable Group year) {
        var formats = reading.formats();
        var name = reading.t("pair.inclusion");
        var goal = reading.t("goal", formats.percent(INCLUSION_GOAL, 0));
        if (year == null || year.inclusion().isEmpty()) {
            return new Gauge(
                    name,
                    goal,
                    null,
                    Bar.length(INCLUSION_GOAL, 1),
                    "",
                    reading.t("unknown.cases"),
                    "",
                    reading.t("pair.nocases"),
                    name + ": " + reading.t("unknown.cases"));
        }
        var share = year.inclusion().getAsDouble();
        var selection = reading.selection();
        return new Gauge(
                name,
                goal,
                Bar.length(share, 1),
                Bar.length(INCLUSION_GOAL, 1),
                share >= INCLUSION_GOAL ? "var(--better)" : "var(--late)",
                formats.percentNumber(share, 1),
                formats.percentSign(),
                reading.t(
                        "pair.included",
                        formats.whole(year.included()),
                        formats.decimal(year.cases().orElse(0), 0),
                        formats.months(selection.to().minusMonths(11), selection.to())),
                name + " " + formats.percent(share, 1) + ", " + goal);
    }
}
