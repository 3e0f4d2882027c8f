package se.varjedag.app.timeline;

import java.time.Instant;
import se.varjedag.pathway.trace.TracedPathways;

/// What was known after one change of the log: the traced pathways. Immutable; the next change gives the next one.
///
/// @param change the number of the change it was traced after
/// @param knownAt the moment of that change: nothing that is read in later was learnt by then, unless its source
///     had registered it
public record Snapshot(long change, TracedPathways pathways, Instant knownAt) {}
