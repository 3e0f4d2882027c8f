/// The pages of Jämför on a small simulated Sweden.
@NullMarked
package se.varjedag.app.followup.web.compare;

import org.jspecify.annotations.NullMarked;
