package se.varjedag.app.overview.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.varjedag.app.coordination.Standing;
import se.varjedag.app.overview.web.Lane.Reading;
import se.varjedag.app.overview.web.Lane.Said;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The pathways on the clock that the lists and figures use: days used, the limit, days over it, and conferences and
/// visits.
final class ClockLane {
    private static final double HEIGHT = 14;

    private final Axis axis;
    private final Texts texts;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private double free = Axis.LEFT;

    ClockLane(Axis axis, Texts texts) {
        this.axis = axis;
        this.texts = texts;
    }

    void add(Standing standing, double top) {
        var clock = standing.line().clock();
        double start = axis.x(clock.start());
        double stop = Math.max(start + 2, axis.x(clock.day()));
        double limit = clock.limitDay().map(day -> Math.min(stop, axis.x(day))).orElse(stop);
        double y = top + 28;
        var name = standing.line().definition().name(texts.language());
        var words = words(clock);
        shapes.add(new Shape.Box(
                start, y, Axis.round(Math.max(1, limit - start)), HEIGHT, "var(--data)", "none", name + ": " + words));
        if (stop > limit) {
            shapes.add(new Shape.Box(
                    limit, y, Axis.round(stop - limit), HEIGHT, "url(#hatch)", "var(--late)", name + ": " + words));
        }
        if (clock.limit().isPresent()) {
            shapes.add(new Shape.Stroke(limit, y - 3, limit, y + HEIGHT + 3, "var(--ink)", 2, "none"));
        }
        for (var point : clock.reached()) {
            if (point.point() == MeasuringPoint.MDT) {
                shapes.add(Shape.mark(
                        'r',
                        axis.x(point.day()),
                        top + 16,
                        "var(--ink)",
                        "none",
                        point.point().word(texts.language()) + " " + point.day()));
            } else if (point.point() == MeasuringPoint.FIRST_VISIT) {
                double x = axis.x(point.day());
                shapes.add(new Shape.Stroke(x, top + 9, x, top + 24, "var(--ink-2)", 1.6, "none"));
            }
        }
        var label = name + ", " + words;
        double width = Words.width(label);
        double at = Math.clamp(start, Axis.LEFT, Math.max(Axis.LEFT, Axis.RIGHT + 8 - width));
        if (at >= free) {
            shapes.add(new Shape.Words(Axis.round(at), y + 28, "start", label, "var(--ink)", 400, 13));
            free = at + width + 12;
        }
        readings.add(new Reading(name, said(standing, words)));
    }

    private List<Said> said(Standing standing, String words) {
        var clock = standing.line().clock();
        var said = new ArrayList<Said>();
        said.add(new Said(clock.start(), axis.x(clock.start()), words));
        for (var point : clock.reached()) {
            said.add(new Said(point.day(), axis.x(point.day()), point.point().word(texts.language())));
        }
        standing.end().ifPresent(end -> {
            var after = end.plusDays(1);
            said.add(new Said(after, axis.x(after), ""));
        });
        said.sort(Comparator.comparing(Said::day));
        return said;
    }

    private String words(PathwayClock clock) {
        var counted = texts.formats().days(clock.used());
        if (clock.limit().isEmpty()) {
            return texts.text("overview.clock.nolimit", counted);
        }
        int limit = clock.limit().getAsInt();
        return clock.over()
                ? texts.text("overview.clock.over", counted, clock.used() - limit, limit)
                : texts.text("overview.clock.within", counted, limit);
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Reading> readings() {
        return readings;
    }
}
