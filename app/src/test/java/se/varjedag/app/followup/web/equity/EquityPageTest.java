package se.varjedag.app.followup.web.equity;

import static org.assertj.core.api.Assertions.assertThat;

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
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.measure.GroupKey;

class EquityPageTest {
    private static final Basis BASIS = SmallNation.basis();

    @Test
    void however_patients_are_divided_they_are_as_many() {
        var reading = reading(Map.of());
        var total = BASIS.answer(reading.selection().question().build()).total().orElseThrow();

        for (var classes : List.of(
                Classes.of(reading, GroupKey.SEX),
                Classes.of(reading, GroupKey.AGE),
                Classes.of(reading, GroupKey.HOME_REGION),
                Classes.ofDistance(reading))) {
            assertThat(classes.all().denominator()).isEqualTo(total.withLimit());
            assertThat(classes.all().numerator()).isEqualTo(total.within());
            assertThat(classes.ones().stream().mapToLong(one -> one.group().n()).sum())
                    .isEqualTo(total.n());
        }
    }

    @Test
    void distance_is_told_by_regions_only() {
        assertThat(Distance.of("12", "12")).isEqualTo(Distance.SAME);
        assertThat(Distance.of("07", "12")).isEqualTo(Distance.NEAR);
        assertThat(Distance.of("25", "12")).isEqualTo(Distance.FAR);
        assertThat(Distance.of("", "12")).isEqualTo(Distance.UNKNOWN);
        assertThat(Distance.of("12", "")).isEqualTo(Distance.UNKNOWN);
        assertThat(Distance.of("99", "12")).isEqualTo(Distance.UNKNOWN);
    }

    @Test
    void only_whole_periods_are_compared() {
        var rows = EquityPage.of(reading(Map.of("to", "2026-05")))
                .spread()
                .figure()
                .data()
                .rows();

        assertThat(rows).isNotEmpty();
        assertThat(rows.getLast().getFirst()).isEqualTo(Cell.of("2026 kv 1"));
        assertThat(rows.getFirst().getFirst()).isEqualTo(Cell.of("2025 kv 1"));
    }

    @Test
    void with_too_few_patients_nothing_is_said_to_differ() {
        var page = EquityPage.of(reading(Map.of("svf", "analcancer", "per", "year")));

        assertThat(page.spread().verdict()).isNull();
        assertThat(page.classes())
                .allSatisfy(view -> assertThat(view.rows())
                        .allSatisfy(row -> assertThat(row.tone()).isEqualTo("quiet")));
    }

    @Test
    void every_table_has_a_cell_for_each_column_in_both_languages() {
        for (var language : Language.values()) {
            assertThat(EquityPage.of(reading(Map.of(), language)).figures())
                    .allSatisfy(figure -> assertThat(figure.data().rows())
                            .isNotEmpty()
                            .allSatisfy(row ->
                                    assertThat(row).hasSameSizeAs(figure.data().columns())));
        }
    }

    private static Reading reading(Map<String, String> parameters) {
        return reading(parameters, Language.SV);
    }

    private static Reading reading(Map<String, String> parameters, Language language) {
        return new Reading(
                BASIS,
                Selection.read(parameters, BASIS, EquityPage.OWN),
                Texts.in(language),
                Charts.without(),
                EquityPage.FOLDER);
    }
}
