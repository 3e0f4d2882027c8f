package se.varjedag.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.ExpectedCases;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.trace.TracedPathways;

/// All that an answer rests on. Every page and every answer is made from one of these, so that its figures belong
/// together.
///
/// @param change the number of the log's change that it was traced after
/// @param facts the traced pathways, laid out for questions
/// @param asOf the day the waiting are counted to
/// @param knownAt the moment of that change: nothing that is read in later was learnt by then, unless its source
///     had registered it
/// @param simulated true when the patients are made up
/// @param assumedLimits true when some limit is an assumption ("antagen"), not a number that was read
/// @param expected the expected cancer cases; without them inclusion has no basis ("underlag saknas")
public record Generation(
        long change,
        Facts facts,
        Definitions definitions,
        LocalDate asOf,
        Instant knownAt,
        boolean simulated,
        boolean assumedLimits,
        Optional<ExpectedCases> expected) {

    /// The traced pathways.
    public TracedPathways pathways() {
        return facts.traced();
    }

    /// True when nothing has been loaded yet, or there is nothing to load.
    public boolean isEmpty() {
        return pathways().size() == 0;
    }
}
