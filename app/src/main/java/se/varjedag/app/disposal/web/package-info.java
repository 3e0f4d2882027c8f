/// The pages of disposal by rule, and of opt-out from registers.
@NullMarked
package se.varjedag.app.disposal.web;

import org.jspecify.annotations.NullMarked;
