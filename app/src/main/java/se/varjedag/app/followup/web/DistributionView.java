package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.chart.DistributionPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.DayHistogram;

/// How long the time became, against the limit that most patients have.
public record DistributionView(Figure figure, boolean empty) {

    private static final int LONGEST = 238;
    private static final int SHORTEST = 56;
    private static final int TICK = 14;

    static DistributionView of(Reading reading, Treated treated) {
        int limit = commonest(treated);
        var chosen = treated.only(one -> one.limit() == limit);
        var histogram = DayHistogram.ofReached(
                chosen.all().stream().mapToInt(Treated.One::days).toArray());
        var selected = treated.all().isEmpty()
                ? null
                : limit < 0
                        ? reading.t("distribution.nolimit")
                        : reading.t("distribution.selected", reading.formats().days(limit), kinds(reading, chosen));
        int last = lastDay(histogram, limit);
        var picture = histogram.n() == 0 ? null : picture(reading, histogram, limit, last);
        var figure = reading.figure(
                "fordelning",
                reading.t("distribution.question"),
                selected,
                picture,
                table(reading, histogram),
                "ledtid",
                foot(reading, treated, chosen, histogram, limit, last));
        return new DistributionView(figure, histogram.n() == 0);
    }

    /// The limit that most of the patients have; -1 where most have none that is known.
    private static int commonest(Treated treated) {
        Map<Integer, Integer> counts = new HashMap<>();
        treated.all().forEach(one -> counts.merge(one.limit(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    private static String kinds(Reading reading, Treated chosen) {
        return chosen.all().stream()
                .map(Treated.One::kind)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(kind -> kind.word(reading.texts().language()))
                .collect(Collectors.joining(", "));
    }

    private static int lastDay(DayHistogram histogram, int limit) {
        double tail = histogram.quantile(0.985).orElse(SHORTEST);
        double wanted = Math.clamp(Math.max(tail, 1.5 * limit), SHORTEST, LONGEST);
        return TICK * (int) Math.ceil(wanted / TICK);
    }

    private static Chart picture(Reading reading, DayHistogram histogram, int limit, int last) {
        var formats = reading.formats();
        var counts = new ArrayList<Long>();
        for (int day = 0; day <= last; day++) {
            counts.add(histogram.count(DayHistogram.Outcome.REACHED, day));
        }
        double median = histogram.quantile(0.5).orElse(0);
        double p80 = histogram.quantile(0.8).orElse(0);
        var marks = List.of(
                new DistributionPicture.Mark(
                        median, reading.t("distribution.median", formats.decimal(median, 0)), null),
                new DistributionPicture.Mark(
                        p80,
                        reading.t("distribution.p80", formats.decimal(p80, 0)),
                        limit < 0 ? null : reading.t("distribution.goal", limit)));
        var words = new ArrayList<String>();
        String share = "";
        if (limit >= 0) {
            share = formats.percent(
                    (double) histogram.within(limit) / histogram.n(), Formats.shareDecimals(histogram.n()));
            words.add(reading.t("distribution.limit", formats.days(limit)));
            words.add(reading.t("distribution.intime", share));
        }
        var label = limit < 0
                ? reading.t("distribution.label.nolimit", formats.decimal(median, 0))
                : reading.t("distribution.label", formats.decimal(median, 0), share, limit);
        return reading.draw(new DistributionPicture(
                label,
                counts,
                limit < 0 ? OptionalInt.empty() : OptionalInt.of(limit),
                words,
                marks,
                reading.t("distribution.axis")));
    }

    private static DataTable table(Reading reading, DayHistogram histogram) {
        var rows = new ArrayList<List<Cell>>();
        var sum = new long[1];
        histogram.each(DayHistogram.Outcome.REACHED, (day, count) -> {
            sum[0] += count;
            rows.add(List.of(Cell.of((long) day), Cell.of(count), new Cell.Share((double) sum[0] / histogram.n(), 1)));
        });
        return new DataTable(
                "fordelning",
                List.of(
                        DataTable.Column.number(reading.t("column.day")),
                        DataTable.Column.number(reading.t("column.started")),
                        DataTable.Column.number(reading.t("column.cumulative"))),
                rows);
    }

    private static List<Rich> foot(
            Reading reading, Treated treated, Treated chosen, DayHistogram histogram, int limit, int last) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        if (histogram.n() == 0) {
            return foot;
        }
        if (limit < 0) {
            foot.add(Rich.of(reading.t("distribution.n", formats.whole(histogram.n()))));
        } else {
            var count = chosen.count();
            var interval = count.share().wilson(0.95);
            foot.add(Rich.of(reading.t(
                    "distribution.n.within",
                    formats.whole(count.n()),
                    formats.whole(count.within()),
                    interval.map(i -> formats.percentInterval(i.lower(), i.upper(), Formats.shareDecimals(count.n())))
                            .orElse(Formats.NONE))));
            foot.add(Rich.of(reading.t("distribution.overtime", formats.whole(chosen.overtime()))));
            if (count.assumed() > 0) {
                foot.add(Rich.of(reading.t("foot.assumed", formats.whole(count.assumed()))));
            }
        }
        int others = treated.all().size() - chosen.all().size();
        if (others > 0) {
            foot.add(Rich.of(reading.t("distribution.others", formats.whole(others))));
        }
        long outside = histogram.n() - histogram.within(last);
        if (outside > 0) {
            foot.add(Rich.of(reading.t("distribution.outside", formats.whole(outside), last)));
        }
        return foot;
    }
}
