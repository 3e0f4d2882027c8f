/// The coordinator's and the contact nurse's work: the open pathways of a unit with their clocks, who is named for
/// them, what is noted, where they are handed over. Read [se.varjedag.app.coordination.Worklist] first.
///
/// How a pathway stands is never kept here: days, limits and the next step come from the one clock
/// ([se.varjedag.pathway.ahead.PathwayClock]), and a point that is typed becomes an event of the log.
@NullMarked
package se.varjedag.app.coordination;

import org.jspecify.annotations.NullMarked;
