package se.varjedag.pathway.whatif;

import se.varjedag.pathway.definition.MeasuringPoint;

/// One thing that could be otherwise.
public sealed interface Change {

    /// Nothing is otherwise.
    record Nothing() implements Change {}

    /// One limit for everyone.
    record OtherLimit(int days) implements Change {
        public OtherLimit {
            if (days < 0) {
                throw new IllegalArgumentException("A limit is a number of days from 0 up, not " + days);
            }
        }
    }

    /// Nobody spends more days in this step than the definition allows it.
    record AtAllowance(MeasuringPoint from, MeasuringPoint to) implements Change {}

    /// The days from one point to the next are spread as in the region where they are fewest on average.
    record AsBestRegion(MeasuringPoint from, MeasuringPoint to) implements Change {}

    /// A unit can do so many per cent more of its work a day, from the first day of the period on.
    record MoreCapacity(Work work, String unit, int percent) implements Change {
        public MoreCapacity {
            if (percent < 0 || percent > 1000) {
                throw new IllegalArgumentException("More capacity is from 0 to 1000 per cent, not " + percent);
            }
        }
    }
}
