package se.varjedag.app.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Role;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.UnitPatients;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.trace.TracedPathways;

/// Opens patients' charts: those of the reader's own unit outward, or the patient's own.
@Component
class PatientCharts {
    private final Entrance entrance;
    private final Patients patients;
    private final UnitPatients unitPatients;
    private final Identities identities;
    private final Timeline timeline;

    PatientCharts(
            Entrance entrance, Patients patients, UnitPatients unitPatients, Identities identities, Timeline timeline) {
        this.entrance = entrance;
        this.patients = patients;
        this.unitPatients = unitPatients;
        this.identities = identities;
        this.timeline = timeline;
    }

    /// Opens one patient's chart; the log is told first. Empty when nothing of it is for the reader.
    Optional<Chart> open(Acting acting, UUID person, Errand errand) {
        entrance.requireReady();
        if (acting.role() == Role.PATIENT && own(acting).filter(person::equals).isPresent()) {
            var events = patients.own(acting, person, errand);
            return Optional.of(new Chart(
                    person,
                    identities.shown(person),
                    events,
                    Episode.of(person, events, timeline.definitions(), asOf())));
        }
        return patients.open(acting, person, errand)
                .map(sight -> new Chart(
                        person,
                        sight.who(),
                        sight.events(),
                        Episode.of(person, sight.events(), timeline.definitions(), asOf())));
    }

    /// The patients that a search without a patient goes through, in an order that stays: those with a pathway at the
    /// own unit; for a patient herself alone. The log is told.
    List<UUID> everybody(Acting acting, Errand errand) {
        entrance.requireReady();
        if (acting.role() == Role.PATIENT) {
            return own(acting).stream().toList();
        }
        var all = unitPatients.at(acting.assignment().place());
        patients.listed(acting, errand);
        return all;
    }

    /// Whose number this is; who asks has still to be let in.
    Optional<UUID> withNumber(String written) {
        return patients.withNumber(written);
    }

    /// Whose event this is; who asks has still to be let in.
    Optional<UUID> ofEvent(UUID event) {
        return patients.ofEvent(event);
    }

    private static Optional<UUID> own(Acting acting) {
        return pseudonym(acting.assignment().place());
    }

    /// The pseudonym that is written so.
    static Optional<UUID> pseudonym(String written) {
        try {
            return written.length() == 36 ? Optional.of(UUID.fromString(written)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private @Nullable LocalDate asOf() {
        int day = timeline.snapshot().pathways().asOf();
        return day == TracedPathways.NONE ? null : LocalDate.ofEpochDay(day);
    }
}
