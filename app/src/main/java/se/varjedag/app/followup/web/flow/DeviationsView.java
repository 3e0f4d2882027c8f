package se.varjedag.app.followup.web.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.change.TwoPeriods;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.flow.Conformance;
import se.varjedag.pathway.flow.Runs;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.statistics.Interval;

/// What deviates from the way described, how often, and what the lead times were with and without it.
///
/// @param verdict the answer in a sentence or two
/// @param rows    the most common deviations, in words
public record DeviationsView(Figure figure, Rich verdict, List<Row> rows) {

    private static final int SHOWN = 14;
    private static final double LEVEL = 0.95;

    public DeviationsView {
        rows = List.copyOf(rows);
    }

    /// One deviation.
    ///
    /// @param tone `lost` where it takes longer by more than chance, `won` where shorter, otherwise `quiet`
    public record Row(
            String deviation,
            String patients,
            String share,
            String with,
            String without,
            String difference,
            String interval,
            String tone) {}

    static DeviationsView of(Reading reading, Runs runs, PathwayDefinition definition) {
        var conformance = Conformance.of(runs, definition);
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<List<Cell>>();
        for (var cost : conformance.deviations()) {
            if (rows.size() < SHOWN) {
                rows.add(row(reading, conformance, cost));
            }
            cells.add(cells(
                    StopNames.first(StopNames.of(reading, cost.deviation())),
                    cost.with(),
                    cost.without(),
                    cost.meanDifference(LEVEL)));
        }
        var figure = reading.figure(
                "avvikelser",
                reading.t("flow.deviations.question"),
                reading.t("flow.deviations.selected"),
                null,
                new DataTable(
                        "avvikelser",
                        heads(reading),
                        cells,
                        List.of(cells(
                                reading.t("flow.deviations.any"),
                                conformance.deviating(),
                                conformance.conforming(),
                                conformance.meanDifference(LEVEL)))),
                "flode",
                foot(reading, conformance, rows.size()));
        return new DeviationsView(figure, Rich.of(verdict(reading, conformance)), rows);
    }

    private static Row row(Reading reading, Conformance conformance, Conformance.Cost cost) {
        var formats = reading.formats();
        var interval = cost.meanDifference(LEVEL);
        var tone = interval.map(bounds -> bounds.lower() > 0 ? "lost" : bounds.upper() < 0 ? "won" : "quiet")
                .orElse("quiet");
        return new Row(
                StopNames.first(StopNames.of(reading, cost.deviation())),
                formats.whole(cost.with().n()),
                formats.percent((double) cost.with().n() / conformance.patients(), 0),
                Cell.of(cost.with().mean(), 1).shown(formats),
                Cell.of(cost.without().mean(), 1).shown(formats),
                interval.map(bounds -> signed(formats, (bounds.lower() + bounds.upper()) / 2))
                        .orElse(Formats.NONE),
                interval.map(bounds -> between(reading, bounds)).orElseGet(() -> reading.t("flow.toofew")),
                tone);
    }

    private static String between(Reading reading, Interval bounds) {
        return reading.t(
                "flow.interval", signed(reading.formats(), bounds.lower()), signed(reading.formats(), bounds.upper()));
    }

    private static String signed(Formats formats, double days) {
        return (days > 0 ? "+" : "") + formats.decimal(days, 1);
    }

    private static String verdict(Reading reading, Conformance conformance) {
        var formats = reading.formats();
        if (conformance.patients() == 0) {
            return reading.t("flow.nobody");
        }
        var share = formats.percent(
                (double) conformance.conforming().n() / conformance.patients(),
                Formats.shareDecimals(conformance.patients()));
        var first = reading.t(
                conformance.described() ? "flow.verdict" : "flow.verdict.undescribed",
                formats.whole(conformance.conforming().n()),
                formats.whole(conformance.patients()),
                share);
        return first + " " + days(reading, conformance);
    }

    private static String days(Reading reading, Conformance conformance) {
        var formats = reading.formats();
        var mean = conformance.meanDifference(LEVEL);
        var median = TwoPeriods.median(conformance.conforming(), conformance.deviating(), LEVEL);
        if (mean.isEmpty() || median.isEmpty()) {
            return reading.t("flow.verdict.toofew");
        }
        double difference = (mean.get().lower() + mean.get().upper()) / 2;
        boolean chance = mean.get().lower() <= 0 && mean.get().upper() >= 0;
        return reading.t(
                        chance
                                ? "flow.verdict.chance"
                                : difference > 0 ? "flow.verdict.longer" : "flow.verdict.shorter",
                        formats.decimal(Math.abs(difference), 1),
                        between(reading, mean.get()))
                + " "
                + reading.t(
                        "flow.verdict.median",
                        formats.decimal(median.get().after(), 0),
                        formats.decimal(median.get().before(), 0),
                        median.get()
                                .interval()
                                .map(bounds -> between(reading, bounds))
                                .orElse(Formats.NONE));
    }

    private static List<Rich> foot(Reading reading, Conformance conformance, int shown) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t(
                "flow.deviations.n",
                formats.whole(conformance.patients()),
                formats.whole(conformance.conforming().n()),
                formats.whole(conformance.deviating().n()))));
        foot.add(Included.foot(reading));
        int more = conformance.deviations().size() - shown;
        if (more > 0) {
            foot.add(Rich.of(reading.t("flow.deviations.more", formats.whole(more))));
        }
        foot.add(Rich.of(reading.t("flow.deviations.association")));
        return foot;
    }

    private static List<Cell> cells(
            String name, DayHistogram with, DayHistogram without, Optional<Interval> difference) {
        return List.of(
                Cell.of(name),
                Cell.of(with.n()),
                Cell.of(without.n()),
                Cell.of(with.mean(), 1),
                Cell.of(without.mean(), 1),
                Cell.of(with.quantile(0.5), 1),
                Cell.of(without.quantile(0.5), 1),
                bound(difference.map(Interval::lower)),
                bound(difference.map(Interval::upper)));
    }

    private static Cell bound(Optional<Double> days) {
        return days.<Cell>map(value -> new Cell.Amount(value, 1)).orElseGet(() -> new Cell.Missing(Formats.NONE));
    }

    private static List<DataTable.Column> heads(Reading reading) {
        return List.of(
                DataTable.Column.words(reading.t("flow.column.deviation")),
                DataTable.Column.number(reading.t("flow.column.with")),
                DataTable.Column.number(reading.t("flow.column.without")),
                DataTable.Column.number(reading.t("flow.column.mean.with")),
                DataTable.Column.number(reading.t("flow.column.mean.without")),
                DataTable.Column.number(reading.t("flow.column.median.with")),
                DataTable.Column.number(reading.t("flow.column.median.without")),
                DataTable.Column.number(reading.t("flow.column.low")),
                DataTable.Column.number(reading.t("flow.column.high")));
    }
}
