package se.varjedag.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.varjedag.app.indicators.Indicator.Standing;

class CatalogueTest {
    private final Catalogue catalogue = new Catalogue();

    @Test
    void every_promise_has_measures_and_each_says_what_its_goal_rests_on() {
        for (int promise = 1; promise <= Catalogue.PROMISES; promise++) {
            assertThat(catalogue.ofPromise(promise)).as("promise " + promise).isNotEmpty();
        }
        assertThat(catalogue.all()).allSatisfy(one -> {
            assertThat(one.id()).matches("[a-z][a-z-]*");
            assertThat(one.reference()).isNotBlank();
            assertThat(one.places()).isNotEmpty();
        });
    }

    @Test
    void what_has_no_source_says_so_in_both_languages() {
        assertThat(catalogue.all())
                .filteredOn(one -> one.measure().isEmpty())
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.source().swedish()).startsWith("Källa saknas");
                    assertThat(one.source().english()).startsWith("No source");
                });
        assertThat(catalogue.all())
                .filteredOn(one -> one.measure().isPresent())
                .allSatisfy(one -> assertThat(one.source().swedish()).doesNotContain("saknas"));
    }

    @Test
    void a_share_stands_to_two_goals_to_one_or_to_none() {
        var plan = catalogue.byId("care-plan").orElseThrow();
        var inTime = catalogue.byId("treatment-within-limit").orElseThrow();
        var conference = catalogue.byId("conference").orElseThrow();

        assertThat(List.of(plan.standing(0.99), plan.standing(0.95), plan.standing(0.949)))
                .containsExactly(Standing.HIGH, Standing.MIDDLE, Standing.LOW);
        assertThat(List.of(inTime.standing(0.8), inTime.standing(0.799))).containsExactly(Standing.HIGH, Standing.LOW);
        assertThat(conference.standing(1)).isEqualTo(Standing.NO_GOAL);
    }

    @Test
    void less_is_better_where_the_file_says_so() {
        var less = Catalogue.of(row("less: true\n    high: 10")).all().getFirst();

        assertThat(less.standing(0.1)).isEqualTo(Standing.HIGH);
        assertThat(less.standing(0.11)).isEqualTo(Standing.LOW);
        assertThat(less.to()).isEqualTo(Optional.empty());
    }

    @Test
    void a_wrong_file_says_what_is_wrong() {
        assertThatThrownBy(() -> Catalogue.of(row("x: 1").replace("promise: 2", "promise: 7")))
                .hasMessageContaining("indicators.yaml has a promise 7");
        assertThatThrownBy(() -> Catalogue.of(row("x: 1").replace("reference", "other")))
                .hasMessageContaining("does not say reference");
        var once = row("x: 1");
        assertThatThrownBy(() -> Catalogue.of(once + once.replace("indicators:\n", "")))
                .hasMessageContaining("names one twice");
    }

    private static String row(String more) {
        var words = "{ sv: a, en: b }";
        return """
                indicators:
                  - indicator: one
                    promise: 2
                    sv: a
                    en: b
                    definition: %1$s
                    numerator: %1$s
                    denominator: %1$s
                    source: %1$s
                    advice: %1$s
                    places: [unit]
                    from: "2020-01-01"
                    reference: c
                    %2$s
                """.formatted(words, more);
    }
}
