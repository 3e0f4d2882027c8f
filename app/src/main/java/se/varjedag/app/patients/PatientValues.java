package se.varjedag.app.patients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.PatientAccess.Distance;
import se.varjedag.app.access.PatientAccess.Reach;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.timeline.PersonValues;

/// Opens a patient's clinical values with her data, and keeps those that are typed; like [Patients] it asks the law,
/// tells the log, and only then reads or writes.
@Component
public class PatientValues {
    private static final String TYPED_HERE = "varjedag";

    private final Patients patients;
    private final PersonValues values;
    private final ClinicalValues told;
    private final Clock clock = Clock.systemUTC();

    PatientValues(Patients patients, PersonValues values, ClinicalValues told) {
        this.patients = patients;
        this.values = values;
        this.told = told;
    }

    /// What somebody sees of a patient with her clinical values, the oldest first.
    ///
    /// @param hidden whether a choice within the own caregiver would open more values
    public record Course(Sight sight, List<ClinicalValue> values, boolean hidden) {

        public Course {
            values = List.copyOf(values);
        }
    }

    /// Opens a patient's data and clinical values, by the same rule as events: from the own unit outward. The log is
    /// told of every unit whose data are among them before anything is given away.
    ///
    /// @return empty when nothing of the patient is for the reader
    public Optional<Course> open(Acting acting, UUID person, String origin) {
        return patients.reach(acting, person, Errand.page(origin)).map(reach -> open(acting, person, reach, origin));
    }

    /// The patient's own clinical values: all that reveals no result which she has not been told ([Untold]). The newest
    /// first. Who has told the log of her looking at her own data need not tell it again.
    public List<ClinicalValue> own(UUID person) {
        return Untold.told(patients.all(person), values.of(person), LocalDate.now(clock.withZone(Sweden.TIME)))
                .reversed();
    }

    private Course open(Acting acting, UUID person, Reach reach, String origin) {
        var sight = patients.sight(person, reach);
        var all = values.of(person);
        var seen = all.stream()
                .filter(value -> reach.sees(value.unit(), value.caregiver()))
                .toList();
        patients.opened(acting, sight, seen.stream().map(ClinicalValue::unit).toList(), Errand.page(origin));
        return new Course(sight, seen, all.stream().anyMatch(value -> within(reach, value)));
    }

    /// Whether a choice within the own caregiver would open a value. What is blocked, or another caregiver's, is not
    /// told of here.
    private static boolean within(Reach reach, ClinicalValue value) {
        return !reach.sees(value.unit(), value.caregiver())
                && !reach.blocked(value.unit(), value.caregiver())
                && reach.distance(value.unit(), value.caregiver()) == Distance.OWN_CAREGIVER;
    }

    /// Keeps a value that the reader typed, of the own unit; the log is told first.
    ///
    /// @return false when the patient has never been at the unit
    public boolean type(Acting acting, UUID person, ClinicalValue.Fact fact, String origin) {
        return type(acting, person, List.of(fact), origin);
    }

    /// Types several at once: all of them are kept, or none.
    public boolean type(Acting acting, UUID person, List<ClinicalValue.Fact> facts, String origin) {
        return keep(
                acting,
                person,
                facts.stream()
                        .map(fact -> typed(acting, person, UUID.randomUUID().toString(), fact))
                        .toList(),
                origin);
    }

    /// Takes back a value that was typed at the own unit; the log is told first.
    ///
    /// @return false when it is none of the unit's
    public boolean takeBack(Acting acting, UUID person, UUID value, String origin) {
        if (!patients.mayChange(acting, person, "value-taken-back", origin)) {
            return false;
        }
        var back = values.of(person).stream()
                .filter(one -> one.id().equals(value)
                        && typedAt(one, acting.assignment().place()))
                .findFirst()
                .map(one -> typed(acting, person, one.name(), one.fact().in(ClinicalValue.State.WITHDRAWN)));
        back.ifPresent(one -> told.add(List.of(one)));
        return back.isPresent();
    }

    /// Whether a value was typed at a unit, which may take it back.
    public static boolean typedAt(ClinicalValue value, String unit) {
        return value.source().equals(TYPED_HERE) && value.unit().equals(unit);
    }

    private boolean keep(Acting acting, UUID person, List<ClinicalValue.Told> some, String origin) {
        boolean may = patients.mayChange(acting, person, "value", origin);
        if (may) {
            told.add(some);
        }
        return may;
    }

    private static ClinicalValue.Told typed(Acting acting, UUID person, String name, ClinicalValue.Fact fact) {
        var unit = acting.assignment().place();
        return new ClinicalValue.Told(person, unit, ClinicalValue.Origin.TYPED, TYPED_HERE, name, fact, null);
    }
}
