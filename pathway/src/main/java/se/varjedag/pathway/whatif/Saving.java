package se.varjedag.pathway.whatif;

import se.varjedag.pathway.measure.Ladder;

/// How many days one patient's treatment would have started earlier.
@FunctionalInterface
interface Saving {

    /// The days for a treated pathway, which the ladder has just read: from 0 to its whole time.
    int days(int pathway, Ladder ladder);
}
