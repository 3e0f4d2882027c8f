package se.varjedag.app.followup.web.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.flow.Runs;
import se.varjedag.pathway.flow.Variants;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.statistics.Share;

/// The ways through, the most common first, each with its share and its days.
///
/// @param rows the most common, in words
public record VariantsView(Figure figure, List<Row> rows) {

    private static final int SHOWN = 12;
    private static final String BETWEEN = " · ";

    public VariantsView {
        rows = List.copyOf(rows);
    }

    /// One way.
    public record Row(String way, String end, String patients, Bar bar, String share, String median, String inTime) {}

    static VariantsView of(Reading reading, Runs runs) {
        var formats = reading.formats();
        var variants = Variants.of(runs);
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<List<Cell>>();
        int most = variants.isEmpty() ? 1 : variants.getFirst().count();
        long seen = 0;
        long shown = 0;
        for (var variant : variants) {
            seen += variant.count();
            var way = points(reading, variant);
            var end = StopNames.first(
                    StopNames.of(reading, Runs.stop(variant.activities().getLast())));
            double share = (double) variant.count() / runs.cases();
            var median = median(runs, variant);
            var within = within(reading, runs, variant);
            if (rows.size() < SHOWN) {
                shown = seen;
                rows.add(new Row(
                        way,
                        end,
                        formats.whole(variant.count()),
                        Bar.of(variant.count(), most, "var(--data)", formats.percent(share, 1)),
                        formats.percent(share, 1),
                        Cell.of(median, 0).shown(formats),
                        within.value().isPresent()
                                ? formats.percent(
                                        within.value().getAsDouble(), Formats.shareDecimals(within.denominator()))
                                : Formats.NONE));
            }
            cells.add(List.of(
                    Cell.of(way),
                    Cell.of(end),
                    Cell.of((long) variant.count()),
                    new Cell.Share(share, 1),
                    new Cell.Share((double) seen / runs.cases(), 1),
                    Cell.of(median, 1),
                    Cell.of(within.denominator()),
                    Cell.of(within.numerator())));
        }
        var figure = reading.figure(
                "varianter",
                reading.t("flow.variants.question"),
                null,
                null,
                new DataTable(
                        "varianter",
                        List.of(
                                DataTable.Column.words(reading.t("flow.column.way")),
                                DataTable.Column.words(reading.t("flow.column.end")),
                                DataTable.Column.number(reading.t("column.patients")),
                                DataTable.Column.number(reading.t("column.share")),
                                DataTable.Column.number(reading.t("flow.column.cumulative")),
                                DataTable.Column.number(reading.t("flow.column.median")),
                                DataTable.Column.number(reading.t("column.withlimit")),
                                DataTable.Column.number(reading.t("column.within"))),
                        cells),
                "flode",
                List.of(
                        Rich.of(reading.t(
                                "flow.variants.foot",
                                formats.whole(variants.size()),
                                formats.whole(rows.size()),
                                formats.percent(runs.cases() == 0 ? 0 : (double) shown / runs.cases(), 0))),
                        Included.foot(reading)));
        return new VariantsView(figure, rows);
    }

    /// The points on the way; every way begins with the suspicion.
    private static String points(Reading reading, Variants.Variant variant) {
        var between = variant.activities().subList(1, variant.length() - 1);
        return between.isEmpty()
                ? reading.t("flow.direct")
                : StopNames.first(between.stream()
                        .map(name -> StopNames.of(reading, Runs.stop(name)))
                        .collect(Collectors.joining(BETWEEN)));
    }

    private static OptionalDouble median(Runs runs, Variants.Variant variant) {
        var days = new DayHistogram.Builder();
        variant.cases().forEach(one -> days.add(DayHistogram.Outcome.REACHED, runs.days(one)));
        return days.build().quantile(0.5);
    }

    private static Share within(Reading reading, Runs runs, Variants.Variant variant) {
        var limit = reading.selection().question().build().limit();
        long withLimit = 0;
        long within = 0;
        for (int one : variant.cases()) {
            int own = runs.treated(one) ? limit.orElse(runs.traced().limit(runs.pathway(one))) : -1;
            withLimit += own < 0 ? 0 : 1;
            within += own < 0 || runs.days(one) > own ? 0 : 1;
        }
        return new Share(within, withLimit);
    }
}
