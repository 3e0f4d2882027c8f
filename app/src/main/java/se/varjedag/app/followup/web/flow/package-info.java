/// The page Flöde: the ways that patients really take, and what deviations from the described way cost.
///
/// Read [FlowPage] first.
@NullMarked
package se.varjedag.app.followup.web.flow;

import org.jspecify.annotations.NullMarked;
