package se.varjedag.app.fhir;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;

/// What codes are called: in Swedish, as the classifications they come from are.
@Component
record Names(Definitions definitions, Units units) {
    private static final Language SWEDISH = Language.SV;
    private static final Texts WORDS = Texts.in(SWEDISH);

    /// A sentence of the answers.
    String words(String key, Object... values) {
        return WORDS.text("fhir." + key, values);
    }

    String pathway(PathwayDefinition definition) {
        return definition.name(SWEDISH);
    }

    String point(MeasuringPoint point) {
        return point.word(SWEDISH);
    }

    /// Kinds of treatment in words.
    String treatments(Set<TreatmentKind> kinds) {
        return kinds.stream().sorted().map(kind -> kind.word(SWEDISH)).collect(Collectors.joining(", "));
    }

    String unit(String id) {
        return units.name(id);
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
