package se.varjedag.app.fhir;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/// A pathway as FHIR: what it is of, how it stands, from when to when, and which unit has it.
final class EpisodeResource {

    private EpisodeResource() {}

    static EpisodeOfCare of(Given.OfEpisode given, Names names) {
        var episode = given.episode();
        var resource = new EpisodeOfCare();
        resource.setStatus(
                EpisodeOfCare.EpisodeOfCareStatus.fromCode(given.status().orElseThrow()));
        resource.addType(pathway(episode, names));
        var state = Given.OfEpisode.state(episode.state());
        resource.addType(new CodeableConcept().setText(state).addCoding(coding(Codes.STATE, state)));
        resource.setPatient(PatientResource.to(episode.person()));
        resource.setPeriod(period(episode.start(), episode.end().orElse(null)));
        if (!episode.unit().isEmpty()) {
            resource.setManagingOrganization(unit(episode.unit(), names));
        }
        return resource;
    }

    /// The definition of a pathway as a code.
    static CodeableConcept pathway(Episode episode, Names names) {
        var name = names.pathway(episode.definition());
        return new CodeableConcept()
                .setText(name)
                .addCoding(coding(Codes.PATHWAY, episode.definition().id()).setDisplay(name));
    }

    static org.hl7.fhir.r4.model.Coding coding(String system, String code) {
        return new org.hl7.fhir.r4.model.Coding().setSystem(system).setCode(code);
    }

    /// Days, without any time of day: it is not kept.
    static Period period(LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        var period = new Period().setStartElement(new DateTimeType(from.toString()));
        return to == null ? period : period.setEndElement(new DateTimeType(to.toString()));
    }

    /// A care unit by its HSA-id: units are not resources here.
    static Reference unit(String id, Names names) {
        var reference = new Reference().setType("Organization").setDisplay(names.unit(id));
        reference.getIdentifier().setSystem(Codes.HSA).setValue(id);
        return reference;
    }
}
