/// Jämlikhet: whether where one lives, sex, age and distance matter for how long one waits, and what of it is chance.
///
/// {@link se.varjedag.app.followup.web.equity.EquityPage} is the type to read first.
@NullMarked
package se.varjedag.app.followup.web.equity;

import org.jspecify.annotations.NullMarked;
