/// What other programs read here as FHIR R4, under `/fhir`: patients and their pathways, figures, the access log. Read
/// [CareApi] and [FiguresApi] first.
///
/// Everything goes the ways that pages go: one patient's data through `patients`, figures through `followup`. Types of
/// HAPI stand only in classes that Spring does not know ([Written] is the way in), so none of them is loaded before
/// the first question: a test holds to it.
@NullMarked
package se.varjedag.app.fhir;

import org.jspecify.annotations.NullMarked;
