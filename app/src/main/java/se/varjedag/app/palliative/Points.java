package se.varjedag.app.palliative;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.DataRow;

/// The points of palliative care with their targets: `points.yaml`, with its sources.
@Component
public class Points {
    private static final String FILE = "points.yaml";
    private static final double PERCENT = 100;

    private final int days;
    private final List<Point> all;
    private final Point expected;

    Points() {
        var file = DataRow.shipped(Points.class, FILE);
        days = file.number("days");
        all = file.rows("points").stream().map(Points::point).toList();
        expected = point(file.row("expected"));
    }

    /// The length of the last part of life that the targets are for, in days.
    public int days() {
        return days;
    }

    /// The points that are counted.
    public List<Point> counted() {
        return all;
    }

    /// Whether the death was expected: one that was not counts nowhere.
    public Point expected() {
        return expected;
    }

    /// Every point, also whether the death was expected.
    public List<Point> all() {
        return Stream.concat(all.stream(), Stream.of(expected)).toList();
    }

    private static Point point(DataRow row) {
        var target = row.decimal("target");
        return new Point(
                row.text("point"),
                row.text("sv"),
                row.text("en"),
                target.isEmpty() ? target : OptionalDouble.of(target.getAsDouble() / PERCENT),
                row.is("earlier"),
                row.is("later"));
    }
}
