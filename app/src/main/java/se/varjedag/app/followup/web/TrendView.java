package se.varjedag.app.followup.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import se.varjedag.app.web.chart.TrendPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.CumulativeIncidence;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.GroupKey;

/// Of those who started a month: how many had begun treatment after 30, 60 and 90 days, with those still waiting
/// accounted for.
public record TrendView(Figure figure) {

    private static final List<Integer> HORIZONS = List.of(30, 60, 90);
    private static final List<String> COLOURS = List.of("var(--data-2)", "var(--data)", "var(--ink)");
    private static final int MONTHS = 24;

    private record Month(YearMonth month, DayHistogram cohort, CumulativeIncidence curve) {

        /// Whether everybody who started this month has been followed so long.
        boolean followed(int days, LocalDate asOf) {
            return !month.atEndOfMonth().plusDays(days).isAfter(asOf);
        }

        /// Whether half of them have: of fewer the share says nothing yet.
        boolean begun(int days, LocalDate asOf) {
            return !month.atDay(15).plusDays(days).isAfter(asOf);
        }

        long everybody() {
            return cohort.n() + cohort.left() + cohort.waiting();
        }
    }

    static TrendView of(Reading reading) {
        var asOf = reading.basis().asOf();
        var months = months(reading);
        var picture = months.size() < 3 ? null : reading.draw(picture(reading, months, asOf));
        var figure = reading.figure(
                "trend",
                reading.t("trend.question"),
                reading.t("trend.selected"),
                picture,
                table(reading, months, asOf),
                "kumulativ-incidens",
                List.of(Rich.of(reading.t("trend.foot"))));
        return new TrendView(figure);
    }

    private static List<Month> months(Reading reading) {
        var selection = reading.selection();
        var last = YearMonth.from(reading.basis().asOf());
        var answer = reading.basis()
                .answer(selection
                        .question(last.minusMonths(MONTHS), last)
                        .countBy(CountBy.START)
                        .by(GroupKey.MONTH)
                        .build());
        var sorted = new TreeMap<YearMonth, DayHistogram>();
        answer.groups().forEach(group -> {
            var key = group.key().getFirst();
            if (!key.isEmpty() && group.n() + group.left() + group.waiting() > 0) {
                sorted.put(YearMonth.parse(key), group.histogram());
            }
        });
        var months = new ArrayList<Month>();
        sorted.forEach((month, cohort) -> months.add(new Month(month, cohort, CumulativeIncidence.of(cohort))));
        return months;
    }

    private static TrendPicture picture(Reading reading, List<Month> months, LocalDate asOf) {
        var formats = reading.formats();
        var ticks = new ArrayList<String>();
        var narrow = new ArrayList<String>();
        for (int i = 0; i < months.size(); i++) {
            ticks.add(MonthTicks.wide(months.get(i).month(), i, months.size(), formats));
            narrow.add(MonthTicks.narrow(months.get(i).month(), i, months.size(), formats));
        }
        var lines = new ArrayList<TrendPicture.Line>();
        for (int h = 0; h < HORIZONS.size(); h++) {
            int days = HORIZONS.get(h);
            var shares = new ArrayList<Double>();
            var whole = new ArrayList<Boolean>();
            for (var month : months) {
                shares.add(month.begun(days, asOf) ? 100 * month.curve().startedBy(days) : Double.NaN);
                whole.add(month.followed(days, asOf));
            }
            lines.add(new TrendPicture.Line(formats.days(days), shares, whole, COLOURS.get(h)));
        }
        return new TrendPicture(label(reading, months, asOf), ticks, narrow, lines);
    }

    private static String label(Reading reading, List<Month> months, LocalDate asOf) {
        var formats = reading.formats();
        var known = months.stream().filter(month -> month.followed(60, asOf)).toList();
        if (known.isEmpty()) {
            return reading.t("trend.question");
        }
        return reading.t(
                "trend.label",
                formats.month(known.getFirst().month()),
                formats.percent(known.getFirst().curve().startedBy(60), 1),
                formats.month(known.getLast().month()),
                formats.percent(known.getLast().curve().startedBy(60), 1));
    }

    private static DataTable table(Reading reading, List<Month> months, LocalDate asOf) {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.words(reading.t("column.startmonth")));
        columns.add(DataTable.Column.number(reading.t("column.investigated")));
        columns.add(DataTable.Column.number(reading.t("column.waiting")));
        for (var days : HORIZONS) {
            columns.add(DataTable.Column.number(reading.formats().days(days)));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var month : months.reversed()) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(month.month().toString()));
            row.add(Cell.of(month.everybody()));
            row.add(Cell.of(month.cohort().waiting()));
            for (var days : HORIZONS) {
                row.add(
                        month.begun(days, asOf)
                                ? new Cell.Share(month.curve().startedBy(days), 1)
                                : new Cell.Missing(reading.t("trend.notyet")));
            }
            rows.add(row);
        }
        return new DataTable("trend", columns, rows);
    }
}
