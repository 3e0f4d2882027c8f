package se.varjedag.app.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.RelatedArtifact;

/// What a lead time measures, as FHIR: each of its figures in words.
final class MeasureResource {
    private static final String SCORING = "http://terminology.hl7.org/CodeSystem/measure-scoring";
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/measure-type";

    private MeasureResource() {}

    static Measure of(PointPair pair, Names names, String base) {
        var measure = new Measure();
        measure.setUrl(base + "/Measure/" + pair.id());
        measure.setName("LeadTime");
        measure.setTitle(names.words("measure", names.point(pair.from()), names.point(pair.to())));
        measure.setStatus(PublicationStatus.ACTIVE);
        measure.setDescription(
                "Days from one measuring point of a cancer care pathway to another, by the rules in docs/rules.md. Counted by the date of the end (the national rule) or of the start.");
        measure.setScoring(new CodeableConcept()
                .addCoding(EpisodeResource.coding(SCORING, pair.limited() ? "proportion" : "continuous-variable")));
        measure.addType(new CodeableConcept().addCoding(EpisodeResource.coding(TYPE, "process")));
        measure.addRelatedArtifact()
                .setType(RelatedArtifact.RelatedArtifactType.DOCUMENTATION)
                .setDisplay("docs/rules.md, rules 19 to 28");
        for (var figure : Figure.values()) {
            var group = measure.addGroup();
            group.setCode(code(figure));
            group.setDescription(figure.words());
        }
        return measure;
    }

    /// A figure as a code.
    static CodeableConcept code(Figure figure) {
        return new CodeableConcept()
                .setText(figure.column())
                .addCoding(EpisodeResource.coding(Codes.FIGURE, figure.column()));
    }
}
