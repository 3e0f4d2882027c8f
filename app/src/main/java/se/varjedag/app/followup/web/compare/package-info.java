/// Jämför: regions, units, laboratories and imaging units beside each other, and what lies beyond chance.
///
/// {@link se.varjedag.app.followup.web.compare.ComparePage} is the type to read first; {@link
/// se.varjedag.app.followup.web.compare.AnsweringPage} is the view of pathology and of radiology.
@NullMarked
package se.varjedag.app.followup.web.compare;

import org.jspecify.annotations.NullMarked;
