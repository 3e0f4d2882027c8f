package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.patients.Knowledge;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Sweden;

/// The forms that a patient herself is shown: none whose being there, or whose day, follows from what she has not been
/// told.
///
/// How it was to be investigated is hers when she has been told that it is over. What is counted from something on her
/// way is hers when she may read of that; what is counted from a day that staff typed, when no event that she may not
/// read is of that very day. What staff ask for at once is shown at once.
@Component
public class OwnForms {
    private static final int WEEKS_AFTER_END = 8;
    /// What it was counted from may have been corrected by some days since it was asked for.
    private static final int DAYS_EITHER_WAY = 7;
    /// What is booked is booked anew; and what a rule has asked was known to her when it did.
    private static final int DAYS_OF_A_RULE = 42;

    private final Asking asking;
    private final Patients patients;

    OwnForms(Asking asking, Patients patients) {
        this.asking = asking;
        this.patients = patients;
    }

    /// All of them.
    public List<Asked> of(UUID person) {
        var all = asking.of(person);
        if (all.isEmpty()) {
            return all;
        }
        var known = patients.knows(person);
        return all.stream().filter(one -> shows(one, known)).toList();
    }

    /// One of them.
    public Optional<Asked> byId(UUID person, UUID assignment) {
        return of(person).stream().filter(one -> one.id().equals(assignment)).findFirst();
    }

    private static boolean shows(Asked one, Knowledge known) {
        if (one.occasion() == Occasion.PREM) {
            var end = one.due().minusWeeks(WEEKS_AFTER_END);
            return known.ends().stream().anyMatch(day -> near(day, end, DAYS_EITHER_WAY));
        }
        if (one.form().equals(Experiences.FORM)) {
            return known.over();
        }
        var counted = one.counted().day();
        if (!one.counted().what().isEmpty() && counted != null) {
            int either = one.byRule() || one.occasion() == Occasion.BEFORE ? DAYS_OF_A_RULE : DAYS_EITHER_WAY;
            return known.events().stream()
                    .anyMatch(event -> tells(event.code(), one.counted().what()) && near(event.day(), counted, either));
        }
        boolean atOnce = one.due().equals(one.at().atZone(Sweden.TIME).toLocalDate());
        return atOnce
                || known.silent().stream()
                        .noneMatch(day -> one.occasion().due(day).equals(one.due()));
    }

    private static boolean tells(String code, String what) {
        return code.equals(what)
                || CountedFrom.of(what).filter(point -> point.toldBy(code)).isPresent();
    }

    private static boolean near(LocalDate day, LocalDate other, int days) {
        return !day.isBefore(other.minusDays(days)) && !day.isAfter(other.plusDays(days));
    }
}
