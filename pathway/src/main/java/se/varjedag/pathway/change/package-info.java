/// What is different from before: two periods side by side, those open on a day, and those outside the pathways who
/// may have waited meanwhile.
///
/// Read [TwoPeriods] first.
@NullMarked
package se.varjedag.pathway.change;

import org.jspecify.annotations.NullMarked;
