/// Open figures: what may be told to everybody, with every group of fewer than five hidden together with all that it
/// could be worked out from.
///
/// Read [OpenPublication] first: one fixed publication of whole years, by pathway and place, from which every open
/// answer is read.
@NullMarked
package se.varjedag.pathway.open;

import org.jspecify.annotations.NullMarked;
