/// What `/fhir` gives out, held against the standard, the law, and what the pages and the command say.
@NullMarked
package se.varjedag.app.fhir;

import org.jspecify.annotations.NullMarked;
