package se.varjedag.app.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;

/// An event of care as FHIR: a procedure with the code of KVÅ that it was registered with.
final class EventResource {

    private EventResource() {}

    static Procedure of(Given.OfEvent given, Names names) {
        var event = given.event();
        var procedure = new Procedure();
        procedure.setStatus(Procedure.ProcedureStatus.fromCode(given.status().orElseThrow()));
        var code = Codes.ofEvent(event.code());
        var said = names.event(event.code());
        procedure.setCode(
                new CodeableConcept().setText(said).addCoding(EpisodeResource.coding(code.system(), code.code())));
        procedure.setSubject(PatientResource.to(given.chart().person()));
        procedure.setPerformed(new DateTimeType(event.day().toString()));
        if (!event.unit().isEmpty()) {
            procedure.addPerformer().setActor(EpisodeResource.unit(event.unit(), names));
        }
        return procedure;
    }
}
