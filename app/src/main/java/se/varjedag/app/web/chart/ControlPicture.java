package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A process behaviour chart whose limits may go with each point and begin anew at a point: XmR and p charts.
///
/// @param points in order of time
/// @param wide   the words at the right edge, and beside the latest point
/// @param narrow the same where there is little room
/// @param goal   a goal with its words
/// @param event  what was done, with its words
public record ControlPicture(
        String label, List<Point> points, Words wide, Words narrow, Optional<Level> goal, Optional<Event> event)
        implements Drawing {

    public ControlPicture {
        points = List.copyOf(points);
    }

    /// One period.
    ///
    /// @param tick   its label on the axis; empty for most
    /// @param narrow its label where there is little room
    /// @param group  which baseline it is judged by, from 0
    public record Point(
            String tick,
            String narrow,
            double value,
            double mean,
            double lower,
            double upper,
            int group,
            XmrPicture.Signal signal) {}

    /// What is printed of the latest period: its mean and limits, and its value.
    public record Words(String mean, String upper, String lower, String last) {}

    /// A level through the whole picture.
    public record Level(double value, String words) {}

    /// Something that was done in the period with this number.
    public record Event(int index, String words, int until) {

        /// What was done at once.
        public Event(int index, String words) {
            this(index, words, -1);
        }
    }

    private static final int ABOVE = 34;
    private static final int BELOW = 44;
    private static final int WORDS_BESIDE = 150;
    private static final int NUMBERS_BESIDE = 64;
    private static final int NEAR = 10;
    private static final int FAR = 28;
    private static final List<Place> PLACES =
            List.of(new Place(true, NEAR), new Place(false, NEAR), new Place(true, FAR), new Place(false, FAR));
    private static final int AIR = 4;
    private static final int ON_LINE = 3;
    private static final int LETTERS = 16;
    private static final int LETTER = 8;

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 280, true) : new Size(1180, 380, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        double low = points.stream()
                .mapToDouble(point -> Math.min(point.value(), point.lower()))
                .min()
                .orElse(0);
        double high = points.stream()
                .mapToDouble(point -> Math.max(point.value(), point.upper()))
                .max()
                .orElse(1);
        if (goal.isPresent()) {
            low = Math.min(low, goal.get().value());
            high = Math.max(high, goal.get().value());
        }
        double room = Math.max(high - low, 1) * 0.08;
        var words = size.narrow() ? narrow : wide;
        var option = Options.ground(8, ABOVE, size.narrow() ? NUMBERS_BESIDE : WORDS_BESIDE, BELOW);
        var axis = Options.ticks(
                points.stream().map(size.narrow() ? Point::narrow : Point::tick).toList());
        // A lower limit of 0 is a line of its own and not the axis.
        axis.put("axisLine", map("onZero", false, "lineStyle", map("color", "var(--rule-2)")));
        option.put("xAxis", axis);
        option.put("yAxis", Options.values(low - room, high + room, high - low + 2 * room, false, ""));
        var series = new ArrayList<Object>();
        int groups = points.isEmpty() ? 0 : points.getLast().group() + 1;
        for (int group = 0; group < groups; group++) {
            boolean latest = group == groups - 1;
            series.add(line(group, Point::mean, "var(--ink)", "solid", latest ? words.mean() : ""));
            series.add(line(group, Point::upper, "var(--ink-3)", List.of(4, 4), latest ? words.upper() : ""));
            series.add(line(group, Point::lower, "var(--ink-3)", List.of(4, 4), latest ? words.lower() : ""));
        }
        series.add(values(size, (high - low + 2 * room) / (size.height() - ABOVE - BELOW)));
        option.put("series", series);
        return option;
    }

    private Map<String, Object> line(
            int group, ToDoubleFunction<Point> level, String colour, Object type, String words) {
        var data = new ArrayList<Object>();
        for (var point : points) {
            data.add(point.group() == group ? level.applyAsDouble(point) : "-");
        }
        return map(
                "type",
                "line",
                "data",
                data,
                "step",
                "middle",
                "symbol",
                "none",
                "silent",
                true,
                "lineStyle",
                map("color", colour, "type", type, "width", 1),
                "labelLayout",
                map("moveOverlap", "shiftY"),
                "endLabel",
                map(
                        "show",
                        !words.isEmpty(),
                        "formatter",
                        words,
                        "color",
                        "var(--ink-2)",
                        "fontSize",
                        14,
                        "lineHeight",
                        16,
                        "distance",
                        10));
    }

    private Map<String, Object> values(Size size, double perPixel) {
        var data = new ArrayList<Object>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            boolean latest = i == points.size() - 1;
            boolean round = point.signal() == XmrPicture.Signal.USUAL;
            var mark = map(
                    "value",
                    point.value(),
                    "symbol",
                    point.signal().symbol(),
                    "symbolSize",
                    latest ? (round ? 12 : 14) : round ? 7 : 9,
                    "itemStyle",
                    map("color", point.signal().colour(), "opacity", 1));
            if (latest) {
                mark.put("label", lastLabel(point, size, perPixel));
            }
            data.add(mark);
        }
        var marks = new ArrayList<Object>();
        goal.ifPresent(level -> {
            var mark = Options.line("yAxis", level.value(), "var(--ink)", List.of(6, 4), 1.5, level.words());
            mark.put("label", label("insideStartTop", level.words()));
            marks.add(mark);
        });
        event.ifPresent(done -> {
            var mark = Options.line("xAxis", done.index(), "var(--accent)", "solid", 2, done.words());
            mark.put("label", eventLabel(done, size));
            marks.add(mark);
            if (done.until() > done.index()) {
                marks.add(Options.line("xAxis", done.until(), "var(--accent)", List.of(4, 4), 2, ""));
            }
        });
        return map(
                "type",
                "line",
                "data",
                data,
                "z",
                3,
                "lineStyle",
                map("color", "var(--data-2)", "width", 1.5),
                "markLine",
                map("silent", true, "symbol", "none", "data", marks));
    }

    /// Where the words of the latest value stand: over or under it, near or a little further off.
    ///
    /// @param over whether over it
    /// @param distance from the point, in pixels
    private record Place(boolean over, int distance) {

        /// How far its middle lies above the point, in pixels.
        int middle() {
            return over ? distance + LETTERS / 2 : -distance - LETTERS / 2;
        }
    }

    /// The words of the latest value end at its point, where fewest lines and points are in the way.
    ///
    /// @param perPixel how much a pixel of the height is worth
    private Map<String, Object> lastLabel(Point last, Size size, double perPixel) {
        var words = size.narrow() ? narrow.last() : wide.last();
        var place = PLACES.stream()
                .min(Comparator.comparingInt(one -> inTheWay(one, words, size, perPixel)))
                .orElseThrow();
        var label = label(place.over() ? "top" : "bottom", words);
        label.put("align", "right");
        label.put("distance", place.distance());
        label.put("fontWeight", 600);
        label.put(
                "color",
                switch (last.signal()) {
                    case USUAL, NOTABLE -> "var(--ink)";
                    case BETTER -> "var(--better-ink)";
                    case WORSE -> "var(--late-ink)";
                });
        return label;
    }

    /// How much is in the way of words at a place: a line counts most, then the curve, then being further off.
    private int inTheWay(Place place, String words, Size size, double perPixel) {
        var last = points.getLast();
        var lines = new ArrayList<Double>(List.of(last.mean(), last.lower(), last.upper()));
        goal.ifPresent(level -> lines.add(level.value()));
        var curve = new ArrayList<Double>();
        double quarter = (size.width() - (size.narrow() ? NUMBERS_BESIDE : WORDS_BESIDE)) / (4.0 * points.size());
        int covered = (int) Math.ceil(LETTER * words.length() / quarter);
        for (int back = 1; back <= covered && back <= 4 * (points.size() - 1); back++) {
            int after = points.size() - 1 - (back - 1) / 4;
            double step = points.get(after).value() - points.get(after - 1).value();
            curve.add(points.get(after).value() - ((back - 1) % 4 + 1) / 4.0 * step);
        }
        return ON_LINE * under(place, lines, perPixel)
                + under(place, curve, perPixel)
                + (place.distance() > NEAR ? 1 : 0);
    }

    /// How many of these heights the words would cover.
    private int under(Place place, List<Double> heights, double perPixel) {
        double value = points.getLast().value();
        return (int) heights.stream()
                .mapToDouble(height -> (height - value) / perPixel - place.middle())
                .filter(away -> Math.abs(away) < LETTERS / 2.0 + AIR)
                .count();
    }

    private static Map<String, Object> label(String position, String words) {
        return map(
                "show",
                true,
                "position",
                position,
                "formatter",
                words,
                "color",
                "var(--ink)",
                "fontSize",
                14,
                "textBorderColor",
                "var(--paper)",
                "textBorderWidth",
                3);
    }

    /// The words stand over their line, and lean away from the nearer edge.
    private Map<String, Object> eventLabel(Event done, Size size) {
        var label = label("end", done.words());
        label.put("color", "var(--accent)");
        label.put("fontWeight", 600);
        label.put("align", done.index() * 2 > points.size() ? "right" : "left");
        label.put("width", size.width() / 2);
        label.put("overflow", "truncate");
        return label;
    }
}
