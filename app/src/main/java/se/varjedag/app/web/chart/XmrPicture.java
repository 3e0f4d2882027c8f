package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.Comparator;
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

    private static final int TOP = 14;
    private static final int BOTTOM = 44;
    private static final int NEAR = 10;
    private static final int FAR = 24;
    private static final int FURTHEST = 40;
    private static final int LETTERS = 16;
    private static final int AIR = 3;
    private static final double LETTER = 8;
    private static final int ON_LINE = 4;
    private static final int ON_MONTH = 3;
    private static final int OUTSIDE = 100;

    public XmrPicture {
        points = List.copyOf(points);
    }

    /// What a point says by the rules.
    public enum Signal {
        USUAL("circle", "var(--data)"),
        BETTER("triangle", "var(--better)"),
        WORSE("diamond", "var(--late)"),
        /// Something happened, where neither way is better.
        NOTABLE("rect", "var(--ink)");

        private final String symbol;
        private final String colour;

        Signal(String symbol, String colour) {
            this.symbol = symbol;
            this.colour = colour;
        }

        String symbol() {
            return symbol;
        }

        String colour() {
            return colour;
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
        var scale = scale(size);
        var option = Options.ground(8, TOP, size.narrow() ? 14 : 150, BOTTOM);
        option.put(
                "xAxis",
                Options.ticks(points.stream()
                        .map(size.narrow() ? Point::narrow : Point::tick)
                        .toList()));
        option.put("yAxis", Options.values(scale.low(), scale.high(), scale.high() - scale.low(), false, ""));
        option.put("series", List.of(series(size, scale)));
        return option;
    }

    private Map<String, Object> series(Size size, Scale scale) {
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
                latestWords(scale));
    }

    private Map<String, Object> latestWords(Scale scale) {
        if (points.isEmpty()) {
            return map("data", List.of());
        }
        var end = points.getLast();
        var colour = switch (end.signal()) {
            case USUAL, NOTABLE -> "var(--ink)";
            case BETTER -> "var(--better-ink)";
            case WORSE -> "var(--late-ink)";
        };
        var place = place(scale.size());
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
                        place.side().word,
                        "distance",
                        place.distance(),
                        "align",
                        place.side() == Side.RIGHT ? "left" : "right",
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

    /// On which side of the last point its words stand.
    enum Side {
        RIGHT("right"),
        UNDER("bottom"),
        OVER("top");

        private final String word;

        Side(String word) {
            this.word = word;
        }
    }

    /// Where the words of the last point stand: beside it where the words of no line are in the way, otherwise under
    /// or over it, on no line and over no other month.
    ///
    /// @param distance from the point to the words
    record Place(Side side, int distance) {

        /// Where the letters begin, from above, when the point is at a height.
        double top(double y) {
            return switch (side) {
                case RIGHT -> y - LETTERS / 2.0;
                case UNDER -> y + distance;
                case OVER -> y - distance - LETTERS;
            };
        }
    }

    private Scale scale(Size size) {
        var low = points.stream().mapToDouble(Point::value).min().orElse(0);
        var high = points.stream().mapToDouble(Point::value).max().orElse(1);
        low = Math.min(low, lower.value());
        high = Math.max(high, upper.value());
        var room = Math.max(high - low, 1) * 0.12;
        return new Scale(low - room, high + room, size);
    }

    /// How values become heights in the picture.
    private record Scale(double low, double high, Size size) {
        double y(double value) {
            return TOP + (high - value) / (high - low) * (size.height() - TOP - BOTTOM);
        }
    }

    Place place(Size size) {
        var end = points.getLast().value();
        var under = points.size() < 2 || points.get(points.size() - 2).value() > end;
        var first = under ? Side.UNDER : Side.OVER;
        var second = under ? Side.OVER : Side.UNDER;
        var places = new ArrayList<Place>();
        if (!size.narrow()) {
            places.add(new Place(Side.RIGHT, NEAR));
        }
        for (int distance : new int[] {NEAR, FAR, FURTHEST}) {
            places.add(new Place(first, distance));
            places.add(new Place(second, distance));
        }
        var scale = scale(size);
        return places.stream()
                .min(Comparator.comparingInt(place -> inTheWay(place, scale)))
                .orElseThrow();
    }

    private int inTheWay(Place place, Scale scale) {
        var top = place.top(scale.y(points.getLast().value()));
        var bottom = top + LETTERS;
        int found = top < 0 || bottom > scale.size().height() - BOTTOM ? OUTSIDE : 0;
        for (var level : List.of(mean, upper, lower)) {
            var line = scale.y(level.value());
            // Beside the point it is not the line but its words that are in the way.
            var air = place.side() == Side.RIGHT ? LETTERS / 2 : AIR;
            found += line > top - air && line < bottom + air ? ON_LINE : 0;
        }
        if (place.side() == Side.RIGHT) {
            return found;
        }
        double step = scale.size().width() / (double) points.size();
        int covered = (int) Math.ceil(LETTER * last.length() / step);
        for (int i = Math.max(1, points.size() - covered); i < points.size(); i++) {
            var before = scale.y(points.get(i - 1).value());
            var after = scale.y(points.get(i).value());
            found += before > top - AIR && before < bottom + AIR ? ON_MONTH : 0;
            found += Math.max(before, after) > top - AIR && Math.min(before, after) < bottom + AIR ? 1 : 0;
        }
        return found;
    }
}
