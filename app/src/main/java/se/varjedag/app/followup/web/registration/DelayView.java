package se.varjedag.app.followup.web.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.timeline.RegistrationDelays.Delay;
import se.varjedag.app.web.chart.ShareBarsPicture;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.DayHistogram;

/// How long after it happened an event was registered: all events day by day, and by region or unit.
public record DelayView(Figure figure, String head, List<Row> rows, boolean empty) {

    private static final int FRAME = 21;
    private static final int WEEK = 7;
    private static final int MOST = 25;

    public DelayView {
        rows = List.copyOf(rows);
    }

    /// One region or unit.
    public record Row(String name, String events, String sameDay, String late, String median, String p90, Bar bar) {}

    private record Line(String name, DayHistogram days, long before, long unsaid) {}

    static DelayView of(Reading reading, List<Delay> delays) {
        var chosen = Chosen.of(reading);
        boolean byUnit = reading.selection().region().isPresent();
        var groups = new TreeMap<String, List<Delay>>();
        var all = new ArrayList<Delay>();
        for (var delay : delays) {
            if (chosen.place(delay.region(), delay.unit())) {
                all.add(delay);
                groups.computeIfAbsent(byUnit ? delay.unit() : delay.region(), _ -> new ArrayList<>())
                        .add(delay);
            }
        }
        var total = line(reading.t("registration.all"), all);
        var lines = new ArrayList<Line>();
        groups.forEach((key, some) -> lines.add(line(
                byUnit
                        ? FindingsView.unit(reading, key)
                        : key.isEmpty() ? reading.t("region.missing") : Regions.name(key),
                some)));
        lines.removeIf(line -> line.days().n() == 0);
        lines.sort(Comparator.comparingDouble((Line line) -> -line.days().mean().orElse(0))
                .thenComparing(Line::name));
        var shown = lines.subList(0, Math.min(MOST, lines.size()));
        var head = reading.t(byUnit ? "registration.unit" : "column.region");
        var tabled = new ArrayList<Line>();
        tabled.add(total);
        tabled.addAll(lines);
        var figure = reading.figure(
                "drojsmal",
                reading.t("registration.delay.question"),
                reading.t("registration.delay.selected"),
                total.days().n() == 0 ? null : reading.draw(picture(reading, total.days())),
                columns(reading, head).table("drojsmal", tabled),
                "registrering",
                foot(reading, total, lines.size() - shown.size()));
        var rows = new ArrayList<Row>();
        if (total.days().n() > 0) {
            double longest = shown.stream().mapToDouble(DelayView::p90).max().orElse(1);
            rows.add(row(reading, total, Math.max(1, longest)));
            shown.forEach(line -> rows.add(row(reading, line, Math.max(1, longest))));
        }
        return new DelayView(figure, head, rows, total.days().n() == 0);
    }

    private static Line line(String name, List<Delay> delays) {
        var days = new DayHistogram.Builder();
        long before = 0;
        long unsaid = 0;
        var known = new TreeMap<Integer, Long>();
        for (var delay : delays) {
            var late = delay.days();
            if (late == null) {
                unsaid += delay.events();
            } else if (late < 0) {
                before += delay.events();
            } else {
                known.merge(late, delay.events(), Long::sum);
            }
        }
        for (Map.Entry<Integer, Long> entry : known.entrySet()) {
            days.add(DayHistogram.Outcome.REACHED, entry.getKey(), entry.getValue());
        }
        return new Line(name, days.build(), before, unsaid);
    }

    private static double p90(Line line) {
        return line.days().quantile(0.9).orElse(0);
    }

    private static Row row(Reading reading, Line line, double longest) {
        var formats = reading.formats();
        var days = line.days();
        var p90 = formats.decimal(days.quantile(0.9), 0);
        return new Row(
                line.name(),
                formats.whole(days.n()),
                formats.percent(share(days, days.within(0)), 0),
                formats.percent(share(days, days.n() - days.within(WEEK)), 0),
                formats.decimal(days.quantile(0.5), 0),
                p90,
                Bar.of(p90(line), longest, "var(--data-2)", reading.t("registration.delay.bar", p90)));
    }

    private static double share(DayHistogram days, long some) {
        return (double) some / days.n();
    }

    private static ShareBarsPicture picture(Reading reading, DayHistogram days) {
        var formats = reading.formats();
        var ticks = new ArrayList<String>();
        var shares = new ArrayList<Double>();
        for (int day = 0; day <= FRAME; day++) {
            ticks.add(day % WEEK == 0 && day < FRAME ? String.valueOf(day) : "");
            shares.add(100 * share(days, days.count(DayHistogram.Outcome.REACHED, day)));
        }
        ticks.add(reading.t("registration.delay.more"));
        shares.add(100 * share(days, days.n() - days.within(FRAME)));
        return new ShareBarsPicture(
                reading.t(
                        "registration.delay.label",
                        formats.percent(share(days, days.within(0)), 0),
                        formats.decimal(days.quantile(0.5), 0),
                        formats.decimal(days.quantile(0.9), 0)),
                ticks,
                shares,
                reading.t("registration.delay.axis"));
    }

    private static Columns<Line> columns(Reading reading, String head) {
        return new Columns<Line>()
                .words(head, Line::name)
                .number(
                        reading.t("registration.delay.events"),
                        line -> Cell.of(line.days().n()))
                .number(
                        reading.t("registration.delay.sameday"),
                        line -> line.days().n() == 0
                                ? Cell.share(OptionalDouble.empty(), 1)
                                : new Cell.Share(share(line.days(), line.days().within(0)), 1))
                .number(
                        reading.t("registration.delay.late"),
                        line -> line.days().n() == 0
                                ? Cell.share(OptionalDouble.empty(), 1)
                                : new Cell.Share(
                                        share(
                                                line.days(),
                                                line.days().n() - line.days().within(WEEK)),
                                        1))
                .number(
                        reading.t("registration.median"),
                        line -> Cell.of(line.days().quantile(0.5), 0))
                .number(
                        reading.t("registration.p90"),
                        line -> Cell.of(line.days().quantile(0.9), 0))
                .number(reading.t("registration.delay.before"), line -> Cell.of(line.before()))
                .number(reading.t("registration.delay.unsaid"), line -> Cell.of(line.unsaid()));
    }

    private static List<Rich> foot(Reading reading, Line total, int others) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        long outside = total.days().n() - total.days().within(FRAME);
        foot.add(Rich.of(
                reading.t("registration.delay.foot", formats.whole(total.days().n()), formats.whole(outside), FRAME)));
        if (total.before() > 0) {
            foot.add(Rich.of(reading.t("registration.delay.foot.before", formats.whole(total.before()))));
        }
        if (total.unsaid() > 0) {
            foot.add(Rich.of(reading.t("registration.delay.foot.unsaid", formats.whole(total.unsaid()))));
        }
        if (others > 0) {
            foot.add(Rich.of(reading.t("registration.delay.foot.others", formats.whole(others))));
        }
        return foot;
    }
}
