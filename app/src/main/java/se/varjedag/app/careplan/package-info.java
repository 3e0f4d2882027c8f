/// Min vårdplan, the patient's own view: where she is on her way and what comes next, whom to call, and messages to
/// her contact nurse with an answer promised by a day. Read [se.varjedag.app.careplan.Ways] first.
///
/// Everything rests on what she has been told: events come from [se.varjedag.app.patients.Patients#own], which leaves
/// out what would reveal a result, and the clock is read of those alone.
@NullMarked
package se.varjedag.app.careplan;

import org.jspecify.annotations.NullMarked;
