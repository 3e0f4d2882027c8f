package se.varjedag.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.timeline.PersonPseudonyms;
import se.varjedag.nation.ClinicalCourse;
import se.varjedag.nation.CourseValue;
import se.varjedag.pathway.event.CareEvent;

/// Clinical values of the patients whom the demo's staff may open: those who have been at their units, and those whom
/// the region's other units hand over to their clinic ([WorkOfDemo]).
@Component
@ConditionalOnProperty("varjedag.demo")
class ValuesOfDemo {
    private static final Set<String> UNITS = Set.of(DemoPatient.CLINIC, "SIM-05-0016", "SIM-06-0012");
    private static final String SOURCE = "simulering";
    private static final long SEED = 7;

    private final ClinicalValues values;
    private final PersonPseudonyms pseudonyms;

    ValuesOfDemo(ClinicalValues values, PersonPseudonyms pseudonyms) {
        this.values = values;
        this.pseudonyms = pseudonyms;
    }

    /// Adds the values of these patients. Their days lie within those of the demo.
    void add(List<CareEvent> events, LocalDate until) {
        Map<String, List<CareEvent>> byPerson = new LinkedHashMap<>();
        Map<String, String> unit = new LinkedHashMap<>();
        for (var event : events) {
            if (UNITS.contains(event.unit())) {
                unit.putIfAbsent(event.person(), event.unit());
            } else if (WorkOfDemo.isOfClinic(event)) {
                unit.putIfAbsent(event.person(), DemoPatient.CLINIC);
            }
        }
        for (var event : events) {
            if (unit.containsKey(event.person())) {
                byPerson.computeIfAbsent(event.person(), _ -> new ArrayList<>()).add(event);
            }
        }
        var told = new ArrayList<Told>();
        byPerson.forEach((person, of) -> {
            for (var value : ClinicalCourse.of(of, until, SEED)) {
                told.add(told(value, unit.getOrDefault(person, "")));
            }
        });
        values.add(told);
    }

    private Told told(CourseValue value, String unit) {
        var kind = Kind.valueOf(value.kind().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Told(
                pseudonyms.of(value.person()),
                unit,
                switch (kind) {
                    case STATUS, PERFORMANCE -> Origin.TYPED;
                    case PATIENT_REPORTED -> Origin.PATIENT;
                    case RADIOTHERAPY -> Origin.REGISTER;
                    default -> Origin.FEED;
                },
                SOURCE,
                value.id(),
                new Fact(
                        kind,
                        value.item(),
                        value.day(),
                        value.until(),
                        value.number(),
                        value.text(),
                        value.measure(),
                        value.low(),
                        value.high(),
                        value.part(),
                        value.reason(),
                        value.done() ? State.DONE : State.AWAITED),
                null);
    }
}
