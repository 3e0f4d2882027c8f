/// The page Flaskhalsar: which step took the days, and where.
///
/// {@link se.varjedag.app.followup.web.bottlenecks.HeatView} is the table to read first; a cell of it opens a
/// {@link se.varjedag.app.followup.web.bottlenecks.StepView}.
@NullMarked
package se.varjedag.app.followup.web.bottlenecks;

import org.jspecify.annotations.NullMarked;
