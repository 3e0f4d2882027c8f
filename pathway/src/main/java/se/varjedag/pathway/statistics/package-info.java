/// The formulas: numbers in, numbers out. Intervals, limits and tests that know no patient and no pathway, each in
/// one place with its source.
///
/// Read [Share] first: a share that never leaves its numerator and denominator behind. Then [Funnel] for units side
/// by side and [XmrChart] for one after another. Every formula is held to a table that another tool computed; see
/// `reference/README.md` among the test resources.
@NullMarked
package se.varjedag.pathway.statistics;

import org.jspecify.annotations.NullMarked;
