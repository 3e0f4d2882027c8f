package se.varjedag.app.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/// Where an event came from, as FHIR: the sending system, the import that brought it, and since when it is known.
final class OriginResource {
    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";

    private OriginResource() {}

    static Provenance of(Given.OfOrigin given, Names names) {
        var event = given.event();
        var provenance = new Provenance();
        given.targets().forEach(target -> provenance.addTarget(new Reference(target)));
        provenance.setOccurred(new DateTimeType(event.day().toString()));
        provenance.setRecorded(Date.from(event.more().learnt()));
        provenance.setActivity(new CodeableConcept().addCoding(EpisodeResource.coding(OPERATION, "CREATE")));
        provenance
                .addAgent()
                .setType(new CodeableConcept().addCoding(EpisodeResource.coding(PARTICIPANT, "author")))
                .setWho(new Reference()
                        .setDisplay(event.source().isEmpty() ? names.words("nosource") : event.source()));
        given.run().ifPresent(run -> {
            var what = new Reference().setDisplay(run.words());
            what.getIdentifier().setSystem(Codes.RUN).setValue(Long.toString(run.number()));
            provenance
                    .addEntity()
                    .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                    .setWhat(what);
        });
        return provenance;
    }
}
