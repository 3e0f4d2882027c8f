package se.varjedag.app.overview.web;

/// One stroke of the picture, in finished numbers. Colours are the names of tokens.
public sealed interface Shape {
    /// A bar or a box.
    ///
    /// @param line its edge; `none` for none
    record Box(double x, double y, double width, double height, String fill, String line, String title)
            implements Shape {}

    /// A straight line.
    record Stroke(double x1, double y1, double x2, double y2, String line, double thick, String dashes)
            implements Shape {}

    /// A drawn path: a curve, or a mark of some form.
    record Drawn(String path, String fill, String line, double thick, String title) implements Shape {}

    /// Words.
    ///
    /// @param anchor `start`, `middle` or `end`
    record Words(double x, double y, String anchor, String text, String fill, int weight, int size) implements Shape {}

    /// A mark of a form around a point: what is said by colour is said by form too.
    static Drawn mark(char form, double x, double y, String fill, String line, String title) {
        var path = switch (form) {
            case 'u' -> "M%s %sl7 12h-14z".formatted(x, Axis.round(y - 7));
            case 'd' -> "M%s %sl7 -12h-14z".formatted(x, Axis.round(y + 7));
            case 's' -> "M%s %sh11v11h-11z".formatted(Axis.round(x - 5.5), Axis.round(y - 5.5));
            case 'r' -> "M%s %sl7 7l-7 7l-7 -7z".formatted(x, Axis.round(y - 7));
            default -> "M%s %sa5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z".formatted(Axis.round(x - 5.5), y);
        };
        return new Drawn(path, fill, line, 1.6, title);
    }
}
