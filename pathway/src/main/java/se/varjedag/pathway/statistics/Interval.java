package se.varjedag.pathway.statistics;

/// The bounds between which a figure plausibly lies, at a stated level of confidence.
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("An interval cannot run from %s to %s".formatted(lower, upper));
        }
    }
}
