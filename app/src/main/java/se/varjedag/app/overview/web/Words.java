package se.varjedag.app.overview.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Labels over marks, on a few rows; a label that would run into another is left to the table and the cursor. The
/// newest are placed first, for they matter most.
final class Words {
    private static final double LETTER = 6.4;
    private static final double GAP = 8;

    private record Wanted(double x, String text, String fill) {}

    private final int rows;
    private final List<Wanted> wanted = new ArrayList<>();

    Words(int rows) {
        this.rows = rows;
    }

    /// About how wide a text of 13 px is.
    static double width(String text) {
        return text.length() * LETTER;
    }

    void place(double x, String text, String fill) {
        if (!text.isEmpty()) {
            wanted.add(new Wanted(x, text, fill));
        }
    }

    /// The labels that have room.
    ///
    /// @param y the base lines of the rows, the lowest first
    List<Shape> drawn(double... y) {
        var free = new double[rows];
        Arrays.fill(free, Double.MAX_VALUE);
        var shapes = new ArrayList<Shape>();
        for (var one : wanted.reversed()) {
            double half = width(one.text()) / 2;
            double middle = Math.clamp(one.x(), Axis.LEFT + half, Axis.RIGHT + 6 - half);
            for (int row = 0; row < rows; row++) {
                if (middle + half + GAP <= free[row]) {
                    free[row] = middle - half;
                    shapes.add(new Shape.Words(Axis.round(middle), y[row], "middle", one.text(), one.fill(), 400, 13));
                    break;
                }
            }
        }
        return shapes;
    }
}
