package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import se.varjedag.app.results.Counts;
import se.varjedag.app.results.Issue;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.chart.DistributionPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;

/// The days of an issue's figure as a picture and a table.
final class DayFigure {
    private static final int TICK = 14;
    private static final int LONGEST = 210;
    private static final double TAIL = 0.985;

    private DayFigure() {}

    static Figure of(Counts counts, Issue issue, Charts charts, Texts texts) {
        var formats = texts.formats();
        var rows = new ArrayList<List<Cell>>();
        counts.days().forEach((day, count) -> rows.add(List.of(Cell.of((long) day), Cell.of(count))));
        var data = new DataTable(
                "dagar",
                List.of(
                        DataTable.Column.number(texts.text("column.day")),
                        DataTable.Column.number(texts.text("column.started"))),
                rows);
        var histogram = counts.histogram();
        int last =
                TICK * (int) Math.ceil(Math.clamp(histogram.quantile(TAIL).orElse(TICK), 2.0 * TICK, LONGEST) / TICK);
        var bars = new ArrayList<Long>();
        for (int day = 0; day <= last; day++) {
            bars.add(counts.days().getOrDefault(day, 0L));
        }
        var picture = counts.n() == 0
                ? null
                : charts.draw(
                        new DistributionPicture(
                                texts.text(
                                        "results.days.label",
                                        formats.decimal(counts.median(), 0),
                                        formats.decimal(counts.p80(), 0)),
                                bars,
                                OptionalInt.empty(),
                                List.of(),
                                List.of(
                                        mark(
                                                texts.text("distribution.median", formats.decimal(counts.median(), 0)),
                                                counts.median().orElse(0)),
                                        mark(
                                                texts.text("distribution.p80", formats.decimal(counts.p80(), 0)),
                                                counts.p80().orElse(0))),
                                texts.text("distribution.axis")),
                        formats.thousands());
        long beyond = counts.n() - histogram.within(last);
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(texts.text("results.days.n", formats.whole(counts.n()))));
        if (beyond > 0) {
            foot.add(Rich.of(texts.text("results.days.beyond", formats.whole(beyond), last)));
        }
        return new Figure(
                "dagar",
                texts.text("results.days.question"),
                formats.period(issue.span().from(), issue.span().to()),
                picture,
                data,
                data.shown(formats),
                List.of(),
                "/metod/ledtid",
                foot);
    }

    private static DistributionPicture.Mark mark(String words, double day) {
        return new DistributionPicture.Mark(day, words, null);
    }
}
