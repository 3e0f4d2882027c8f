/// FHIR in.
@NullMarked
package se.varjedag.app.intake.fhir;

import org.jspecify.annotations.NullMarked;
