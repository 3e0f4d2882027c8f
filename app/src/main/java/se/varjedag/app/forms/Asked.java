package se.varjedag.app.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A form that a patient is asked to answer.
///
/// @param due       the first day it is hers to answer
/// @param until     the last; null while any day will do
/// @param unit      the care unit that asks
/// @param withdrawn whether it is not asked for any more
/// @param answered  how many times it was answered
/// @param saved     when a draft of the patient's was kept; null where there is none
/// @param reminded  when she was last reminded; null for never
/// @param follows   the pathway it follows on; of none where staff did not say
/// @param counted   what it was counted from
/// @param byRule    whether a rule of the unit asked
public record Asked(
        UUID id,
        UUID person,
        String form,
        Occasion occasion,
        LocalDate due,
        @Nullable LocalDate until,
        String unit,
        Instant at,
        String byName,
        boolean withdrawn,
        int answered,
        @Nullable Instant saved,
        @Nullable Instant reminded,
        Asking.Follows follows,
        Counted counted,
        boolean byRule) {

    /// What an occasion was counted from.
    ///
    /// @param what the code of an event, or the key of a [CountedFrom]; empty where a day was typed
    /// @param day  null where it was not kept
    public record Counted(String what, @Nullable LocalDate day) {}

    /// Whether it may be answered on a day: in its time, and once only where it is not open for more.
    public boolean mayBeAnswered(LocalDate day) {
        return !withdrawn
                && !day.isBefore(due)
                && (until == null || !day.isAfter(until))
                && (answered == 0 || occasion == Occasion.OPEN);
    }

    /// Whether an answer is still waited for on a day.
    public boolean waits(LocalDate day) {
        return mayBeAnswered(day) && answered == 0;
    }
}
