package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A process behaviour chart: the months, their mean and control limits, and the points that say something.
///
/// @param points  one a month, in order
/// @param mean    the mean of the baseline, with its words
/// @param upper   the upper control limit
/// @param lower   the lower control limit
/// @param last    the words beside the last point
public record XmrPicture(String label, List<Point> points, Level mean, Level upper, Level lower, String last)
        implements Drawing {

    public XmrPicture {
        points = List.copyOf(points);
    }

    /// What a point says by the rules.
    public enum Signal {
        USUAL("circle", "var(--data)"),
        BETTER("triangle", "var(--better)"),
        WORSE("diamond", "var(--late)");

        private final String symbol;
        private final String colour;

        Signal(String symbol, String colour) {
            this.symbol = symbol;
            this.colour = colour;
        }
    }

    /// One month.
    ///
    /// @param tick   its label on the axis; empty for most
    /// @param narrow its label where there is little room
    public record Point(String tick, String narrow, double value, Signal signal) {}

    /// A level with its words.
    public record Level(double value, String words) {}

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 250, true) : new Size(840, 320, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        var low = points.stream().mapToDouble(Point::value).min().orElse(0);
        var high = points.stream().mapToDouble(Point::value).max().orElse(1);
        low = Math.min(low, lower.value());
        high = Math.max(high, upper.value());
        var room = Math.max(high - low, 1) * 0.12;
        var option = Options.ground(8, 14, size.narrow() ? 14 : 150, 44);
        option.put(
                "xAxis",
                Options.ticks(points.stream()
                        .map(size.narrow() ? Point::narrow : Point::tick)
                        .toList()));
        option.put("yAxis", Options.values(low - room, high + room, high - low + 2 * room, false, ""));
        option.put("series", List.of(series(size)));
        return option;
    }

    private Map<String, Object> series(Size size) {
        var data = new ArrayList<Object>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var latest = i == points.size() - 1;
            var round = point.signal() == Signal.USUAL;
            data.add(map(
                    "value",
                    point.value(),
                    "symbol",
                    point.signal().symbol,
                    "symbolSize",
                    latest ? (round ? 12 : 14) : round ? 7 : 9,
                    "itemStyle",
                    map("color", point.signal().colour, "opacity", 1)));
        }
        return map(
                "type",
                "line",
                "data",
                data,
                "lineStyle",
                map("color", "var(--data-2)", "width", 1.5),
                "markLine",
                map(
                        "silent",
                        true,
                        "symbol",
                        "none",
                        "label",
                        map(
                                "position",
                                size.narrow() ? "insideStartTop" : "end",
                                "color",
                                "var(--ink-2)",
                                "fontSize",
                                14,
                                "textBorderColor",
                                "var(--paper)",
                                "textBorderWidth",
                                3,
                                "distance",
                                size.narrow() ? 3 : 8),
                        "data",
                        List.of(
                                Options.line("yAxis", mean.value(), "var(--ink)", "solid", 1, mean.words()),
                                Options.line("yAxis", upper.value(), "var(--ink-3)", List.of(4, 4), 1, upper.words()),
                                Options.line("yAxis", lower.value(), "var(--ink-3)", List.of(4, 4), 1, lower.words()))),
                "markPoint",
                latestWords());
    }

    private Map<String, Object> latestWords() {
        if (points.isEmpty()) {
            return map("data", List.of());
        }
        var end = points.getLast();
        var colour = switch (end.signal()) {
            case USUAL -> "var(--ink)";
            case BETTER -> "var(--better-ink)";
            case WORSE -> "var(--late-ink)";
        };
        var under = points.size() < 2 || points.get(points.size() - 2).value() > end.value();
        return map(
                "silent",
                true,
                "symbol",
                "circle",
                "symbolSize",
                1,
                "label",
                map(
                        "show",
                        true,
                        "position",
                        under ? "bottom" : "top",
                        "distance",
                        10,
                        "align",
                        "right",
                        "color",
                        colour,
                        "fontWeight",
                        600,
                        "fontSize",
                        15,
                        "textBorderColor",
                        "var(--paper)",
                        "textBorderWidth",
                        4,
                        "formatter",
                        last),
                "data",
                List.of(map("coord", List.of(points.size() - 1, end.value()))));
    }
}
