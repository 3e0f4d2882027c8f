package se.varjedag.app.web.figure;

/// What a figure says, in at most two sentences, with a mark whose shape tells the same as its colour.
///
/// @param kind   `better`, `late` (worse) or `usual`
/// @param rising whether the curve of the mark goes up
/// @param finding the first, strong sentence
/// @param detail  the second
public record Verdict(String kind, boolean rising, String finding, String detail) {

    /// The line inside the mark.
    public String path() {
        if ("usual".equals(kind)) {
            return "M4.5 12 L8 9 L11 13 L14 9 L17.5 12";
        }
        return rising ? "M4.5 14 L8 11 L11 12.5 L17 6.5" : "M4.5 8 L8 11 L11 9.5 L17 15.5";
    }

    /// The colour of the mark.
    public String stroke() {
        return "usual".equals(kind) ? "var(--rule-2)" : "var(--" + kind + ")";
    }
}
