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
        // The pathway that a point between national codes names.
        int definition = event.more().pathway().isEmpty()
                ? -1
                : names.definitions().ofPrefix(event.more().pathway());
        if (definition >= 0) {
            var pathway = names.definitions().all().get(definition);
            procedure.addReasonCode(new CodeableConcept()
                    .setText(names.pathway(pathway))
                    .addCoding(EpisodeResource.coding(Codes.PATHWAY, pathway.id())));
        }
        // The number that pairs such points: read in again from where a request stands.
        if (!event.more().ref().isEmpty()) {
            procedure
                    .addBasedOn()
                    .setType("ServiceRequest")
                    .getIdentifier()
                    .setValue(event.more().ref());
        }
        return procedure;
    }
}
