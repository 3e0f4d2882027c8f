package se.varjedag.app.web.figure;

/// What a figure says, in at most two sentences, with a mark whose shape tells the same as its colour.
///
/// @param kind   `better`, `late` (worse), `notable` (neither, but no mere chance) or `usual`
/// @param rising whether the curve of the mark goes up
/// @param finding the first, strong sentence
/// @param detail  the second
/// @param goal    whether the mark shows where a curve lies against its goal: above, below or across
public record Verdict(String kind, boolean rising, String finding, String detail, boolean goal) {

    /// A verdict on which way something goes.
    public Verdict(String kind, boolean rising, String finding, String detail) {
        this(kind, rising, finding, detail, false);
    }

    /// The line inside the mark.
    public String path() {
        if (goal) {
            return "usual".equals(kind)
                    ? "M4.5 14 L8 8 L11 14 L14 8 L17.5 14"
                    : rising
                            ? "M4.5 8.5 L8 6.5 L11 8.5 L14 6.5 L17.5 8.5"
                            : "M4.5 15.5 L8 13.5 L11 15.5 L14 13.5 L17.5 15.5";
        }
        if ("usual".equals(kind)) {
            return "M4.5 12 L8 9 L11 13 L14 9 L17.5 12";
        }
        return rising ? "M4.5 14 L8 11 L11 12.5 L17 6.5" : "M4.5 8 L8 11 L11 9.5 L17 15.5";
    }

    /// The line of the goal inside the mark; empty where there is none.
    public String goalPath() {
        return goal ? "M3.5 11 H18.5" : "";
    }

    /// The colour of the mark.
    public String stroke() {
        return switch (kind) {
            case "usual" -> "var(--rule-2)";
            case "notable" -> "var(--ink)";
            default -> "var(--" + kind + ")";
        };
    }
}
