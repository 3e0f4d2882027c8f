package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Bars on one row: what lasts from a day to a day, with its name above and why it ended after it.
final class Bars {
    private static final double HEIGHT = 14;

    private final Axis axis;
    private final double y;
    private final String fill;
    private final List<Shape> bars = new ArrayList<>();
    private final Words names = new Words(1);
    private final List<Double> starts = new ArrayList<>();
    private double free = Axis.LEFT;

    Bars(Axis axis, double y, String fill) {
        this.axis = axis;
        this.y = y;
        this.fill = fill;
    }

    /// Leaves room before the first name.
    Bars after(double x) {
        free = x;
        return this;
    }

    /// Adds a bar after those before it.
    ///
    /// @param why     why it ended; empty where it did not
    /// @param concern whether that is a concern
    /// @param goesOn  whether it goes on today
    /// @param unsure  whether it is known to its end
    void add(LocalDate from, LocalDate to, String name, String why, boolean concern, boolean goesOn, boolean unsure) {
        double start = axis.x(from);
        double end = Math.max(start + 3, axis.x(to));
        bars.add(new Shape.Box(
                start,
                y,
                Axis.round(end - start),
                HEIGHT,
                unsure ? "url(#hatch-quiet)" : fill,
                unsure ? fill : "none",
                name + " " + from + " – " + (goesOn ? "" : to) + (why.isEmpty() ? "" : " · " + why)));
        if (!goesOn) {
            bars.add(new Shape.Stroke(end, y - 3, end, y + HEIGHT + 3, "var(--ink)", 2.5, "none"));
        }
        double width = Words.width(name);
        boolean fits = start >= free && start + width <= Axis.RIGHT + 10;
        if (fits || start + width > Axis.RIGHT + 10) {
            double at = Math.max(free, Math.min(start, Axis.RIGHT + 8 - width));
            bars.add(new Shape.Words(Axis.round(at), y - 4, "start", name, "var(--ink)", 400, 13));
            free = at + width + 8;
        }
        if (!why.isEmpty() && end + Words.width(why) + 6 <= Axis.RIGHT + 10) {
            names.place(end + 6 + Words.width(why) / 2, why, concern ? "var(--late-ink)" : "var(--ink-2)");
        }
        starts.add(start);
    }

    List<Shape> drawn() {
        var all = new ArrayList<>(bars);
        for (var one : names.drawn(y + 11.5)) {
            if (one instanceof Shape.Words words) {
                double half = Words.width(words.text()) / 2;
                if (starts.stream().noneMatch(start -> start > words.x() - half - 4 && start < words.x() + half)) {
                    all.add(words);
                }
            }
        }
        return all;
    }
}
