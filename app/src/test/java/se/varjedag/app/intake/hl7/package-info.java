/// HL7 in.
@NullMarked
package se.varjedag.app.intake.hl7;

import org.jspecify.annotations.NullMarked;
