package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Chances that were given beside what came of them: points on the line held what they said.
///
/// @param points from the lowest chance to the highest
/// @param given  the words under the axis of chances
/// @param came   the words over the axis of shares
/// @param line   the words of the line where both are the same
/// @param unit   what stands after the numbers
public record CalibrationPicture(String label, List<Point> points, String given, String came, String line, String unit)
        implements Drawing {

    private static final int LEFT = 62;
    private static final int TOP = 40;
    private static final int BOTTOM = 58;
    private static final int RIGHT = 20;

    public CalibrationPicture {
        points = List.copyOf(points);
    }

    /// Those given about the same chance, as shares from 0 to 1.
    ///
    /// @param low  the lower bound of the share that came
    /// @param high the upper
    /// @param own  the words beside it; empty for most
    public record Point(double given, double came, double low, double high, String own) {}

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 340, true) : new Size(620, 460, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        var option = Options.ground(LEFT, TOP, RIGHT, BOTTOM);
        var across = Options.values(0, 100, size.narrow() ? 25 : 20, true, unit);
        across.put("axisLine", map("show", true, "lineStyle", map("color", "var(--rule-2)")));
        across.put("splitLine", map("show", false));
        option.put("xAxis", across);
        option.put("yAxis", Options.values(0, 100, size.narrow() ? 25 : 20, true, unit));
        option.put("series", List.of(same(), intervals(), dots()));
        double right = size.width() - RIGHT;
        double bottom = size.height() - BOTTOM;
        option.put(
                "graphic",
                List.of(
                        Options.words(4, 14, came, "var(--ink-2)", 400, "left"),
                        Options.words((LEFT + right) / 2, bottom + 42, given, "var(--ink-2)", 400, "center"),
                        Options.words(
                                LEFT + 0.78 * (right - LEFT),
                                TOP + 0.12 * (bottom - TOP),
                                line,
                                "var(--ink)",
                                400,
                                "right")));
        return option;
    }

    private static Map<String, Object> same() {
        return map(
                "type",
                "line",
                "silent",
                true,
                "showSymbol",
                false,
                "data",
                List.of(List.of(0, 0), List.of(100, 100)),
                "lineStyle",
                map("color", "var(--ink)", "width", 1, "type", List.of(5, 4)));
    }

    private Map<String, Object> intervals() {
        var data = new ArrayList<Object>();
        for (var point : points) {
            data.add(map(
                    "coords",
                    List.of(
                            List.of(100 * point.given(), 100 * point.low()),
                            List.of(100 * point.given(), 100 * point.high()))));
        }
        return Marks.lines(data, map("color", "var(--data)", "width", 2, "opacity", 1), 3);
    }

    private Map<String, Object> dots() {
        var data = new ArrayList<Object>();
        for (var point : points) {
            data.add(map(
                    "value",
                    List.of(100 * point.given(), 100 * point.came()),
                    "label",
                    map(
                            "show",
                            !point.own().isEmpty(),
                            "formatter",
                            point.own(),
                            "position",
                            "right",
                            "color",
                            "var(--ink-2)",
                            "fontSize",
                            14)));
        }
        return Marks.dots(data, 9, map("color", "var(--data)", "opacity", 1), 5);
    }
}
