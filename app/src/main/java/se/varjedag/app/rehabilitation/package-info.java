/// Cancer rehabilitation: when a patient's needs are to be assessed, what was found, what is done, and figures of it.
/// Read [se.varjedag.app.rehabilitation.Programme] first, then [se.varjedag.app.rehabilitation.Wanted].
///
/// When it is time is never kept here: it follows from events and clinical values, by occasions that are data. An
/// answer to the form of needs counts as an assessment.
@NullMarked
package se.varjedag.app.rehabilitation;

import org.jspecify.annotations.NullMarked;
