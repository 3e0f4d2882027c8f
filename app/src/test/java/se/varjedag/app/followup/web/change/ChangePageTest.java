package se.varjedag.app.followup.web.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.web.Basis;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.SmallNation;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Verdict;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.Tracer;

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
    void those_waiting_at_the_end_of_a_month_are_those_of_the_answer_as_of_its_last_day() {
        var table = page(Map.of("matt", "vantar", "svf", "prostatacancer"))
                .chart()
                .figure()
                .data();
        var then =
                new Tracer(BASIS.definitions()).trace(BASIS.traced().timelines().asOf(LocalDate.of(2026, 10, 31)));
        var answer = Answers.answer(
                        then,
                        Question.leadTime().only(GroupKey.SVF, "prostatacancer").build(),
                        Optional.empty())
                .total()
                .orElseThrow();

        assertThat(answer.waiting()).isPositive();
        assertThat(table.rows().getFirst().get(1)).isEqualTo(Cell.of(answer.waiting()));
        assertThat(table.rows().getFirst().get(6)).isEqualTo(Cell.of(answer.waitingStale()));
    }

    @Test
    void where_neither_way_is_better_what_is_more_than_chance_is_told_without_blue_or_orange() {
        for (var key : List.of("vantar", "nya", "behandlade")) {
            var verdict = page(Map.of("matt", key)).chart().verdict();

            assertThat(verdict).isNotNull();
            assertThat(verdict.kind()).isIn("usual", "notable");
        }
    }

    @Test
    void the_mark_of_the_goal_shows_on_which_side_of_it_the_limits_lie() {
        var goal = page(Map.of()).chart().assurance();

        assertThat(goal).isNotNull();
        assertThat(goal.goalPath()).isNotEmpty();
        assertThat(goal.path())
                .isNotEqualTo(new Verdict(goal.kind(), goal.rising(), "", "").path())
                .isNotEqualTo(new Verdict(goal.kind(), !goal.rising(), "", "", true).path());
        assertThat(page(Map.of("matt", "median")).chart().assurance()).isNull();
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

    @Test
    void where_others_waited_longer_is_told_by_region_and_in_a_region_by_unit_with_what_chance_would_give() {
        var choice = Map.of("from", "2026-01", "to", "2026-10");
        var regions = page(WITH_OUTSIDE, choice).places();
        var units = page(WITH_OUTSIDE, Map.of("region", "12", "from", "2026-01", "to", "2026-10"))
                .places();

        assertThat(page(choice).places()).isNull();
        assertThat(regions).isNotNull();
        assertThat(units).isNotNull();
        assertThat(regions.rows())
                .hasSizeGreaterThanOrEqualTo(21)
                .allMatch(row -> row.ways().size() == 2);
        assertThat(regions.rows().stream()
                        .map(row -> row.ways().stream()
                                .filter(said -> said.tone().equals("lost"))
                                .count()))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(regions.figure().foot().getLast().plain()).contains("slump");
        assertThat(units.rows()).extracting(PlacesView.Row::name).allMatch(name -> name.startsWith("SIM-12"));
        assertThat(units.rows())
                .allMatch(row -> row.ways().stream().anyMatch(said -> said.n().equals(Formats.NONE)));
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
                "/folj-upp/forandring"));
    }
}
