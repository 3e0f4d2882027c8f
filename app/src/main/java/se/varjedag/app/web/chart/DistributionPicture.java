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
    private static final int TOP = 62;
    private static final int BOTTOM = 46;
    private static final int ROW = 12;
    private static final int NEXT = 19;
    private static final int LOW_ROW = 50;

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
        option.put("xAxis", Marks.days(counts.size(), size.narrow() || counts.size() > 200, axis));
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
        return size.narrow() ? listed() : besideLines(size);
    }

    /// With little room the words stand in a list above the picture.
    private List<Object> listed() {
        var words = new ArrayList<Object>();
        int line = ROW;
        for (var text : limitWords) {
            words.add(Options.words(
                    LEFT, line, text, line == ROW ? "var(--ink)" : "var(--ink-2)", line == ROW ? 600 : 400, "left"));
            line += NEXT;
        }
        for (var mark : marks) {
            words.add(Options.words(LEFT, line, mark.words(), "var(--ink-2)", 400, "left"));
            line += NEXT;
        }
        return words;
    }

    /// With room they stand beside their lines: a mark before the limit to its left, one after it to its right, and the
    /// limit's own words on the side where no mark is.
    private List<Object> besideLines(Size size) {
        var words = new ArrayList<Object>();
        int at = limit.isPresent() && limit.getAsInt() < counts.size() ? limit.getAsInt() : -1;
        var limitLeft = marks.stream().allMatch(mark -> mark.day() >= at);
        double taken = -1e9;
        if (at >= 0) {
            var x = x(at, size);
            int line = ROW;
            for (var text : limitWords) {
                words.add(Options.words(
                        limitLeft ? x - 8 : x + 8,
                        line,
                        text,
                        line == ROW ? "var(--ink)" : "var(--ink-2)",
                        line == ROW ? 600 : 400,
                        limitLeft ? "right" : "left"));
                line += NEXT;
            }
            taken = limitLeft ? -1e9 : x + 175;
        }
        double leftTaken = 1e9;
        for (var mark : marks) {
            if (mark.day() >= counts.size()) {
                continue;
            }
            var x = x(Math.rint(mark.day()), size);
            var left = mark.day() < at || x > size.width() - 190;
            var low = left ? leftTaken < 1e9 : x < taken;
            var beside = left ? x - 7 : x + 7;
            var align = left ? "right" : "left";
            words.add(Options.words(beside, low ? LOW_ROW : ROW, mark.words(), "var(--ink-2)", 400, align));
            if (mark.under() != null && !low) {
                words.add(Options.words(beside, ROW + NEXT, mark.under(), "var(--ink-3)", 400, align));
            }
            if (left) {
                leftTaken = x;
            } else {
                taken = x + 100;
            }
        }
        return words;
    }

    private double x(double day, Size size) {
        return LEFT + (day + 0.5) * (size.width() - LEFT - RIGHT) / counts.size();
    }
}
