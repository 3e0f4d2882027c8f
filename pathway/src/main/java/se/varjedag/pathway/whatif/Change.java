package se.varjedag.pathway.whatif;

import java.util.List;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What could be otherwise: one thing, or several at once.
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

    /// Nobody spends more than so many days from one point to another.
    record AtMost(MeasuringPoint from, MeasuringPoint to, int days) implements Change {
        public AtMost {
            if (days < 0) {
                throw new IllegalArgumentException("A step takes a number of days from 0 up, not " + days);
            }
        }
    }

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

    /// Several of them at once, all of which hold for each patient: the order says nothing. Of several limits the
    /// shortest holds, for whoever is within it is within the others.
    record Together(List<Change> changes) implements Change {
        public Together {
            changes = List.copyOf(changes);
        }
    }
}
