package se.varjedag.app.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.patients.NamedValues;
import se.varjedag.pathway.definition.Language;

/// What the scores of the forms are called among clinical values.
@Component
class ScoreNames implements NamedValues {
    /// The score that sums up the others of its form.
    private static final String WHOLE = "score-all";

    private final Map<String, Name> names = new HashMap<>();

    ScoreNames(Questionnaires forms) {
        for (var form : forms.all()) {
            var summed = form.scores().stream().anyMatch(one -> one.id().equals(WHOLE));
            for (var score : form.scores()) {
                var part = summed && !score.id().equals(WHOLE);
                names.put(
                        Kept.valueItem(form, score),
                        new Name(name(form, score, Language.SV), name(form, score, Language.EN), part));
            }
        }
    }

    @Override
    public Optional<Name> named(String item) {
        return Optional.ofNullable(names.get(item));
    }

    /// `Kroppen (Hur har du det nu?)`: the words of the score without its scale, and which form.
    private static String name(Questionnaire form, Item score, Language language) {
        var words = score.text().in(language, false).replaceFirst(":.*", "");
        return "%s (%s)".formatted(words, form.title().in(language, false));
    }
}
