package se.varjedag.app.careplan.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.varjedag.app.careplan.HomeMeasure;
import se.varjedag.app.careplan.Measured.Version;

/// What a patient has measured, as lines over the days. It is small enough for a phone, and its digits are still read
/// there. The table beside it says the same.
///
/// @param said  the finding in one sentence, for who does not see the picture
/// @param lines one for each number of the measure
public record MeasurePicture(String said, List<Tick> ticks, List<Line> lines, List<Tick> days) {
    static final double LEFT = 46;
    static final double RIGHT = 312;
    private static final double TOP = 16;
    private static final double BOTTOM = 140;
    private static final double BETWEEN = 8;
    private static final double LABEL = 9;
    private static final int STEPS = 3;
    private static final double[] NICE = {1, 2, 5, 10};
    private static final List<String> COLOURS = List.of("var(--k1)", "var(--k4)");

    /// A number of the axis, or a day under it.
    public record Tick(double at, String text, String anchor) {}

    /// One number over time.
    ///
    /// @param name  empty where there is one number only
    /// @param nameY where the name stands
    public record Line(String name, String colour, String points, List<Dot> dots, double nameY) {
        public Line {
            dots = List.copyOf(dots);
        }
    }

    /// One measuring.
    public record Dot(double x, double y) {}

    private record Scale(double low, double high, double step, LocalDate first, LocalDate last) {
        double y(double number) {
            return BOTTOM - (BOTTOM - TOP) * (number - low) / (high - low);
        }

        double x(LocalDate day) {
            double days = ChronoUnit.DAYS.between(first, last);
            return days == 0
                    ? (LEFT + RIGHT) / 2
                    : LEFT + BETWEEN + (RIGHT - LEFT - 2 * BETWEEN) * ChronoUnit.DAYS.between(first, day) / days;
        }
    }

    /// @param standing the oldest first; at least one
    static MeasurePicture of(List<Version> standing, MeasureWords words) {
        var measure = words.measure();
        var scale = scale(measure, standing);
        var ticks = new ArrayList<Tick>();
        for (int step = 0; scale.low() + step * scale.step() <= scale.high() + scale.step() / 2; step++) {
            double number = scale.low() + step * scale.step();
            ticks.add(new Tick(scale.y(number), words.number(number), "end"));
        }
        var lines = new ArrayList<Line>();
        for (int part = 0; part < measure.parts().size(); part++) {
            lines.add(line(part, standing, scale, words));
        }
        var formats = words.words().texts().formats();
        var days = scale.first().equals(scale.last())
                ? List.of(new Tick(scale.x(scale.first()), formats.date(scale.first()), "middle"))
                : List.of(
                        new Tick(LEFT, formats.date(scale.first()), "start"),
                        new Tick(RIGHT, formats.date(scale.last()), "end"));
        var said = words.words()
                .t(
                        "mvp.measure.said",
                        words.name(),
                        words.value(standing.getFirst().numbers()),
                        formats.date(scale.first()),
                        words.value(standing.getLast().numbers()),
                        formats.date(scale.last()));
        return new MeasurePicture(said, List.copyOf(ticks), List.copyOf(lines), days);
    }

    private static Line line(int part, List<Version> standing, Scale scale, MeasureWords words) {
        var dots = standing.stream()
                .map(one -> new Dot(scale.x(one.day()), scale.y(one.numbers().get(part))))
                .toList();
        var points = new StringBuilder();
        dots.forEach(dot -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", dot.x(), dot.y())));
        return new Line(
                words.measure().parts().get(part).name().in(LetterText.of(words.words())),
                COLOURS.get(part % COLOURS.size()),
                points.toString().strip(),
                dots,
                dots.getLast().y() - LABEL);
    }

    private static Scale scale(HomeMeasure measure, List<Version> standing) {
        var first = standing.getFirst().day();
        var last = standing.getLast().day();
        var part = measure.parts().getFirst();
        if (measure.isScale()) {
            return new Scale(part.lowest(), part.highest(), (part.highest() - part.lowest()) / 2, first, last);
        }
        double least = standing.stream()
                .flatMap(one -> one.numbers().stream())
                .min(Double::compare)
                .orElse(0.0);
        double most = standing.stream()
                .flatMap(one -> one.numbers().stream())
                .max(Double::compare)
                .orElse(1.0);
        double step = nice(Math.max(most - least, Math.pow(10, -measure.decimals()) * STEPS) / STEPS);
        double low = Math.floor(least / step) * step;
        double high = Math.ceil(most / step) * step;
        return new Scale(low, high > low ? high : low + step, step, first, last);
    }

    /// The least of 1, 2 and 5 times a power of ten that is no less.
    private static double nice(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double one : NICE) {
            if (one * power >= step * 0.999) {
                return one * power;
            }
        }
        return 10 * power;
    }
}
