package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.Limit;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;

/// Which limit holds for which treatment, and how many kept it.
public record LimitsView(
        Figure figure, List<Row> rows, @Nullable Row sum) {

    public LimitsView {
        rows = List.copyOf(rows);
    }

    /// One kind of treatment on one track.
    ///
    /// @param why why there is no limit; empty where there is one
    public record Row(
            String kind,
            String track,
            String limit,
            boolean assumed,
            String why,
            String started,
            @Nullable Bar bar,
            String share) {}

    static LimitsView of(Reading reading, PathwayDefinition definition, Treated treated) {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<List<Cell>>();
        for (var kind : TreatmentKind.values()) {
            for (var extended : new boolean[] {false, true}) {
                var some = treated.only(one -> one.kind() == kind && one.extended() == extended);
                var limit = definition.limit(Treated.day(reading.selection()), kind, extended, false);
                var stated = limit instanceof Limit.Days
                        && (!extended || definition.extendedTrack().isPresent());
                if (some.all().isEmpty() && !stated) {
                    continue;
                }
                var row = row(reading, definition, kind, extended, limit, some.count());
                rows.add(row);
                cells.add(cells(reading, row, limit, some.count()));
            }
        }
        var all = treated.count();
        var sum = rows.isEmpty()
                ? null
                : new Row(
                        reading.t("limits.all"),
                        "",
                        "",
                        false,
                        "",
                        reading.formats().whole(all.n()),
                        null,
                        reading.formats().percent(all.share().value(), Formats.shareDecimals(all.withLimit())));
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("foot.n", reading.formats().whole(all.withLimit()))));
        if (all.assumed() > 0) {
            foot.add(Rich.of(reading.t("foot.assumed", reading.formats().whole(all.assumed()))));
        }
        var figure = reading.figure(
                "granser",
                reading.t("limits.question"),
                reading.t("limits.selected", reading.formats().date(Treated.day(reading.selection()))),
                null,
                new DataTable(
                        "granser",
                        List.of(
                                DataTable.Column.words(reading.t("limits.kind")),
                                DataTable.Column.words(reading.t("limits.track")),
                                DataTable.Column.number(reading.t("limits.days")),
                                DataTable.Column.number(reading.t("column.started")),
                                DataTable.Column.number(reading.t("column.withlimit")),
                                DataTable.Column.number(reading.t("column.within")),
                                DataTable.Column.number(reading.t("column.share"))),
                        cells),
                "andel-i-tid",
                foot);
        return new LimitsView(figure, rows, sum);
    }

    private static Row row(
            Reading reading,
            PathwayDefinition definition,
            TreatmentKind kind,
            boolean extended,
            Limit limit,
            Treated.Count count) {
        var formats = reading.formats();
        var interval = count.share().wilson(0.95);
        var decimals = Formats.shareDecimals(count.withLimit());
        var share = formats.percent(count.share().value(), decimals);
        var bar = interval.map(i -> Bar.share(
                        count.share().value().orElse(0),
                        i.lower(),
                        i.upper(),
                        PairView.TIME_GOAL,
                        "var(--data-2)",
                        share + ", " + reading.t("interval", formats.percentInterval(i.lower(), i.upper(), decimals))))
                .orElse(null);
        return new Row(
                StepNames.first(kind.word(reading.texts().language())),
                track(reading, definition, extended),
                limit instanceof Limit.Days(var days, var _) ? formats.whole(days) : reading.t("unknown.limit"),
                limit instanceof Limit.Days(var _, var assumed) && assumed,
                limit instanceof Limit.Unknown(var why)
                        ? why.explain(reading.texts().language())
                        : "",
                formats.whole(count.n()),
                bar,
                share);
    }

    private static String track(Reading reading, PathwayDefinition definition, boolean extended) {
        if (extended) {
            return definition.extendedTrack().orElse(reading.t("limits.extended"));
        }
        return definition.defaultTrack().orElse(Formats.NONE);
    }

    private static List<Cell> cells(Reading reading, Row row, Limit limit, Treated.Count count) {
        return List.of(
                Cell.of(row.kind()),
                Cell.of(row.track()),
                limit instanceof Limit.Days(var days, var _)
                        ? Cell.of((long) days)
                        : new Cell.Missing(reading.t("unknown.limit")),
                Cell.of(count.n()),
                Cell.of(count.withLimit()),
                Cell.of(count.within()),
                Cell.share(count.share().value(), 1));
    }
}
