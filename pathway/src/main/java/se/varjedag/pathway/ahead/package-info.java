/// What lies ahead of one who waits: the clock of one pathway, the point it has reached, its next step, and the last
/// day for it. Read [PathwayClock] first.
@NullMarked
package se.varjedag.pathway.ahead;

import org.jspecify.annotations.NullMarked;
