package se.varjedag.app.followup.web.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.web.Basis;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.SmallNation;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.pathway.definition.Language;

class ChangePageTest {
    private static final Basis BASIS = SmallNation.basis();
    private static final Basis WITH_OUTSIDE = SmallNation.withOutside();

    @ParameterizedTest
    @ValueSource(strings = {"andel", "median", "overtid", "behandlade", "nya"})
    void the_last_month_of_the_chart_is_the_answer_to_the_same_question(String key) {
        var measure = Measure.ofKey(key).orElseThrow();
        var selection = Selection.read(Map.of("matt", key), BASIS, Choices.OWN);
        var answer = BASIS.answer(selection
                        .question(selection.to(), selection.to())
                        .countBy(measure.countBy(selection.countBy()))
                        .build())
                .total()
                .orElseThrow();
        var last = page(Map.of("matt", key))
                .chart()
                .figure()
                .data()
                .rows()
                .getFirst()
                .get(1);

        assertThat(last).isEqualTo(measure.cell(measure.of(answer).orElseThrow()));
    }

    @Test
    void a_new_baseline_by_the_readers_act_gives_two_means_and_without_it_there_is_one() {
        assertThat(page(Map.of()).chart().figure().foot())
                .filteredOn(line -> line.plain().contains("medel"))
                .hasSize(1);
        assertThat(page(Map.of("nybaslinje", "2025-10")).chart().figure().foot())
                .filteredOn(line -> line.plain().contains("medel"))
                .hasSize(2);
    }

    @Test
    void what_lies_outside_the_chart_is_not_drawn_and_that_is_said() {
        assertThat(page(Map.of("nybaslinje", "2001-10")).chart().note()).contains("baslinjen");
        assertThat(page(Map.of("handelse", "2001-10-03")).chart().note()).contains("Datumet");
        assertThat(page(Map.of("handelse", "2026-03-03", "not", "x")).chart().note())
                .isEmpty();
    }

    @Test
    void two_periods_are_those_of_the_selection_and_of_the_reader_or_a_year_before() {
        var page = page(Map.of("from", "2026-04", "to", "2026-09"));

        assertThat(page.periods().before()).isEqualTo("april–september 2025");
        assertThat(page(Map.of("jfran", "2025-11", "jtill", "2025-12"))
                        .periods()
                        .before())
                .isEqualTo("november–december 2025");
        assertThat(page.periods().rows()).hasSize(5);
    }

    @Test
    void with_no_patients_outside_the_pathways_the_basis_is_missing_and_no_figure_is_given() {
        var view = page(Map.of()).displacement();

        assertThat(view.missing()).isTrue();
        assertThat(view.rows())
                .filteredOn(row -> row.first())
                .allMatch(row -> row.means().equals("underlag saknas"));
    }

    @Test
    void patients_outside_the_pathways_are_compared_where_enough_were_answered_and_told_apart_where_not() {
        var whole =
                page(WITH_OUTSIDE, Map.of("from", "2026-01", "to", "2026-10")).displacement();
        var small = page(WITH_OUTSIDE, Map.of("region", "09", "from", "2026-01", "to", "2026-10"))
                .displacement();

        assertThat(whole.missing()).isFalse();
        assertThat(whole.rows()).allMatch(row -> row.means().contains("slump"));
        assertThat(small.missing()).isTrue();
        assertThat(small.rows()).allMatch(row -> row.means().equals("underlag saknas"));
    }

    @ParameterizedTest
    @CsvSource({"matt,ont", "baslinje,3", "baslinje,x", "nybaslinje,2025-13", "handelse,2025-02-30", "jfran,igår"})
    void a_choice_that_cannot_be_understood_is_refused(String name, String value) {
        assertThatThrownBy(() -> page(Map.of(name, value))).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void weeks_and_shares_with_limits_of_their_own_have_a_cell_for_each_column() {
        for (var choice : List.of(Map.of("per", "vecka"), Map.of("diagram", "p"), Map.of("matt", "nya"))) {
            for (var figure : page(choice).figures()) {
                assertThat(figure.data().rows())
                        .as(figure.id())
                        .isNotEmpty()
                        .allSatisfy(row ->
                                assertThat(row).hasSameSizeAs(figure.data().columns()));
            }
        }
        assertThat(page(Map.of("diagram", "p"))
                        .chart()
                        .figure()
                        .data()
                        .rows()
                        .getFirst()
                        .get(1))
                .isInstanceOf(Cell.Share.class);
    }

    private static ChangePage page(Map<String, String> parameters) {
        return page(BASIS, parameters);
    }

    private static ChangePage page(Basis basis, Map<String, String> parameters) {
        return ChangePage.of(new Reading(
                basis,
                Selection.read(parameters, basis, Choices.OWN),
                Texts.in(Language.SV),
                Charts.without(),
                "/folj-upp/forandring",
                "",
                UnaryOperator.identity()));
    }
}
