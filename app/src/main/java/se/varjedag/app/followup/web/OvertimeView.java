package se.varjedag.app.followup.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.XmrPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.app.web.figure.Verdict;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.XmrChart;

/// How many days were lost: the one number of the page, its process behaviour chart, and what the chart says.
///
/// @param number  the overtime days of the month; a word when there is no limit to count against
/// @param verdict null when there is nothing to judge
public record OvertimeView(
        Figure figure,
        String number,
        String explained,
        @Nullable Verdict verdict) {

    private static final int MONTHS = 36;
    private static final int FEWEST_FOR_LONG_BASELINE = 24;

    /// The months up to the chosen one, those with treated patients only.
    static Map<YearMonth, Group> months(Reading reading) {
        var selection = reading.selection();
        var answer = reading.basis()
                .answer(selection
                        .question(selection.to().minusMonths(MONTHS - 1), selection.to())
                        .by(GroupKey.MONTH)
                        .build());
        var months = new LinkedHashMap<YearMonth, Group>();
        for (var group : answer.groups()) {
            var key = group.key().getFirst();
            if (!key.isEmpty() && group.n() > 0 && !YearMonth.parse(key).isAfter(selection.to())) {
                months.put(YearMonth.parse(key), group);
            }
        }
        return months;
    }

    static OvertimeView of(Reading reading, Map<YearMonth, Group> months) {
        var to = reading.selection().to();
        var formats = reading.formats();
        var series = contiguous(months, to);
        var values = series.stream().map(OvertimeView::overtime).toList();
        var now = months.get(to);
        var plan = XmrChart.Plan.of(XmrChart.Better.LOWER).baseline(baseline(values.size()));
        var chart = values.isEmpty() ? null : XmrChart.of(values, plan);
        var first = to.minusMonths(Math.max(0, series.size() - 1));
        var question = reading.t("overtime.question", formats.monthName(to));
        var number = now == null
                ? Formats.NONE
                : now.overtimeDays().isEmpty() ? reading.t("unknown.limit") : formats.whole(now.overtimeDays());
        var verdict = chart == null ? null : XmrWords.verdict(reading, chart, first);
        var picture = chart == null || values.size() < 2
                ? null
                : reading.draw(picture(reading, chart, first, number, verdict));
        var figure = reading.figure(
                "overtid",
                question,
                null,
                picture,
                table(reading, series, first),
                "overtidsdagar",
                foot(reading, now, chart, first));
        return new OvertimeView(figure, number, explained(reading), verdict);
    }

    /// The number is of those who began: who waits is counted when that wait ends, and stands beside it meanwhile.
    private static String explained(Reading reading) {
        var waiting = WaitingView.count(reading.basis().traced(), reading.selection());
        return reading.t("overtime.explained", reading.formats().whole(waiting.overtimeDays()));
    }

    /// The run of months that ends with the chosen one and has no hole.
    private static List<Group> contiguous(Map<YearMonth, Group> months, YearMonth to) {
        var run = new ArrayList<Group>();
        for (var month = to; months.containsKey(month); month = month.minusMonths(1)) {
            run.addFirst(months.get(month));
        }
        return run;
    }

    private static double overtime(Group group) {
        return group.overtimeDays().orElse(0);
    }

    private static int baseline(int points) {
        return points >= FEWEST_FOR_LONG_BASELINE ? 18 : points >= XmrChart.FEWEST_POINTS ? 12 : 0;
    }

    private static XmrPicture picture(
            Reading reading, XmrChart chart, YearMonth first, String number, @Nullable Verdict verdict) {
        var formats = reading.formats();
        var points = new ArrayList<XmrPicture.Point>();
        var all = chart.points();
        for (int i = 0; i < all.size(); i++) {
            var month = first.plusMonths(i);
            points.add(new XmrPicture.Point(
                    MonthTicks.wide(month, i, all.size(), formats),
                    MonthTicks.narrow(month, i, all.size(), formats),
                    all.get(i).value(),
                    switch (all.get(i).variation()) {
                        case COMMON_CAUSE, HIGHER, LOWER -> XmrPicture.Signal.USUAL;
                        case IMPROVEMENT -> XmrPicture.Signal.BETTER;
                        case CONCERN -> XmrPicture.Signal.WORSE;
                    }));
        }
        var last = all.getLast();
        var label = reading.t(
                "overtime.label",
                formats.months(first, first.plusMonths(all.size() - 1L)),
                number,
                verdict == null ? "" : verdict.finding());
        return new XmrPicture(
                label,
                points,
                level(reading, "xmr.mean", last.mean()),
                level(reading, "xmr.upper", last.upper()),
                level(reading, "xmr.lower", Math.max(0, last.lower())),
                number);
    }

    private static XmrPicture.Level level(Reading reading, String key, double value) {
        return new XmrPicture.Level(value, reading.t(key, reading.formats().decimal(value, 0)));
    }

    private record Line(YearMonth month, Group group) {}

    /// The months with the newest on top.
    private static DataTable table(Reading reading, List<Group> series, YearMonth first) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < series.size(); i++) {
            lines.add(new Line(first.plusMonths(i), series.get(i)));
        }
        var columns = new Columns<Line>()
                .words(reading.t("column.month"), line -> line.month().toString())
                .number(
                        reading.t("column.overtime"),
                        line -> Cell.of(line.group().overtimeDays()));
        Standing.columns(columns, reading, line -> Standing.of(line.group()));
        return columns.table("overtid", lines.reversed());
    }

    private static List<Rich> foot(Reading reading, @Nullable Group now, @Nullable XmrChart chart, YearMonth first) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        if (now != null) {
            foot.add(Rich.of(reading.t("overtime.foot.n", formats.whole(now.n()), formats.whole(now.withLimit()))));
            if (now.withAssumedLimit() > 0) {
                foot.add(Rich.of(reading.t("foot.assumed", formats.whole(now.withAssumedLimit()))));
            }
        }
        if (chart != null && chart.points().size() >= XmrChart.FEWEST_POINTS) {
            var base = baseline(chart.points().size());
            foot.add(Rich.of(reading.t("xmr.legend", formats.months(first, first.plusMonths(base - 1L)))));
        }
        return foot;
    }
}
