/// The ways that patients really took: what directly follows what, the different ways through, and how they agree
/// with the order that the definition describes.
///
/// Read [Runs] first, then [FlowMap] and [Conformance]. [DirectlyFollows] and [Variants] know no pathway: they are
/// the same for any log of events.
@NullMarked
package se.varjedag.pathway.flow;

import org.jspecify.annotations.NullMarked;
