package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.varjedag.app.web.Lix;

/// The forms that are shipped: what patients read of them, and what is counted.
class ShippedFormsTest {
    private static final double HARDEST = 35;
    private static final Questionnaires SHIPPED = new Questionnaires();

    static Stream<Questionnaire> forms() {
        return SHIPPED.all().stream();
    }

    @Test
    void the_three_forms_of_our_own_are_there_and_no_one_elses() {
        assertThat(forms().map(Questionnaire::id)).containsExactly("prem", "rehabilitation-needs", "what-matters");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void what_a_patient_reads_is_easy_to_read(Questionnaire form) {
        assertThat(Lix.of(read(form, false))).as("LIX of " + form.id()).isLessThanOrEqualTo(HARDEST);
        assertThat(Lix.of(read(form, true)))
                .as("LIX of " + form.id() + " in easy Swedish")
                .isLessThanOrEqualTo(HARDEST);
    }

    private static String read(Questionnaire form, boolean easy) {
        var lines = new ArrayList<String>();
        for (var wording : wordings(form)) {
            lines.add(easy && !wording.easy().isEmpty() ? wording.easy() : wording.swedish());
        }
        return String.join("\n", lines);
    }

    private static List<Wording> wordings(Questionnaire form) {
        var all = new ArrayList<>(List.of(form.title(), form.lead()));
        form.all().forEach(item -> {
            all.add(item.text());
            item.options().forEach(option -> all.add(option.label()));
        });
        return all.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_word_is_there_in_english_too(Questionnaire form) {
        assertThat(wordings(form))
                .allMatch(wording ->
                        !wording.swedish().isBlank() && !wording.english().isBlank());
    }

    @Test
    void the_worst_part_of_life_proposes_the_level_of_needs() {
        assertThat(level("none")).isEqualTo("basic");
        assertThat(level("little")).isEqualTo("special");
        assertThat(level("rather")).isEqualTo("advanced");
        assertThat(level("much")).isEqualTo("very-advanced");
    }

    /// The level when everything is well but the body, of which all is answered alike.
    private static String level(String body) {
        var form = SHIPPED.byId("rehabilitation-needs").orElseThrow();
        var values = new LinkedHashMap<String, List<Value>>();
        form.all()
                .filter(item -> item.type() == Item.Type.CHOICE && !item.readOnly())
                .forEach(item -> {
                    var code = item.id().startsWith("body-") ? body : "none";
                    item.options().stream()
                            .filter(option -> option.key().equals(code))
                            .forEach(option -> values.put(item.id(), List.of(option.value())));
                });
        var answers = Sheet.of(form, new Answers(values)).answers();
        assertThat(answers.at("score-mind")).hasToString("[Decimal[number=100]]");
        return answers.at("level").getFirst().written();
    }

    @Test
    void nothing_is_counted_of_what_nobody_has_answered() {
        var form = SHIPPED.byId("rehabilitation-needs").orElseThrow();

        assertThat(Sheet.of(form, Answers.NONE).answers()).isEqualTo(new Answers(Map.of()));
    }
}
