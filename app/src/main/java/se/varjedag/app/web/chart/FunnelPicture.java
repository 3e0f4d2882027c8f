package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A funnel plot: each unit's share by its number of patients, between limits that narrow as the number grows.
///
/// @param points  one for each unit; those drawn last lie on top
/// @param limits  the curves of the limits, the outer ones solid
/// @param levels  the lines through the picture, such as the mean and the goal
/// @param bands   the fields of the targets, the palest first
/// @param axis    what the size counts
/// @param unit    what stands after the numbers of the shares' axis
/// @param numbers how the size is written on its axis
public record FunnelPicture(
        String label,
        List<Point> points,
        List<Curve> limits,
        List<Level> levels,
        List<Band> bands,
        String axis,
        String unit,
        Numbers numbers)
        implements Drawing {

    private static final int LEFT = 56;
    private static final int TOP = 14;
    private static final int BOTTOM = 48;
    private static final int RIGHT = 126;
    private static final int RIGHT_NARROW = 12;
    private static final double TEN = 10;
    private static final int LINE = 17;
    private static final int WORDS = 100;

    public FunnelPicture {
        points = points.stream()
                .sorted(Comparator.comparing((Point point) -> point.own())
                        .thenComparing(point -> point.says() != Says.WITHIN))
                .toList();
        limits = List.copyOf(limits);
        levels = List.copyOf(levels);
        bands = List.copyOf(bands);
    }

    /// What a point says by the outer limits.
    public enum Says {
        WITHIN("circle", "var(--data)"),
        BETTER("triangle", "var(--better)"),
        WORSE("diamond", "var(--late)");

        private final String symbol;
        private final String colour;

        Says(String symbol, String colour) {
            this.symbol = symbol;
            this.colour = colour;
        }
    }

    /// How a whole number is written.
    @FunctionalInterface
    public interface Numbers {
        /// The number in the reader's language.
        String written(long number);
    }

    /// A place: how many, and their share from 0 to 1.
    public record Place(double size, double share) {}

    /// One unit.
    ///
    /// @param name    the words beside it; empty for most
    /// @param own     whether it is the reader's
    /// @param earlier where it lay in the earlier period; null without one
    /// @param path    where a click leads; empty for nowhere
    /// @param words   the point in one sentence
    public record Point(
            Place now,
            Says says,
            String name,
            boolean own,
            @Nullable Place earlier,
            String path,
            String words) {}

    /// A limit as a curve.
    public record Curve(List<Place> places, boolean dashed) {
        public Curve {
            places = List.copyOf(places);
        }
    }

    /// A line with its words at the end.
    public record Level(double share, String words, boolean dashed, boolean strong) {}

    /// A field between two shares.
    public record Band(double from, double to, boolean strong) {}

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 380, true) : new Size(760, 470, false);
    }

    /// The sizes and shares that the picture spans, and where they lie in it.
    private record Scale(Size size, double most, double step, double low, double high) {
        double x(double value) {
            return LEFT + value / most * (right() - LEFT);
        }

        double y(double share) {
            return TOP + (high - 100 * share) / (high - low) * (size.height() - TOP - BOTTOM);
        }

        double right() {
            return size.width() - (size.narrow() ? RIGHT_NARROW : RIGHT);
        }

        boolean shows(double share) {
            return 100 * share >= low && 100 * share <= high;
        }
    }

    /// The largest size that the picture spans: where limits need to be drawn to.
    public static double span(double largest) {
        var step = Options.step(largest, 6);
        return step * Math.ceil(Math.max(largest, 1) * 1.02 / step);
    }

    private Scale scale(Size size) {
        double most = 1;
        double low = 1;
        double high = 0;
        for (var point : points) {
            for (var place : places(point)) {
                most = Math.max(most, place.size());
                low = Math.min(low, place.share());
                high = Math.max(high, place.share());
            }
        }
        for (var level : levels) {
            low = Math.min(low, level.share());
            high = Math.max(high, level.share());
        }
        var bottom = Math.max(0, TEN * Math.floor((100 * low - 4) / TEN));
        var top = Math.min(100, TEN * Math.ceil((100 * high + 4) / TEN));
        return new Scale(size, span(most), Options.step(most, size.narrow() ? 4 : 6), bottom, top);
    }

    private static List<Place> places(Point point) {
        return point.earlier() == null ? List.of(point.now()) : List.of(point.now(), point.earlier());
    }

    @Override
    public Map<String, Object> option(Size size) {
        var scale = scale(size);
        var option = Options.ground(LEFT, TOP, size.narrow() ? RIGHT_NARROW : RIGHT, BOTTOM);
        var sizes = Options.values(0, scale.most(), scale.step(), true, "");
        sizes.put("axisLabel", map("show", false));
        sizes.put("axisLine", map("show", true, "onZero", false, "lineStyle", map("color", "var(--rule-2)")));
        sizes.put("splitLine", map("show", false));
        option.put("xAxis", sizes);
        option.put("yAxis", Options.values(scale.low(), scale.high(), TEN, true, unit));
        var series = new ArrayList<Object>();
        series.add(pointSeries());
        limits.forEach(curve -> series.add(curve(curve)));
        series.add(ways());
        series.add(earlierPoints());
        series.add(ground(scale));
        option.put("series", series);
        option.put("graphic", onTop(words(scale)));
        return option;
    }

    @Override
    public List<Link> links() {
        var links = new ArrayList<Link>();
        for (int at = 0; at < points.size(); at++) {
            if (!points.get(at).path().isEmpty()) {
                links.add(new Link(0, at, points.get(at).path(), points.get(at).words()));
            }
        }
        return links;
    }

    private Map<String, Object> pointSeries() {
        var data = new ArrayList<Object>();
        for (var point : points) {
            var round = point.says() == Says.WITHIN;
            data.add(map(
                    "value",
                    List.of(point.now().size(), 100 * point.now().share()),
                    "symbol",
                    point.says().symbol,
                    "symbolSize",
                    (round ? 9 : 12) + (point.own() ? 3 : 0),
                    "itemStyle",
                    point.own()
                            ? map(
                                    "color",
                                    point.says().colour,
                                    "opacity",
                                    1,
                                    "borderColor",
                                    "var(--ink)",
                                    "borderWidth",
                                    2)
                            : map("color", point.says().colour, "opacity", 1)));
        }
        return map("type", "scatter", "data", data, "z", 5);
    }

    private static Map<String, Object> curve(Curve curve) {
        return map(
                "type",
                "line",
                "showSymbol",
                false,
                "silent",
                true,
                "data",
                curve.places().stream()
                        .map(place -> List.of(place.size(), 100 * place.share()))
                        .toList(),
                "lineStyle",
                map("color", "var(--ink-3)", "width", 1.2, "type", curve.dashed() ? List.of(4, 4) : "solid"));
    }

    /// From where a unit lay to where it lies.
    private Map<String, Object> ways() {
        var data = new ArrayList<Object>();
        for (var point : points) {
            var earlier = point.earlier();
            if (earlier != null) {
                data.add(map(
                        "coords",
                        List.of(
                                List.of(earlier.size(), 100 * earlier.share()),
                                List.of(point.now().size(), 100 * point.now().share())),
                        "lineStyle",
                        map("color", point.says() == Says.WITHIN ? "var(--data-2)" : point.says().colour)));
            }
        }
        return Marks.lines(data, map("width", 1.5, "opacity", 1), 4);
    }

    private Map<String, Object> earlierPoints() {
        var data = new ArrayList<Object>();
        for (var point : points) {
            var earlier = point.earlier();
            if (earlier != null) {
                data.add(List.of(earlier.size(), 100 * earlier.share()));
            }
        }
        return Marks.dots(
                data,
                6,
                map("color", "var(--paper)", "borderColor", "var(--data-2)", "borderWidth", 1.5, "opacity", 1),
                4);
    }

    /// The fields of the targets and the lines through the picture.
    private Map<String, Object> ground(Scale scale) {
        var fields = new ArrayList<Object>();
        for (var band : bands) {
            if (100 * band.from() < scale.high()) {
                fields.add(List.of(
                        map(
                                "yAxis",
                                Math.max(scale.low(), 100 * band.from()),
                                "itemStyle",
                                map("color", "var(--better-soft)", "opacity", band.strong() ? 1 : 0.55)),
                        map("yAxis", Math.min(scale.high(), 100 * band.to()))));
            }
        }
        var lines = new ArrayList<Object>();
        for (var level : levels) {
            lines.add(Options.line(
                    "yAxis",
                    100 * level.share(),
                    level.strong() || !level.dashed() ? "var(--ink)" : "var(--ink-3)",
                    level.dashed() ? List.of(5, 4) : "solid",
                    level.strong() ? 1.5 : 1.2,
                    ""));
        }
        return map(
                "type",
                "scatter",
                "silent",
                true,
                "data",
                List.of(),
                "markArea",
                map("silent", true, "data", fields),
                "markLine",
                map("silent", true, "symbol", "none", "label", map("show", false), "data", lines));
    }

    /// Words lie on the fields and the points.
    private static List<Map<String, Object>> onTop(List<Map<String, Object>> words) {
        words.forEach(word -> word.put("z", WORDS));
        return words;
    }

    private List<Map<String, Object>> words(Scale scale) {
        var words = new ArrayList<Map<String, Object>>();
        int bottom = scale.size().height() - BOTTOM;
        for (double tick = 0; tick <= scale.most() + 1e-9; tick += scale.step()) {
            words.add(Options.words(
                    scale.x(tick), bottom + 14, numbers.written(Math.round(tick)), "var(--ink-2)", 400, "center"));
        }
        words.add(Options.words((LEFT + scale.right()) / 2, bottom + 36, axis, "var(--ink-2)", 400, "center"));
        words.addAll(levelWords(scale));
        var taken = new LabelPlaces(LEFT, TOP, scale.right(), bottom);
        points.forEach(point ->
                taken.point(scale.x(point.now().size()), scale.y(point.now().share())));
        for (var point : points.reversed()) {
            if (!point.name().isEmpty()) {
                taken.place(scale.x(point.now().size()), scale.y(point.now().share()), point.name())
                        .ifPresent(place -> words.add(Options.words(
                                place.x(),
                                place.y(),
                                point.name(),
                                "var(--ink)",
                                point.own() ? 600 : 400,
                                place.align())));
            }
        }
        return words;
    }

    /// The words of the lines at their right end, pushed apart where they would lie on each other.
    private List<Map<String, Object>> levelWords(Scale scale) {
        var words = new ArrayList<Map<String, Object>>();
        double taken = -LINE;
        for (var level : levels.stream()
                .sorted(Comparator.comparingDouble(Level::share).reversed())
                .toList()) {
            if (scale.shows(level.share())) {
                double y = Math.max(scale.y(level.share()) - (scale.size().narrow() ? 9 : 0), taken + LINE);
                taken = y;
                words.add(Options.words(
                        scale.size().narrow() ? scale.right() - 2 : scale.right() + 8,
                        y,
                        level.words(),
                        level.strong() ? "var(--ink)" : "var(--ink-2)",
                        level.strong() ? 600 : 400,
                        scale.size().narrow() ? "right" : "left"));
            }
        }
        return words;
    }
}
