package se.varjedag.app.followup.web.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.varjedag.app.followup.web.Basis;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.SmallNation;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.measure.GroupKey;

class ComparePageTest {
    private static final Basis BASIS = SmallNation.basis();
    private static final double TENTH = 1e-9;

    @Test
    void those_compared_add_up_to_the_answer_of_every_other_page() {
        var total = BASIS.answer(Selection.read(Map.of(), BASIS, List.of())
                .question()
                .by(GroupKey.REGION)
                .build());
        var named = total.groups().stream()
                .filter(group -> !group.key().getFirst().isEmpty())
                .mapToLong(group -> group.withLimit())
                .sum();
        var funnel = page(Map.of()).funnel().figure().data().rows();

        assertThat(funnel.stream().mapToDouble(row -> amount(row.get(2))).sum()).isEqualTo(named);
        assertThat(Comparison.of(reading(Map.of())).all().denominator())
                .isEqualTo(total.groups().stream()
                        .mapToLong(group -> group.withLimit())
                        .sum());
    }

    @Test
    void what_is_expected_of_all_is_what_all_had() {
        var comparison = Comparison.of(reading(Map.of("by", "unit")));
        double expected = comparison.ones().stream()
                .mapToDouble(one -> one.mix().expected())
                .sum();

        assertThat(comparison.key()).isEqualTo(GroupKey.UNIT);
        assertThat(expected).isCloseTo(comparison.all().numerator(), within(1.0 + comparison.unnamed()));
    }

    @Test
    void the_chosen_region_is_compared_with_the_others_not_with_itself_alone() {
        var page = page(Map.of("region", "12"));

        assertThat(page.chosen()).isNotNull();
        assertThat(page.funnel().figure().data().rows())
                .hasSameSizeAs(page(Map.of()).funnel().figure().data().rows());
        assertThat(page.bars().rows())
                .filteredOn(row -> "own".equals(row.kind()))
                .hasSize(1);
    }

    @Test
    void units_are_compared_within_the_chosen_region() {
        var all = Comparison.of(reading(Map.of("by", "unit"))).ones().size();
        var some = Comparison.of(reading(Map.of("by", "unit", "region", "12"))).ones();

        assertThat(some)
                .hasSizeBetween(2, all - 1)
                .allSatisfy(one -> assertThat(one.code()).startsWith("SIM-12"));
    }

    @Test
    void few_patients_have_a_place_in_the_funnel_but_no_bar() {
        var page = page(Map.of("svf", "njurcancer"));

        assertThat(page.funnel().figure().data().rows()).isNotEmpty();
        assertThat(page.bars().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.bar()).isNull());
        assertThat(page.differences().rows()).isEmpty();
    }

    @Test
    void a_second_period_is_the_one_of_as_many_months_before() {
        var months = Comparison.before(reading(Map.of("from", "2026-03", "to", "2026-05")));
        var split = Comparison.of(reading(Map.of("from", "2026-03", "to", "2026-05", "split", "1")));

        assertThat(months).map(Object::toString).containsExactly("2025-12", "2026-02");
        assertThat(split.ones()).anySatisfy(one -> assertThat(one.earlier()).isNotNull());
        assertThat(Comparison.of(reading(Map.of())).ones())
                .allSatisfy(one -> assertThat(one.earlier()).isNull());
    }

    @Test
    void an_adjusted_page_shows_the_adjusted_shares_and_says_so() {
        var page = page(Map.of("adjust", "1"));
        var comparison = Comparison.of(reading(Map.of("adjust", "1")));
        var first = comparison.ones().getFirst();

        assertThat(page.form().words().plain()).contains("justerat för vårdförlopp, behandling, ålder och kön");
        assertThat(comparison.shown(first)).isEqualTo(first.mix().adjusted(comparison.all()));
    }

    @Test
    void laboratories_answer_as_many_as_the_measure_counts() {
        var answer = BASIS.answer(Selection.read(Map.of(), BASIS, List.of())
                        .question()
                        .measure("specimen-taken..pathology-reported")
                        .build())
                .total()
                .orElseThrow();
        var page = AnsweringPage.of(reading(Map.of()), Answering.PATHOLOGY);
        var all = page.speed().figure().data().rows().getLast();

        assertThat(amount(all.get(1))).isEqualTo(answer.n());
        assertThat(((Cell.Share) all.get(8)).value())
                .isCloseTo((double) answer.histogram().within(5) / answer.n(), within(TENTH));
    }

    @Test
    void what_the_wait_cost_shrinks_with_a_laxer_target_and_adds_up() {
        var strict = cost(Map.of("target", "5"));
        var lax = cost(Map.of("target", "11"));

        for (var rows : List.of(strict, lax)) {
            double lost = 0;
            for (var row : rows.subList(0, rows.size() - 1)) {
                lost += amount(row.get(3));
            }
            assertThat(lost).isEqualTo(amount(rows.getLast().get(3)));
        }
        assertThat(amount(strict.getLast().get(3)))
                .isGreaterThanOrEqualTo(amount(lax.getLast().get(3)));
    }

    @Test
    void every_table_has_a_cell_for_each_column_and_every_page_its_words_in_both_languages() {
        for (var language : Language.values()) {
            for (var answering : Answering.values()) {
                var page = AnsweringPage.of(reading(Map.of("region", "01"), language), answering);
                check(page.figures());
                assertThat(page.cost().sentence()).doesNotContain("{");
            }
            for (var by : Comparison.KEYS) {
                check(ComparePage.of(reading(Map.of("by", by.key(), "split", "1"), language))
                        .figures());
            }
        }
    }

    private static void check(List<Figure> figures) {
        var ids = new HashSet<String>();
        for (var figure : figures) {
            assertThat(ids.add(figure.id())).as(figure.id()).isTrue();
            assertThat(figure.data().rows())
                    .allSatisfy(
                            row -> assertThat(row).hasSameSizeAs(figure.data().columns()));
        }
    }

    private static List<List<Cell>> cost(Map<String, String> parameters) {
        return AnsweringPage.of(reading(parameters), Answering.PATHOLOGY)
                .cost()
                .figure()
                .data()
                .rows();
    }

    private static ComparePage page(Map<String, String> parameters) {
        return ComparePage.of(reading(parameters));
    }

    private static Reading reading(Map<String, String> parameters) {
        return reading(parameters, Language.SV);
    }

    private static Reading reading(Map<String, String> parameters, Language language) {
        var own = new ArrayList<>(ComparePage.OWN);
        own.addAll(AnsweringPage.OWN);
        return new Reading(
                BASIS,
                Selection.read(parameters, BASIS, own),
                Texts.in(language),
                Charts.without(),
                ComparePage.FOLDER);
    }

    private static double amount(Cell cell) {
        return ((Cell.Amount) cell).value();
    }
}
