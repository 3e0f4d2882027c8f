package se.varjedag.app.overview.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.web.Formats;

/// A line of numbers over time in a lane, with an axis of its own. However many numbers there are, what is drawn is no
/// more than the eye can tell apart: of each column of the screen the first, lowest, highest and last.
final class Curve {
    private static final int DOTS = 90;
    private static final double HUNDRED = 100;

    private final Axis axis;
    private final double top;
    private final double bottom;
    private final boolean log;
    private final double lowest;
    private final double highest;

    Curve(Axis axis, double top, double bottom, boolean log, List<Fact> facts) {
        this.axis = axis;
        this.top = top;
        this.bottom = bottom;
        var numbers = facts.stream()
                .flatMapToDouble(fact -> DoubleStream.concat(
                        DoubleStream.of(number(fact)),
                        DoubleStream.concat(end(fact.low()).stream(), end(fact.high()).stream())))
                .filter(number -> !log || number > 0)
                .summaryStatistics();
        this.log = log && numbers.getCount() > 0;
        double low = numbers.getCount() == 0 ? 0 : numbers.getMin();
        double high = numbers.getCount() == 0 ? 1 : numbers.getMax();
        if (this.log) {
            lowest = Math.pow(10, Math.floor(Math.log10(low)));
            highest = Math.max(lowest * 10, Math.pow(10, Math.ceil(Math.log10(high))));
        } else {
            // One value alone stands in the middle of a tenth of itself.
            double step = step(high > low ? high - low : Math.max(Math.abs(high) / 10, 1));
            lowest = Math.floor(low / step) * step;
            highest = Math.max(lowest + step, Math.ceil(high / step) * step);
        }
    }

    private static OptionalDouble end(@Nullable Double end) {
        return end == null ? OptionalDouble.empty() : OptionalDouble.of(end);
    }

    /// The number of a fact that has one.
    static double number(Fact fact) {
        var number = fact.number();
        if (number == null) {
            throw new IllegalArgumentException("No number: " + fact);
        }
        return number;
    }

    private static double step(double span) {
        double rough = Math.max(span, 1e-6) / 2;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / ten;
        return ten * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
    }

    double y(double number) {
        double share = log
                ? (Math.log10(Math.max(number, lowest)) - Math.log10(lowest))
                        / (Math.log10(highest) - Math.log10(lowest))
                : (number - lowest) / (highest - lowest);
        return Axis.round(bottom - (bottom - top) * Math.clamp(share, 0, 1));
    }

    /// The lines of the axis with their numbers, and the reference range as a band behind.
    List<Shape> frame(Formats formats, List<Fact> facts) {
        var shapes = new ArrayList<Shape>();
        var newest = facts.getLast();
        if (newest.low() != null || newest.high() != null) {
            double upper = newest.high() == null ? top : y(newest.high());
            double lower = newest.low() == null ? bottom : y(newest.low());
            shapes.add(new Shape.Box(
                    Axis.LEFT, upper, Axis.RIGHT - Axis.LEFT, Math.max(1, lower - upper), "var(--band-1)", "none", ""));
        }
        for (double at : levels()) {
            shapes.add(new Shape.Stroke(Axis.LEFT, y(at), Axis.RIGHT, y(at), "var(--rule)", 1, "none"));
            shapes.add(new Shape.Words(Axis.LEFT - 6, y(at) + 4, "end", written(formats, at), "var(--ink-3)", 400, 12));
        }
        return shapes;
    }

    private List<Double> levels() {
        if (!log) {
            return bottom - top > 80 ? List.of(lowest, (lowest + highest) / 2, highest) : List.of(lowest, highest);
        }
        var levels = new ArrayList<Double>();
        for (double at = lowest; at <= highest * 1.001; at *= 10) {
            levels.add(at);
        }
        return bottom - top > 80 || levels.size() < 3 ? levels : List.of(lowest, highest);
    }

    /// The line itself, with dots while they can be told apart.
    List<Shape> line(List<Fact> facts, String colour) {
        var kept = thinned(facts);
        var path = new StringBuilder();
        var dots = new StringBuilder();
        for (var fact : kept) {
            double x = axis.x(fact.day());
            double y = y(number(fact));
            path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
            dots.append("M%s %sh5v5h-5z".formatted(Axis.round(x - 2.5), Axis.round(y - 2.5)));
        }
        var shapes = new ArrayList<Shape>();
        shapes.add(new Shape.Drawn(path.toString(), "none", colour, 1.6, ""));
        if (kept.size() <= DOTS) {
            shapes.add(new Shape.Drawn(dots.toString(), colour, "none", 0, ""));
        }
        return shapes;
    }

    /// Of each column of the screen the first, lowest, highest and last.
    private List<Fact> thinned(List<Fact> facts) {
        var kept = new ArrayList<Fact>();
        for (int from = 0; from < facts.size(); ) {
            long column = Math.round(axis.x(facts.get(from).day()));
            int to = from;
            int low = from;
            int high = from;
            while (to < facts.size() && Math.round(axis.x(facts.get(to).day())) == column) {
                low = number(facts.get(to)) < number(facts.get(low)) ? to : low;
                high = number(facts.get(to)) > number(facts.get(high)) ? to : high;
                to++;
            }
            IntStream.of(from, low, high, to - 1).distinct().sorted().forEach(at -> kept.add(facts.get(at)));
            from = to;
        }
        return kept;
    }

    /// A number with as many decimals as its size asks for.
    static String written(Formats formats, double number) {
        double size = Math.abs(number);
        int decimals = number == Math.rint(number) || size >= HUNDRED ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        for (double at = number; decimals > 0; decimals--) {
            double more = Math.pow(10, decimals - 1.0);
            if (Math.abs(Math.rint(at * more) - at * more) > 1e-9) {
                break;
            }
        }
        return formats.decimal(number, decimals);
    }
}
