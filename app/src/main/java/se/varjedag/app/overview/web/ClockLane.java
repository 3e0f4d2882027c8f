package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.varjedag.app.overview.Clock;
import se.varjedag.app.overview.web.Lane.Reading;
import se.varjedag.app.overview.web.Lane.Said;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The pathways on the clock that the lists and figures use: days used, the limit, days over it, and conferences and
/// visits.
final class ClockLane {
    private static final double HEIGHT = 14;

    private final Axis axis;
    private final Texts texts;
    private final LocalDate today;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private double free = Axis.LEFT;

    ClockLane(Axis axis, Texts texts, LocalDate today) {
        this.axis = axis;
        this.texts = texts;
        this.today = today;
    }

    void add(Clock clock, double top) {
        var end = clock.end() == null ? today : clock.end();
        int days = clock.days(today);
        double start = axis.x(clock.start());
        double stop = Math.max(start + 2, axis.x(end));
        double limit =
                clock.limit() < 0 ? stop : Math.min(stop, axis.x(clock.start().plusDays(clock.limit())));
        double y = top + 28;
        var name = clock.definition().name(texts.language());
        var words = words(clock, days);
        shapes.add(new Shape.Box(
                start, y, Axis.round(Math.max(1, limit - start)), HEIGHT, "var(--data)", "none", name + ": " + words));
        if (stop > limit) {
            shapes.add(new Shape.Box(
                    limit, y, Axis.round(stop - limit), HEIGHT, "url(#hatch)", "var(--late)", name + ": " + words));
        }
        if (clock.limit() >= 0) {
            shapes.add(new Shape.Stroke(limit, y - 3, limit, y + HEIGHT + 3, "var(--ink)", 2, "none"));
        }
        for (var point : clock.points()) {
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
        readings.add(new Reading(name, said(clock, words)));
    }

    private List<Said> said(Clock clock, String words) {
        var said = new ArrayList<Said>();
        said.add(new Said(clock.start(), axis.x(clock.start()), words));
        for (var point : clock.points()) {
            said.add(new Said(point.day(), axis.x(point.day()), point.point().word(texts.language())));
        }
        if (clock.end() != null) {
            var after = clock.end().plusDays(1);
            said.add(new Said(after, axis.x(after), ""));
        }
        said.sort(Comparator.comparing(Said::day));
        return said;
    }

    private String words(Clock clock, int days) {
        var counted = texts.formats().days(days);
        if (clock.limit() < 0) {
            return texts.text("overview.clock.nolimit", counted);
        }
        return days > clock.limit()
                ? texts.text("overview.clock.over", counted, days - clock.limit(), clock.limit())
                : texts.text("overview.clock.within", counted, clock.limit());
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Reading> readings() {
        return readings;
    }
}
