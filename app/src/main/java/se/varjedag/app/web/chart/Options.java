package se.varjedag.app.web.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pieces all our options share: no animation, colours as tokens, quiet axes.
final class Options {

    static final String FONT = "Source Sans 3";

    private Options() {}

    /// A map of names and values, in the order given.
    static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /// The ground of every option.
    static Map<String, Object> ground(int left, int top, int right, int bottom) {
        return map(
                "animation", false,
                "textStyle", map("fontFamily", FONT, "fontSize", 14, "color", "var(--ink-2)"),
                "grid", map("left", left, "top", top, "right", right, "bottom", bottom));
    }

    /// A category axis with these ticks; an empty tick has no label.
    static Map<String, Object> ticks(List<String> ticks) {
        return map(
                "type", "category",
                "data", ticks,
                "axisTick", map("show", false),
                "splitLine", map("show", false),
                "axisLine", map("lineStyle", map("color", "var(--rule-2)")),
                "axisLabel", map("color", "var(--ink-2)", "fontSize", 14, "interval", 0, "hideOverlap", false));
    }

    /// A value axis from 0, or hidden where the lines carry their values.
    static Map<String, Object> values(double min, double max, double interval, boolean shown, String unit) {
        return map(
                "type",
                "value",
                "min",
                min,
                "max",
                max,
                "interval",
                interval,
                "show",
                shown,
                "axisLine",
                map("show", false),
                "axisTick",
                map("show", false),
                "axisLabel",
                map("color", "var(--ink-2)", "fontSize", 14, "formatter", "{value}" + unit),
                "splitLine",
                map("show", true, "lineStyle", map("color", "var(--rule)", "width", 1)));
    }

    /// A line through the whole picture, with or without words at its end.
    static Map<String, Object> line(String axis, double at, String colour, Object type, double width, String words) {
        return map(
                axis,
                at,
                "lineStyle",
                map("color", colour, "type", type, "width", width),
                "label",
                map("show", !words.isEmpty(), "formatter", words));
    }

    /// Words at a place of the picture.
    static Map<String, Object> words(double x, double y, String text, String colour, int weight, String align) {
        return map(
                "type",
                "text",
                "x",
                x,
                "y",
                y,
                "silent",
                true,
                "style",
                map(
                        "text", text,
                        "fill", colour,
                        "font", weight + " 14px " + FONT,
                        "textAlign", align,
                        "textVerticalAlign", "middle"));
    }

    /// The step of an axis that ends at or above a value in at most so many steps: 1, 2 or 5 times a power of ten.
    static double step(double max, int steps) {
        var raw = Math.max(max, 1e-9) / steps;
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (var times : new double[] {1, 2, 5, 10}) {
            if (times * power >= raw - 1e-12) {
                return times * power;
            }
        }
        return 10 * power;
    }
}
