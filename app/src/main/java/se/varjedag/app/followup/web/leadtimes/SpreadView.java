package se.varjedag.app.followup.web.leadtimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.chart.DistributionPicture;
import se.varjedag.app.web.chart.StairPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.DayHistogram;

/// How long it took: day by day, and the part that had come so far.
public record SpreadView(Figure days, Figure soFar, boolean empty) {

    private static final int SHORTEST = 28;
    private static final int LONGEST = 238;
    private static final int TICK = 14;
    private static final List<Double> QUANTILES = List.of(0.5, 0.8, 0.9);

    private record Day(int day, long count, long soFar, long all) {}

    static SpreadView of(Measured measured) {
        var reading = measured.reading();
        var days = measured.days();
        return new SpreadView(byDay(measured, days), soFar(reading, measured, days), days.n() == 0);
    }

    private static Figure byDay(Measured measured, DayHistogram days) {
        var reading = measured.reading();
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        if (days.n() > 0) {
            foot.add(Rich.of(reading.t("distribution.n", formats.whole(days.n()))));
            foot.add(Included.foot(reading));
            if (measured.whole() && !measured.oneLimit()) {
                foot.add(Rich.of(reading.t("lead.limits.differ")));
            }
            outside(reading, days).ifPresent(foot::add);
        }
        return reading.figure(
                "fordelning",
                reading.t("lead.spread.question"),
                measured.words(),
                days.n() == 0 ? null : bars(measured, days),
                new Columns<Day>()
                        .number(reading.t("column.day"), day -> Cell.of((long) day.day()))
                        .number(reading.t("lead.reached"), day -> Cell.of(day.count()))
                        .number(reading.t("lead.sofar"), day -> new Cell.Share((double) day.soFar() / day.all(), 1))
                        .table("fordelning", rows(days)),
                "ledtid",
                foot);
    }

    private static Optional<Rich> outside(Reading reading, DayHistogram days) {
        int last = lastDay(days);
        long outside = days.n() - days.within(last);
        return outside == 0
                ? Optional.empty()
                : Optional.of(Rich.of(
                        reading.t("distribution.outside", reading.formats().whole(outside), last)));
    }

    private static List<Day> rows(DayHistogram days) {
        var rows = new ArrayList<Day>();
        var soFar = new long[1];
        days.each(DayHistogram.Outcome.REACHED, (day, count) -> {
            soFar[0] += count;
            rows.add(new Day(day, count, soFar[0], days.n()));
        });
        return rows;
    }

    private static int lastDay(DayHistogram days) {
        double tail = Math.clamp(days.quantile(0.985).orElse(SHORTEST), SHORTEST, LONGEST);
        return TICK * (int) Math.ceil(tail / TICK);
    }

    /// A line for the limit stands where everybody has the same; otherwise each has an own one, and none is drawn.
    private static OptionalInt limit(Measured measured) {
        return measured.oneLimit() ? measured.commonest() : OptionalInt.empty();
    }

    private static Chart bars(Measured measured, DayHistogram days) {
        var reading = measured.reading();
        var formats = reading.formats();
        int last = lastDay(days);
        var counts = new ArrayList<Long>();
        for (int day = 0; day <= last; day++) {
            counts.add(days.count(DayHistogram.Outcome.REACHED, day));
        }
        var limit = limit(measured);
        double median = days.quantile(0.5).orElse(0);
        double p80 = days.quantile(0.8).orElse(0);
        var words = new ArrayList<String>();
        limit.ifPresent(day -> {
            words.add(reading.t("distribution.limit", formats.days(day)));
            words.add(reading.t(
                    "lead.intime",
                    formats.percent((double) days.within(day) / days.n(), Formats.shareDecimals(days.n()))));
        });
        return reading.draw(new DistributionPicture(
                reading.t("lead.spread.label", formats.decimal(median, 0), formats.decimal(p80, 0)),
                counts,
                limit,
                words,
                List.of(
                        new DistributionPicture.Mark(
                                median, reading.t("distribution.median", formats.decimal(median, 0)), null),
                        new DistributionPicture.Mark(p80, reading.t("lead.p80", formats.decimal(p80, 0)), null)),
                reading.t("lead.axis")));
    }

    private static Figure soFar(Reading reading, Measured measured, DayHistogram days) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        if (days.n() > 0) {
            foot.add(Rich.of(reading.t(
                    "lead.quantiles",
                    formats.decimal(days.quantile(0.5), 1),
                    formats.decimal(days.quantile(0.75), 1),
                    formats.decimal(days.quantile(0.8), 1),
                    formats.decimal(days.quantile(0.9), 1),
                    formats.decimal(days.mean(), 1))));
        }
        return reading.figure(
                "hittills",
                reading.t("lead.sofar.question"),
                reading.t("lead.sofar.selected"),
                days.n() == 0 ? null : stair(reading, measured, days),
                new Columns<Double>()
                        .words(reading.t("lead.quantile"), p -> formats.percent(p, 0))
                        .number(reading.t("lead.day"), p -> Cell.of(days.quantile(p), 1))
                        .table("kvantiler", days.n() == 0 ? List.of() : List.of(0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95)),
                "ledtid",
                foot);
    }

    private static Chart stair(Reading reading, Measured measured, DayHistogram days) {
        var formats = reading.formats();
        int last = lastDay(days);
        var shares = new ArrayList<Double>();
        for (int day = 0; day <= last; day++) {
            shares.add(100.0 * days.within(day) / days.n());
        }
        var marks = QUANTILES.stream()
                .map(p -> new StairPicture.Mark(
                        days.quantile(p).orElse(0),
                        100 * p,
                        reading.t(
                                "lead.mark",
                                formats.percent(p, 0),
                                formats.decimal(days.quantile(p).orElse(0), 0))))
                .toList();
        var limit = limit(measured);
        return reading.draw(new StairPicture(
                reading.t(
                        "lead.sofar.label",
                        formats.decimal(days.quantile(0.5), 0),
                        formats.decimal(days.quantile(0.8), 0),
                        formats.decimal(days.quantile(0.9), 0)),
                shares,
                limit,
                limit.isPresent() ? reading.t("distribution.limit", formats.days(limit.getAsInt())) : "",
                marks,
                reading.t("lead.axis")));
    }
}
