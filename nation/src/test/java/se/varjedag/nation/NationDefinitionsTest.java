package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.Limit;
import se.varjedag.pathway.definition.LimitRow;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.StepAllowance;
import se.varjedag.pathway.definition.TreatmentKind;

/// What the synthetic nation assumes is complete, marked, and never taken for a national number.
class NationDefinitionsTest {
    private static final Definitions NATION = Nation.definitions();
    private static final Definitions SHIPPED = Definitions.shipped();
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    @Test
    void every_pathway_has_a_prefix_and_the_made_up_ones_lie_outside_the_national_sections() {
        assertThat(NATION.all()).hasSize(30);
        assertThat(NATION.all().stream().map(definition -> definition.prefix().orElseThrow()))
                .doesNotHaveDuplicates();
        for (var definition : NATION.all()) {
            var shipped = SHIPPED.byId(definition.id()).orElseThrow();
            assertThat(definition.codes().assumed()).isEqualTo(shipped.prefix().isEmpty());
            if (shipped.prefix().isEmpty()) {
                assertThat(definition.prefix().orElseThrow()).matches("V[XZ][0-9]");
            } else {
                assertThat(definition.prefix()).isEqualTo(shipped.prefix());
            }
        }
    }

    @Test
    void every_treatment_that_can_reach_has_a_limit() {
        var treatments = Set.of(
                TreatmentKind.SURGERY,
                TreatmentKind.RADIOTHERAPY,
                TreatmentKind.DRUG,
                TreatmentKind.PALLIATIVE,
                TreatmentKind.OTHER,
                TreatmentKind.EXPECTANCY);
        for (var definition : NATION.all()) {
            for (var kind : treatments) {
                if (!definition.forbids(50)) {
                    assertThat(definition.limit(DAY, kind, false, false))
                            .as(definition.id() + " " + kind)
                            .isInstanceOf(Limit.Days.class);
                }
            }
            assertThat(definition.longestLimit(DAY, false, false))
                    .as(definition.id())
                    .isInstanceOf(Limit.Days.class);
        }
    }

    @Test
    void what_was_read_stays_and_what_is_added_is_marked() {
        for (var definition : NATION.all()) {
            var shipped = SHIPPED.byId(definition.id()).orElseThrow();
            assertThat(definition.limits().stream().filter(row -> !row.assumed()))
                    .filteredOn(row -> row.days().isPresent())
                    .containsExactlyElementsOf(known(shipped));
            assertThat(definition.limits())
                    .filteredOn(LimitRow::assumed)
                    .allMatch(row -> row.source().equals("antagen för simuleringen"));
            assertThat(definition.allowances().subList(0, shipped.allowances().size()))
                    .isEqualTo(shipped.allowances());
            assertThat(definition.allowances().stream()
                            .skip(shipped.allowances().size()))
                    .isNotEmpty()
                    .allMatch(StepAllowance::assumed)
                    .allMatch(StepAllowance::measured);
        }
    }

    private static List<LimitRow> known(PathwayDefinition shipped) {
        return shipped.limits().stream().filter(row -> row.days().isPresent()).toList();
    }

    @Test
    void assumed_limits_say_so() {
        var lung = NATION.byId("lungcancer").orElseThrow();
        assertThat(lung.limit(DAY, TreatmentKind.SURGERY, false, false)).isEqualTo(new Limit.Days(44, true));
        assertThat(lung.limit(DAY, TreatmentKind.DRUG, false, false)).isEqualTo(new Limit.Days(40, true));
        assertThat(lung.limit(DAY, TreatmentKind.PALLIATIVE, false, false)).isEqualTo(new Limit.Days(30, true));
        var brain = NATION.byId("hjarntumorer").orElseThrow();
        assertThat(brain.limit(DAY, TreatmentKind.DRUG, false, false)).isEqualTo(new Limit.Days(48, true));
        var breast = NATION.byId("brostcancer").orElseThrow();
        assertThat(breast.limit(DAY, TreatmentKind.SURGERY, false, false)).isEqualTo(new Limit.Days(35, false));
    }
}
