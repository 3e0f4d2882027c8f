package se.varjedag.app.timeline;

import java.time.Instant;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.trace.TracedPathways;

/// What was known after one change of the log: the traced pathways, laid out for questions. Immutable; the next change
/// gives the next one.
///
/// @param change the number of the change it was traced after
/// @param knownAt the moment of that change: nothing that is read in later was learnt by then, unless its source
///     had registered it
/// @param delays how long after the events of it they were registered
/// @param tracedAgain how many persons were traced for it: after a change those whom it touched, otherwise everybody
public record Snapshot(long change, Facts facts, Instant knownAt, DelayCells delays, long tracedAgain) {

    /// The traced pathways.
    public TracedPathways pathways() {
        return facts.traced();
    }
}
