package se.varjedag.nation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.varjedag.nation.PublishedFigures.Measure;
import se.varjedag.pathway.measure.LimitCount;

/// A comparison as text: one line per place and year, simulated, published and the difference beside one another.
final class ComparisonTable {
    private static final int NAME = 27;

    private final List<Comparison.Line> lines;
    private final List<Comparison.ByLimit> limits;
    private final double scale;

    ComparisonTable(List<Comparison.Line> lines, List<Comparison.ByLimit> limits, double scale) {
        this.lines = lines;
        this.limits = limits;
        this.scale = scale;
    }

    String text() {
        var text = new StringBuilder();
        text.append(
                        "Simulated (sim) beside published (publ) and the difference (diff); published numbers are taken to scale ")
                .append(plain(scale))
                .append(".\n");
        for (var limit : limits) {
            year(text, limit);
        }
        return text.toString();
    }

    private void year(StringBuilder text, Comparison.ByLimit limit) {
        text.append("\n").append(limit.year()).append("\n");
        text.append(pad("", NAME));
        for (var title : List.of(
                "investigated", "started", "within limit, %", "inclusion, %", "overtime days", "mean overtime")) {
            text.append(center(title));
        }
        text.append("\n").append(pad("", NAME));
        for (int column = 0; column < 6; column++) {
            text.append(left("sim")).append(left("publ")).append(left("diff"));
        }
        text.append("\n");
        places(limit.year()).forEach((name, figures) -> {
            text.append(pad(name, NAME));
            for (var measure : List.of(
                    Measure.INVESTIGATED,
                    Measure.STARTED,
                    Measure.WITHIN,
                    Measure.INCLUSION,
                    Measure.OVERTIME,
                    Measure.MEAN_OVERTIME)) {
                figure(text, figures.get(measure));
            }
            text.append("\n");
        });
        apart(text, "of them, limit read", limit.read());
        apart(text, "of them, limit assumed", limit.assumed());
    }

    private Map<String, Map<Measure, Comparison.Line>> places(int year) {
        var places = new LinkedHashMap<String, Map<Measure, Comparison.Line>>();
        for (var line : lines) {
            if (line.year() == year) {
                places.computeIfAbsent(line.name(), name -> new LinkedHashMap<>())
                        .put(line.measure(), line);
            }
        }
        return places;
    }

    private static void figure(StringBuilder text, Comparison.@Nullable Line line) {
        boolean count = line != null && line.measure().count();
        var simulated = line == null ? OptionalDouble.empty() : line.simulated();
        var published = line == null ? OptionalDouble.empty() : line.published();
        var difference = line == null ? OptionalDouble.empty() : line.difference();
        text.append(left(number(simulated, count)))
                .append(left(number(published, count)))
                .append(left(number(difference, count)));
    }

    private static void apart(StringBuilder text, String name, LimitCount limits) {
        text.append(pad(name, NAME))
                .append(String.format(
                        Locale.ROOT,
                        "%d with a limit, %d within (%s %%), %d overtime days, mean %s\n",
                        limits.withLimit(),
                        limits.within(),
                        number(ratio(100.0 * limits.within(), limits.withLimit()), false),
                        limits.overtimeDays(),
                        number(ratio((double) limits.overtimeDays(), limits.over()), false)));
    }

    private static OptionalDouble ratio(double part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    private static String number(OptionalDouble value, boolean count) {
        return value.isEmpty() ? "–" : String.format(Locale.ROOT, count ? "%.0f" : "%.1f", value.getAsDouble());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text.substring(0, width) : text + " ".repeat(width - text.length());
    }

    private static String left(String text) {
        return " ".repeat(Math.max(1, 8 - text.length())) + text;
    }

    private static String center(String text) {
        return left(" ".repeat(Math.max(0, 24 - text.length())) + text);
    }
}
