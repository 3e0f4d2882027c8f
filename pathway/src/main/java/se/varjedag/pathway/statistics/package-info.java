/// The formulas: numbers in, numbers out. Intervals, limits and tests that know no patient and no pathway, each in
/// one place with its source.
///
/// Read [Share] first: a share that never leaves its numerator and denominator behind.
@NullMarked
package se.varjedag.pathway.statistics;

import org.jspecify.annotations.NullMarked;
