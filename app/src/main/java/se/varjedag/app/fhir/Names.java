package se.varjedag.app.fhir;

import java.util.List;
import java.util.function.UnaryOperator;
import se.varjedag.app.reference.Regions;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;

/// What codes are called: in Swedish, as the classifications they come from are.
///
/// @param units what a unit is called, by its id
record Names(Definitions definitions, UnaryOperator<String> units) {
    private static final Language SWEDISH = Language.SV;

    String pathway(PathwayDefinition definition) {
        return definition.name(SWEDISH);
    }

    String point(MeasuringPoint point) {
        return point.word(SWEDISH);
    }

    String unit(String id) {
        return units.apply(id);
    }

    String region(String code) {
        return Regions.name(code);
    }

    /// What the code of an event says; the code itself where nobody has said it.
    String event(String code) {
        var point = MeasuringPoint.ofKey(code);
        if (point.isPresent()) {
            return point(point.get());
        }
        var meaning = definitions.meaning(code);
        if (meaning == null) {
            return code;
        }
        var marked = MeasuringPoint.ofSuffix(meaning.suffix());
        var pathway = pathway(definitions.all().get(meaning.definition()));
        return pathway + ": " + (marked == null ? code : point(marked));
    }

    /// The ids of all definitions.
    List<String> pathways() {
        return definitions.all().stream().map(PathwayDefinition::id).toList();
    }
}
