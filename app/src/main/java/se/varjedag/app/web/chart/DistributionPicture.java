package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How long it took: one bar a day, slate to the limit and orange after it.
///
/// @param counts  how many reached the end on day 0, 1, 2 …; days beyond are not drawn
/// @param limit   the limit; empty where it is not known, and then every bar is pale
/// @param limitWords two lines beside the limit
/// @param marks   dashed lines such as the median, with their words
/// @param axis    what the days are counted from and to
public record DistributionPicture(
        String label, List<Long> counts, OptionalInt limit, List<String> limitWords, List<Mark> marks, String axis)
        implements Drawing {

    private static final int LEFT = 44;
    private static final int RIGHT = 16;
    private static final int TOP = 58;
    private static final int BOTTOM = 46;

    public DistributionPicture {
        counts = List.copyOf(counts);
        limitWords = List.copyOf(limitWords);
        marks = List.copyOf(marks);
    }

    /// A dashed line.
    public record Mark(double day, String words, @Nullable String under) {}

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 300, true) : new Size(860, 300, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        double top = counts.stream().mapToDouble(Long::doubleValue).max().orElse(1);
        var step = Options.step(top, 4);
        var option = Options.ground(LEFT, top(size), RIGHT, BOTTOM);
        var ticks = new ArrayList<String>();
        var every = size.narrow() ? 28 : counts.size() > 200 ? 28 : 14;
        for (int day = 0; day < counts.size(); day++) {
            ticks.add(day % every == 0 ? String.valueOf(day) : "");
        }
        var days = Options.ticks(ticks);
        days.put("name", axis);
        days.put("nameLocation", "middle");
        days.put("nameGap", 30);
        days.put("nameTextStyle", map("color", "var(--ink-2)", "fontSize", 14));
        option.put("xAxis", days);
        option.put("yAxis", Options.values(0, Math.max(step * Math.ceil(top / step), 1), step, true, ""));
        option.put("series", List.of(map("type", "bar", "barCategoryGap", "18%", "data", bars(), "markLine", lines())));
        option.put("graphic", words(size));
        return option;
    }

    private int top(Size size) {
        return size.narrow() ? TOP + 20 * marks.size() : TOP;
    }

    private List<Object> bars() {
        var bars = new ArrayList<Object>();
        for (int day = 0; day < counts.size(); day++) {
            var colour = limit.isEmpty() ? "var(--data-2)" : day > limit.getAsInt() ? "var(--late)" : "var(--data)";
            bars.add(map("value", counts.get(day), "itemStyle", map("color", colour)));
        }
        return bars;
    }

    private Map<String, Object> lines() {
        var lines = new ArrayList<Object>();
        limit.ifPresent(day -> {
            if (day < counts.size()) {
                lines.add(Options.line("xAxis", day, "var(--ink)", "solid", 2, ""));
            }
        });
        for (var mark : marks) {
            if (mark.day() < counts.size()) {
                lines.add(Options.line("xAxis", Math.rint(mark.day()), "var(--ink-3)", List.of(3, 3), 1.2, ""));
            }
        }
        return map("silent", true, "symbol", "none", "label", map("show", false), "data", lines);
    }

    private List<Object> words(Size size) {
        var words = new ArrayList<Object>();
        int line = 12;
        if (limit.isPresent() && limit.getAsInt() < counts.size()) {
            var x = x(limit.getAsInt(), size);
            var left = !size.narrow() && x > 170;
            for (var text : limitWords) {
                words.add(Options.words(
                        size.narrow() ? LEFT : left ? x - 8 : x + 8,
                        line,
                        text,
                        line == 12 ? "var(--ink)" : "var(--ink-2)",
                        line == 12 ? 600 : 400,
                        left ? "right" : "left"));
                line += 19;
            }
        }
        var place = 12;
        var from = -1e9;
        for (var mark : marks) {
            if (mark.day() >= counts.size()) {
                continue;
            }
            if (size.narrow()) {
                words.add(Options.words(LEFT, line, mark.words(), "var(--ink-2)", 400, "left"));
                line += 19;
                continue;
            }
            var x = x(Math.rint(mark.day()), size);
            place = x - from < 150 ? 50 - place : 12;
            var right = x > size.width() - 190;
            words.add(Options.words(
                    right ? x - 7 : x + 7, place, mark.words(), "var(--ink-2)", 400, right ? "right" : "left"));
            if (mark.under() != null && place == 12) {
                words.add(Options.words(
                        right ? x - 7 : x + 7, 31, mark.under(), "var(--ink-3)", 400, right ? "right" : "left"));
            }
            from = x;
        }
        return words;
    }

    private double x(double day, Size size) {
        return LEFT + (day + 0.5) * (size.width() - LEFT - RIGHT) / counts.size();
    }
}
