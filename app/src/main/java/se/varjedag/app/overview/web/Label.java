package se.varjedag.app.overview.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What stands at the right end of a curve.
///
/// @param y where it would stand if it were alone
record Label(double y, String text) {
    private static final double APART = 15;

    /// The labels one under another without any over another, each as near to its place as the one above lets it.
    ///
    /// @param highest the base line of the uppermost
    static List<Shape> apart(List<Label> labels, double highest) {
        var shapes = new ArrayList<Shape>();
        double least = highest;
        for (var label :
                labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList()) {
            double at = Math.max(label.y(), least);
            least = at + APART;
            shapes.add(new Shape.Words(Axis.RIGHT - 7, Axis.round(at), "end", label.text(), "var(--ink)", 400, 13));
        }
        return shapes;
    }
}
