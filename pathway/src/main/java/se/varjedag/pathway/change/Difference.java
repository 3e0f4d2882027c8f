package se.varjedag.pathway.change;

import java.util.Optional;
import se.varjedag.pathway.statistics.Interval;

/// A figure before and after, and the difference between them with its interval.
///
/// @param interval empty where one of the periods has too few for it
public record Difference(double before, double after, Optional<Interval> interval) {

    /// After less before.
    public double change() {
        return after - before;
    }

    /// Whether the interval leaves zero out, so that the difference is more than chance; false without an interval.
    public boolean moreThanChance() {
        return interval.map(bounds -> bounds.lower() > 0 || bounds.upper() < 0).orElse(false);
    }
}
