package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The part that had come by each day: a stair from 0 to 100 per cent, with its quantiles marked.
///
/// @param shares per cent by the end of day 0, 1, 2 …
/// @param limit  where a limit stands; empty where there is no one limit
/// @param marks  from the lowest to the highest
public record StairPicture(
        String label, List<Double> shares, OptionalInt limit, String limitWords, List<Mark> marks, String axis)
        implements Drawing {

    private static final int LEFT = 52;
    private static final int RIGHT = 24;
    private static final int TOP = 24;
    private static final int BOTTOM = 46;

    public StairPicture {
        shares = List.copyOf(shares);
        marks = List.copyOf(marks);
    }

    /// A quantile: the day, the per cent, and its words.
    public record Mark(double day, double share, String words) {}

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 280, true) : new Size(560, 300, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        var option = Options.ground(LEFT, TOP, RIGHT, BOTTOM);
        option.put("xAxis", Marks.days(shares.size(), size.narrow() || shares.size() > 120, axis));
        option.put("yAxis", Options.values(0, 100, 20, true, " %"));
        option.put(
                "series",
                List.of(map(
                        "type",
                        "line",
                        "step",
                        "end",
                        "symbol",
                        "none",
                        "data",
                        shares,
                        "lineStyle",
                        map("color", "var(--data)", "width", 2),
                        "markLine",
                        lines(),
                        "markPoint",
                        points())));
        option.put("graphic", words(size));
        return option;
    }

    private Map<String, Object> lines() {
        var lines = new ArrayList<Object>();
        limit.ifPresent(day -> {
            if (day < shares.size()) {
                lines.add(Options.line("xAxis", day, "var(--ink)", "solid", 2, ""));
            }
        });
        return map("silent", true, "symbol", "none", "label", map("show", false), "data", lines);
    }

    private Map<String, Object> points() {
        var points = new ArrayList<Object>();
        for (var mark : marks) {
            if (mark.day() < shares.size()) {
                points.add(map(
                        "coord", List.of(Math.rint(mark.day()), mark.share()),
                        "itemStyle", map("color", "var(--ink)")));
            }
        }
        return map("silent", true, "symbol", "circle", "symbolSize", 8, "label", map("show", false), "data", points);
    }

    /// A mark's words stand to the right of its point, under the stair; the limit's beside its line, at the foot.
    private List<Object> words(Size size) {
        var words = new ArrayList<Object>();
        for (var mark : marks) {
            if (mark.day() < shares.size()) {
                double x = x(Math.rint(mark.day()), size);
                boolean left = x > size.width() - 150;
                words.add(Options.words(
                        left ? x - 10 : x + 10,
                        y(mark.share(), size) + (left ? -14 : 12),
                        mark.words(),
                        "var(--ink)",
                        400,
                        left ? "right" : "left"));
            }
        }
        limit.ifPresent(day -> {
            if (day < shares.size()) {
                double x = x(day, size);
                boolean left = x > size.width() - 120;
                words.add(Options.words(
                        left ? x - 8 : x + 8, y(6, size), limitWords, "var(--ink)", 600, left ? "right" : "left"));
            }
        });
        return words;
    }

    private double x(double day, Size size) {
        return LEFT + (day + 0.5) * (size.width() - LEFT - RIGHT) / shares.size();
    }

    private static double y(double share, Size size) {
        return TOP + (100 - share) / 100 * (size.height() - TOP - BOTTOM);
    }
}
