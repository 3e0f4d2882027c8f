/// The page Förändring on a small simulated Sweden.
@NullMarked
package se.varjedag.app.followup.web.change;

import org.jspecify.annotations.NullMarked;
