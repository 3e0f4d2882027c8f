/// FHIR R4 in: bundles and bulk files of resources become events through the mapping of codes.
///
/// Read [FhirFiles] first, then [FhirReading].
@NullMarked
package se.varjedag.app.intake.fhir;

import org.jspecify.annotations.NullMarked;
