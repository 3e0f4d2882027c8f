package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.patients.Patients;

/// The forms that a patient herself is shown. One that follows on the end of her pathway tells that it has ended, so
/// it is hers only when she has been told of that end. What staff ask for at once is shown at once.
@Component
public class OwnForms {
    private static final int WEEKS_AFTER_END = 8;
    /// An end may have been corrected by some days since the form was asked for.
    private static final int DAYS_EITHER_WAY = 7;

    private final Asking asking;
    private final Patients patients;

    OwnForms(Asking asking, Patients patients) {
        this.asking = asking;
        this.patients = patients;
    }

    /// All of them.
    public List<Asked> of(UUID person) {
        var all = asking.of(person);
        if (all.stream().noneMatch(OwnForms::tells)) {
            return all;
        }
        var ends = patients.endsTold(person);
        return all.stream()
                .filter(one -> !tells(one) || ends.stream().anyMatch(end -> follows(one, end)))
                .toList();
    }

    /// One of them.
    public Optional<Asked> byId(UUID person, UUID assignment) {
        return of(person).stream().filter(one -> one.id().equals(assignment)).findFirst();
    }

    private static boolean tells(Asked one) {
        return one.occasion() == Occasion.PREM;
    }

    private static boolean follows(Asked one, LocalDate end) {
        var day = one.due().minusWeeks(WEEKS_AFTER_END);
        return !end.isBefore(day.minusDays(DAYS_EITHER_WAY)) && !end.isAfter(day.plusDays(DAYS_EITHER_WAY));
    }
}
