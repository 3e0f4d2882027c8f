package se.varjedag.app.rehabilitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.Duty;
import se.varjedag.app.coordination.Notes;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.patients.PatientValues.Course;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;

/// On which days needs were assessed: the form of needs was answered, a level was entered after a talk, or the contact
/// nurse says that she has done it. Whoever calls has asked `patients` whether she may, or counts over many.
@Component
public class Assessments {
    /// The form of needs.
    public static final String FORM = "rehabilitation-needs";

    private final Kept answers;
    private final Entries entries;
    private final Notes notes;
    private final Units units;

    Assessments(Kept answers, Entries entries, Notes notes, Units units) {
        this.answers = answers;
        this.entries = entries;
        this.notes = notes;
        this.units = units;
    }

    /// One assessment of one patient.
    ///
    /// @param unit where it was made
    public record Assessment(UUID person, String unit, LocalDate day) {}

    /// Those of these patients.
    public List<Assessment> of(Collection<UUID> persons) {
        var all = new ArrayList<Assessment>();
        answers.given(FORM, persons)
                .forEach(given -> all.add(new Assessment(given.person(), given.unit(), given.day())));
        entries.of(persons)
                .forEach((person, of) -> of.stream()
                        .filter(entry -> entry.what() == Entry.What.NEED)
                        .forEach(entry -> all.add(new Assessment(person, entry.unit(), entry.day()))));
        notes.done(persons).forEach((key, duties) -> {
            var done = duties.get(Duty.NEEDS);
            if (done != null) {
                all.add(new Assessment(key.person(), done.unit(), done.day()));
            }
        });
        return all;
    }

    /// What is wanted of a patient whom the reader has opened, the latest occasion first.
    public List<Wanted> wanted(Course course, Programme programme, LocalDate today) {
        var seen = sees(course);
        return Wanted.of(
                Happened.of(course, programme, today),
                of(List.of(course.sight().person())).stream()
                        .filter(one -> seen.test(one.unit()))
                        .map(Assessment::day)
                        .toList(),
                programme);
    }

    /// Of which units the reader sees what is written of the patient.
    public Predicate<String> sees(Course course) {
        return unit -> course.sight()
                .reach()
                .sees(unit, units.byId(unit).map(Unit::caregiver).orElse(""));
    }
}
