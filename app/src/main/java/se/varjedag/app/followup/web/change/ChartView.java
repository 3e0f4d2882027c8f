package se.varjedag.app.followup.web.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.chart.ControlPicture;
import se.varjedag.app.web.chart.XmrPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.app.web.figure.Verdict;
import se.varjedag.pathway.statistics.PChart;
import se.varjedag.pathway.statistics.XmrChart;
import se.varjedag.pathway.statistics.XmrChart.Assurance;
import se.varjedag.pathway.statistics.XmrChart.Point;
import se.varjedag.pathway.statistics.XmrChart.Variation;

/// A measure from period to period, with the limits of chance, the verdict, and what was done.
///
/// @param verdict   what the latest period says; null when there is nothing
/// @param assurance whether the goal can be relied on; null without a goal or with too few periods
/// @param note      why a choice could not be followed; empty when all were
public record ChartView(
        Figure figure, @Nullable Verdict verdict, @Nullable Verdict assurance, String note, Event event) {

    private static final double GOAL = 100 * PairView.TIME_GOAL;
    private static final int LONG = 24;
    private static final int LONG_BASELINE = 18;
    private static final int SHORT_BASELINE = 12;

    /// The form of what was done.
    ///
    /// @param kept   what else was chosen, by name
    /// @param remove the address without it; empty when there is none
    public record Event(String action, Map<String, String> kept, String day, String note, String remove) {

        public Event {
            kept = Map.copyOf(kept);
        }
    }

    /// A judged chart, whichever kind it is.
    private record Judged(
            List<Point> points,
            List<XmrChart.Group> groups,
            Optional<Variation> variation,
            Optional<Assurance> assurance) {}

    static ChartView of(Reading reading, Choices choices) {
        var measure = choices.measure();
        var series = Series.of(reading, measure, choices.weekly());
        int size = series.periods().size();
        int rebase = choices.rebase().map(month -> series.at(month.atDay(1))).orElse(-1);
        int done = choices.done().map(series::at).orElse(-1);
        var judged = size == 0 ? null : judge(series, choices, baseline(choices, size), rebase);
        var picture = judged == null || size < 2 ? null : reading.draw(picture(reading, choices, series, judged, done));
        var figure = reading.figure(
                "forandring",
                reading.t("change.question." + measure.key()),
                reading.t(choices.weekly() ? "change.selected.week" : "change.selected.month", size),
                picture,
                table(reading, series, judged),
                choices.ofShares() ? "p-diagram" : "xmr",
                foot(reading, choices, series, judged));
        return new ChartView(
                figure,
                judged == null ? null : verdict(reading, judged),
                judged == null ? null : assurance(reading, judged),
                note(reading, choices, rebase, done),
                event(reading, choices));
    }

    private static Judged judge(Series series, Choices choices, int baseline, int rebase) {
        var plan = XmrChart.Plan.of(choices.measure().better()).baseline(baseline);
        if (rebase > 0) {
            plan = plan.rebaseAt(rebase);
        }
        if (choices.ofShares()) {
            var shares = series.periods().stream().map(Series.Period::share).toList();
            var chart = PChart.laney(shares, plan.target(GOAL / 100));
            return new Judged(
                    chart.points().stream().map(ChartView::percent).toList(),
                    chart.groups(),
                    chart.variation(),
                    chart.assurance());
        }
        var chart = XmrChart.of(series.values(), choices.measure() == Measure.SHARE ? plan.target(GOAL) : plan);
        return new Judged(chart.points(), chart.groups(), chart.variation(), chart.assurance());
    }

    private static Point percent(Point point) {
        return new Point(
                100 * point.value(),
                100 * point.mean(),
                100 * point.lower(),
                100 * point.upper(),
                point.signals(),
                point.variation());
    }

    private static int baseline(Choices choices, int points) {
        if (choices.baseline() > 0) {
            return choices.baseline();
        }
        return points >= LONG ? LONG_BASELINE : points >= XmrChart.FEWEST_POINTS ? SHORT_BASELINE : 0;
    }

    private static ControlPicture picture(Reading reading, Choices choices, Series series, Judged judged, int done) {
        var formats = reading.formats();
        var measure = choices.measure();
        var points = new ArrayList<ControlPicture.Point>();
        for (int i = 0; i < judged.points().size(); i++) {
            var point = judged.points().get(i);
            points.add(new ControlPicture.Point(
                    series.tick(reading, i, false),
                    series.tick(reading, i, true),
                    point.value(),
                    point.mean(),
                    Math.max(0, point.lower()),
                    ceiling(measure, point.upper()),
                    group(judged, i),
                    switch (point.variation()) {
                        case COMMON_CAUSE -> XmrPicture.Signal.USUAL;
                        case IMPROVEMENT -> XmrPicture.Signal.BETTER;
                        case CONCERN -> XmrPicture.Signal.WORSE;
                        case HIGHER, LOWER -> XmrPicture.Signal.NOTABLE;
                    }));
        }
        var last = judged.points().getLast();
        var label = reading.t(
                "change.label",
                reading.t("change.measure." + measure.key()),
                series.name(reading, 0),
                series.name(reading, series.periods().size() - 1),
                measure.words(formats, last.value()),
                verdict(reading, judged).finding());
        return new ControlPicture(
                label,
                points,
                words(reading, measure, last, "xmr."),
                words(reading, measure, last, "change.narrow."),
                measure == Measure.SHARE
                        ? Optional.of(new ControlPicture.Level(GOAL, reading.t("goal", formats.percent(GOAL / 100, 0))))
                        : Optional.empty(),
                done < 0
                        ? Optional.empty()
                        : Optional.of(new ControlPicture.Event(
                                done,
                                choices.note().isEmpty() ? reading.t("change.event.unnamed") : choices.note(),
                                choices.until().map(series::at).orElse(-1))));
    }

    /// What is printed at the right edge, in words as long as there is room for.
    private static ControlPicture.Words words(Reading reading, Measure measure, Point last, String texts) {
        var formats = reading.formats();
        return new ControlPicture.Words(
                reading.t(texts + "mean", measure.words(formats, last.mean())),
                reading.t(texts + "upper", measure.words(formats, ceiling(measure, last.upper()))),
                reading.t(texts + "lower", measure.words(formats, Math.max(0, last.lower()))),
                measure.words(formats, last.value()));
    }

    private static double ceiling(Measure measure, double upper) {
        return measure == Measure.SHARE ? Math.min(100, upper) : upper;
    }

    private static int group(Judged judged, int point) {
        int number = 0;
        while (judged.groups().get(number).to() <= point) {
            number++;
        }
        return number;
    }

    private static Verdict verdict(Reading reading, Judged judged) {
        if (judged.variation().isEmpty()) {
            return new Verdict(
                    "usual",
                    false,
                    reading.t("change.toofew"),
                    reading.t(
                            "change.toofew.detail",
                            XmrChart.FEWEST_POINTS,
                            judged.groups().getLast().to()
                                    - judged.groups().getLast().from()));
        }
        var last = judged.points().getLast();
        boolean rising = last.value() > last.mean();
        var words = new ArrayList<String>();
        for (var signal : XmrChart.Signal.values()) {
            if (last.signals().contains(signal)) {
                words.add(reading.t("change.signal." + signal));
            }
        }
        if (last.conflicting()) {
            words.add(reading.t("change.conflicting"));
        }
        if (words.isEmpty()) {
            words.add(reading.t("change.usual.detail"));
        }
        var kind = switch (judged.variation().get()) {
            case IMPROVEMENT -> "better";
            case CONCERN -> "late";
            case HIGHER, LOWER -> "notable";
            case COMMON_CAUSE -> "usual";
        };
        return new Verdict(
                kind, rising, reading.t("change.says." + judged.variation().get()), String.join(" ", words));
    }

    private static @Nullable Verdict assurance(Reading reading, Judged judged) {
        return judged.assurance()
                .map(found -> new Verdict(
                        switch (found) {
                            case PASSES -> "better";
                            case FAILS -> "late";
                            case HIT_OR_MISS -> "usual";
                        },
                        found == Assurance.PASSES,
                        reading.t("change.goal." + found),
                        reading.t("change.goal.detail"),
                        true))
                .orElse(null);
    }

    private record Line(int index, Series.Period period, Point point) {}

    private static DataTable table(Reading reading, Series series, @Nullable Judged judged) {
        var lines = new ArrayList<Line>();
        if (judged != null) {
            for (int i = series.periods().size() - 1; i >= 0; i--) {
                lines.add(new Line(i, series.periods().get(i), judged.points().get(i)));
            }
        }
        var measure = series.measure();
        var columns = new Columns<Line>()
                .words(reading.t("change.period"), line -> series.name(reading, line.index()))
                .number(
                        reading.t("change.measure." + measure.key()),
                        line -> line.period().cell())
                .number(
                        reading.t("change.mean"),
                        line -> measure.cell(line.point().mean()))
                .number(
                        reading.t("change.lower"),
                        line -> measure.cell(Math.max(0, line.point().lower())))
                .number(
                        reading.t("change.upper"),
                        line -> measure.cell(ceiling(measure, line.point().upper())))
                .words(
                        reading.t("change.means"),
                        line -> reading.t("change.mark." + line.point().variation()));
        if (measure == Measure.WAITING) {
            columns.number(
                    reading.t("change.waiting.stale"),
                    line -> Cell.of(line.period().stale()));
        } else {
            columns.number(
                    reading.t("column.started"), line -> Cell.of(line.period().counted()));
        }
        return columns.number(
                        reading.t("column.withlimit"),
                        line -> Cell.of(line.period().withLimit()))
                .table("forandring", lines);
    }

    private static List<Rich> foot(Reading reading, Choices choices, Series series, @Nullable Judged judged) {
        var foot = new ArrayList<Rich>();
        if (judged == null) {
            return foot;
        }
        var formats = reading.formats();
        for (var group : judged.groups()) {
            foot.add(Rich.of(reading.t(
                    group.judged() ? "change.foot.group" : "change.foot.group.few",
                    series.name(reading, group.from()),
                    series.name(reading, Math.min(group.to(), group.from() + group.baseline()) - 1),
                    choices.measure()
                            .words(formats, judged.points().get(group.from()).mean()))));
        }
        boolean waiting = choices.measure() == Measure.WAITING;
        boolean neither = choices.measure().better() == XmrChart.Better.NEITHER;
        foot.add(Rich.of(reading.t(neither ? "change.foot.legend.neither" : "change.foot.legend")));
        var last = series.periods().getLast();
        foot.add(Rich.of(reading.t(
                waiting ? "change.foot.waiting" : "change.foot.n",
                formats.whole(last.counted()),
                formats.whole(waiting ? last.stale() : last.withLimit()))));
        if (last.assumed() > 0 && choices.measure() != Measure.MEDIAN) {
            foot.add(Rich.of(reading.t("foot.assumed", formats.whole(last.assumed()))));
        }
        return foot;
    }

    private static String note(Reading reading, Choices choices, int rebase, int done) {
        var notes = new ArrayList<String>();
        if (choices.rebase().isPresent() && rebase <= 0) {
            notes.add(reading.t("change.rebase.outside"));
        }
        if (choices.done().isPresent() && done < 0) {
            notes.add(reading.t("change.event.outside"));
        }
        return String.join(" ", notes);
    }

    private static Event event(Reading reading, Choices choices) {
        var kept = new LinkedHashMap<>(reading.selection().given());
        kept.remove("handelse");
        kept.remove("till");
        kept.remove("not");
        return new Event(
                reading.folder(),
                kept,
                choices.done().map(LocalDate::toString).orElse(""),
                choices.note(),
                choices.done().isEmpty()
                        ? ""
                        : reading.folder() + reading.selection().with("handelse", ""));
    }
}
