/// Codes of the care systems and what they mean.
@NullMarked
package se.varjedag.app.intake.mapping;

import org.jspecify.annotations.NullMarked;
