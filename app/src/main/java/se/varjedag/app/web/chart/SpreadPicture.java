package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How far groups lie from each other, period by period: what is seen, and what chance alone gives as a pale field.
///
/// @param ticks  the periods
/// @param narrow the same for little room
/// @param axis   what the numbers are
public record SpreadPicture(String label, List<String> ticks, List<String> narrow, List<Line> lines, String axis)
        implements Drawing {

    private static final int LEFT = 40;
    private static final int TOP = 34;
    private static final int RIGHT = 210;
    private static final int RIGHT_NARROW = 16;
    private static final int BOTTOM = 52;
    private static final int APART = 18;

    public SpreadPicture {
        ticks = List.copyOf(ticks);
        narrow = List.copyOf(narrow);
        lines = List.copyOf(lines);
    }

    /// One line.
    ///
    /// @param values one a period; NaN where there is none
    /// @param dashed whether it is what something is held against
    /// @param field  whether what lies under it is filled
    public record Line(String words, List<Double> values, String colour, boolean dashed, boolean field) {
        public Line {
            values = List.copyOf(values);
        }

        private double last() {
            return values.reversed().stream()
                    .filter(value -> !value.isNaN())
                    .findFirst()
                    .orElse(0.0);
        }
    }

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 300, true) : new Size(1260, 330, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        double high = lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var step = Options.step(high, 5);
        var top = Math.max(step, step * Math.ceil(high * 1.05 / step));
        int above = size.narrow() ? TOP + APART * lines.size() : TOP;
        var option = Options.ground(LEFT, above, size.narrow() ? RIGHT_NARROW : RIGHT, BOTTOM);
        option.put("xAxis", Options.ticks(size.narrow() ? narrow : ticks));
        option.put("yAxis", Options.values(0, top, step, true, ""));
        option.put("series", lines.stream().map(SpreadPicture::series).toList());
        var words = new ArrayList<Object>();
        words.add(Options.words(0, 10, axis, "var(--ink-2)", 400, "left"));
        words.addAll(names(size, above, top));
        option.put("graphic", words);
        return option;
    }

    private static Object series(Line line) {
        var series = map(
                "type",
                "line",
                "data",
                line.values().stream()
                        .map(value -> value.isNaN() ? (Object) "-" : value)
                        .toList(),
                "symbol",
                line.dashed() ? "none" : "circle",
                "symbolSize",
                8,
                "showAllSymbol",
                true,
                "itemStyle",
                map("color", line.colour(), "opacity", 1),
                "lineStyle",
                map("color", line.colour(), "width", 1.8, "type", line.dashed() ? List.of(5, 4) : "solid"));
        if (line.field()) {
            series.put("areaStyle", map("color", "var(--data-3)", "opacity", 0.5));
        }
        return series;
    }

    /// The names of the lines: at their ends where there is room, otherwise above the picture.
    private List<Object> names(Size size, int above, double top) {
        var words = new ArrayList<Object>();
        if (size.narrow()) {
            for (int at = 0; at < lines.size(); at++) {
                words.add(
                        Options.words(LEFT + 22, TOP + APART * at, lines.get(at).words(), "var(--ink)", 400, "left"));
                words.add(map(
                        "type",
                        "line",
                        "shape",
                        map("x1", LEFT, "x2", LEFT + 16, "y1", TOP + APART * at, "y2", TOP + APART * at),
                        "style",
                        map(
                                "stroke",
                                lines.get(at).colour(),
                                "lineWidth",
                                2,
                                "lineDash",
                                lines.get(at).dashed() ? List.of(4, 3) : List.of())));
            }
            return words;
        }
        double taken = -APART;
        for (var line : lines.stream()
                .sorted((one, other) -> Double.compare(other.last(), one.last()))
                .toList()) {
            double y = above + (top - line.last()) / top * (size.height() - above - BOTTOM);
            double at = Math.max(y, taken + APART);
            taken = at;
            words.add(Options.words(size.width() - RIGHT + 10.0, at, line.words(), "var(--ink)", 400, "left"));
        }
        return words;
    }
}
