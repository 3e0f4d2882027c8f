package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.timeline.PersonEvents.Event;

/// One pathway, open or ended, as who works at its unit may see it.
///
/// @param line its clock; of one that has ended as it was on its last day
/// @param end what ended it; empty while it is open
/// @param sight what of the patient may be seen
/// @param events those of the events seen that belong to the pathway's days and codes, the newest first
/// @param handovers the latest first
/// @param here whether the unit has it now: only then is it the unit's to hand over
public record Course(
        Line line,
        Optional<End> end,
        Sight sight,
        List<Event> events,
        List<Handovers.Handover> handovers,
        Optional<Notes.Reason> reason,
        boolean here) {

    public Course {
        events = List.copyOf(events);
        handovers = List.copyOf(handovers);
    }

    /// What ended a pathway.
    ///
    /// @param suffix of the national code; 0 for death
    /// @param nextMissing whether it was ended by another cancer, and no other pathway has started since
    public record End(LocalDate day, int suffix, boolean nextMissing) {
        private static final int CRITERIA_NOT_MET = 70;

        /// Whether a closing letter belongs to it: not to a death, nor where there was never ground for the pathway.
        public boolean hasLetter() {
            return hasLetter(suffix);
        }

        /// Whether a closing letter belongs to an end by the national code with this suffix.
        public static boolean hasLetter(int suffix) {
            return suffix > 0 && suffix != CRITERIA_NOT_MET;
        }
    }
}
