package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The marks that more than one picture is made of.
final class Marks {

    private Marks() {}

    /// Straight lines from place to place, each with its own two ends.
    ///
    /// @param lines each a map with its `coords`
    /// @param layer what lies higher is drawn over what lies lower
    static Map<String, Object> lines(List<Object> lines, Map<String, Object> style, int layer) {
        return map(
                "type",
                "lines",
                "coordinateSystem",
                "cartesian2d",
                "silent",
                true,
                "symbol",
                "none",
                "lineStyle",
                style,
                "data",
                lines,
                "z",
                layer);
    }

    /// Round marks that answer no pointer.
    static Map<String, Object> dots(List<Object> dots, int size, Map<String, Object> style, int layer) {
        return map(
                "type",
                "scatter",
                "silent",
                true,
                "symbol",
                "circle",
                "symbolSize",
                size,
                "itemStyle",
                style,
                "data",
                dots,
                "z",
                layer);
    }

    /// A line through values, named at its end; names that would lie on each other move apart.
    static Map<String, Object> named(String name, List<?> values, Map<String, Object> style) {
        return map(
                "type",
                "line",
                "data",
                values,
                "lineStyle",
                style,
                "labelLayout",
                map("moveOverlap", "shiftY"),
                "endLabel",
                map("show", true, "formatter", name, "color", "var(--ink)", "fontSize", 14, "distance", 8));
    }

    /// An axis of days from 0, labelled every fourth week where there is little room and else every other.
    ///
    /// @param days  how many
    /// @param words what the days are counted from and to
    static Map<String, Object> days(int days, boolean narrow, String words) {
        int every = narrow ? 28 : 14;
        var axis = Options.ticks(IntStream.range(0, days)
                .mapToObj(day -> day % every == 0 ? String.valueOf(day) : "")
                .toList());
        return under(axis, words);
    }

    /// The words under an axis.
    static Map<String, Object> under(Map<String, Object> axis, String words) {
        axis.put("name", words);
        axis.put("nameLocation", "middle");
        axis.put("nameGap", 30);
        axis.put("nameTextStyle", map("color", "var(--ink-2)", "fontSize", 14));
        return axis;
    }
}
