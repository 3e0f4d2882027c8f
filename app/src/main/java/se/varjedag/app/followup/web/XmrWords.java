package se.varjedag.app.followup.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.web.figure.Verdict;
import se.varjedag.pathway.statistics.XmrChart;

/// What a process behaviour chart of overtime days says about its last month, in words.
final class XmrWords {

    private XmrWords() {}

    static Verdict verdict(Reading reading, XmrChart chart, YearMonth first) {
        var points = chart.points();
        var variation = chart.variation();
        if (variation.isEmpty()) {
            return new Verdict(
                    "usual",
                    false,
                    reading.t("xmr.toofew"),
                    reading.t("xmr.toofew.detail", XmrChart.FEWEST_POINTS, points.size()));
        }
        var detail = new ArrayList<String>();
        why(reading, points, detail, first);
        yearBefore(reading, points, detail, first);
        var words = String.join(" ", detail);
        return switch (variation.get()) {
            case IMPROVEMENT -> new Verdict("better", false, reading.t("xmr.better"), words);
            case CONCERN -> new Verdict("late", true, reading.t("xmr.worse"), words);
            case COMMON_CAUSE, HIGHER, LOWER -> new Verdict("usual", false, reading.t("xmr.usual"), words);
        };
    }

    private static void why(Reading reading, List<XmrChart.Point> points, List<String> detail, YearMonth first) {
        var last = points.getLast();
        var base = first.plusMonths(points.size() >= 24 ? 17 : 11);
        var baseline = reading.formats().months(first, base);
        var signals = last.signals();
        if (signals.contains(XmrChart.Signal.SEVEN_BELOW) || signals.contains(XmrChart.Signal.SEVEN_ABOVE)) {
            var below = last.value() < last.mean();
            int run = 0;
            while (run < points.size() && (points.get(points.size() - 1 - run).value() < last.mean()) == below) {
                run++;
            }
            detail.add(reading.t(below ? "xmr.run.below" : "xmr.run.above", run, baseline));
        } else if (signals.contains(XmrChart.Signal.BELOW_LIMIT)) {
            detail.add(reading.t("xmr.outside.below", baseline));
        } else if (signals.contains(XmrChart.Signal.ABOVE_LIMIT)) {
            detail.add(reading.t("xmr.outside.above", baseline));
        } else if (signals.contains(XmrChart.Signal.SEVEN_FALLING)) {
            detail.add(reading.t("xmr.falling"));
        } else if (signals.contains(XmrChart.Signal.SEVEN_RISING)) {
            detail.add(reading.t("xmr.rising"));
        } else if (signals.contains(XmrChart.Signal.TWO_OF_THREE_LOW)) {
            detail.add(reading.t("xmr.twoofthree.low"));
        } else if (signals.contains(XmrChart.Signal.TWO_OF_THREE_HIGH)) {
            detail.add(reading.t("xmr.twoofthree.high"));
        } else {
            detail.add(reading.t("xmr.usual.detail", baseline));
        }
    }

    private static void yearBefore(Reading reading, List<XmrChart.Point> points, List<String> detail, YearMonth first) {
        int before = points.size() - 13;
        if (before < 0 || points.get(before).value() <= 0) {
            return;
        }
        var formats = reading.formats();
        double then = points.get(before).value();
        double difference = points.getLast().value() - then;
        if (difference != 0) {
            detail.add(reading.t(
                    difference < 0 ? "xmr.year.fewer" : "xmr.year.more",
                    formats.month(first.plusMonths(before)),
                    formats.decimal(Math.abs(difference), 0),
                    formats.change(difference / then)));
        }
    }
}
