package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.varjedag.app.patients.NamedValues.Name;

class ScoreNamesTest {
    private final ScoreNames names = new ScoreNames(new Questionnaires());

    @Test
    void a_score_is_called_by_its_words_and_its_form() {
        assertThat(names.named("rehabilitation-needs-score-body"))
                .hasValue(new Name("Kroppen (Hur har du det nu?)", "The body (How are you now?)", true));
        assertThat(names.named("rehabilitation-needs-score-all").map(Name::part))
                .hasValue(false);
        assertThat(names.named("psa")).isEmpty();
    }

    @Test
    void every_score_of_every_form_has_a_name_of_its_own_in_both_languages() {
        var items = new Questionnaires()
                .all().stream()
                        .flatMap(form -> form.scores().stream().map(score -> Kept.valueItem(form, score)))
                        .toList();

        assertThat(items).isNotEmpty();
        assertThat(items.stream().map(item -> names.named(item).orElseThrow().swedish()))
                .doesNotHaveDuplicates();
        assertThat(items.stream().map(item -> names.named(item).orElseThrow().english()))
                .doesNotHaveDuplicates();
    }
}
