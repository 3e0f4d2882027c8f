/// The page Förändring: whether it goes the right way, more than chance, and at whose cost. Read [ChangePage] first.
@NullMarked
package se.varjedag.app.followup.web.change;

import org.jspecify.annotations.NullMarked;
