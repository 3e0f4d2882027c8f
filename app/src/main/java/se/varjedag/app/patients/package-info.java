/// One patient at a time: who she is, and what of her data the reader may see, from the own unit outward.
@NullMarked
package se.varjedag.app.patients;

import org.jspecify.annotations.NullMarked;
