/// The page Jämlikhet on a small simulated Sweden.
@NullMarked
package se.varjedag.app.followup.web.equity;

import org.jspecify.annotations.NullMarked;
