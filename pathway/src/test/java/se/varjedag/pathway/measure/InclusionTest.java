package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.varjedag.pathway.trace.TracedPathways;

/// Rule 28: who is included, of how many expected.
class InclusionTest {

    private static final TracedPathways PATIENTS = Ward.traced("""
            a VC010 2023-01-01 01/A home=01
            a VC050 2023-02-01 01/A home=01
            b VC010 2023-05-01 01/A home=01
            b VC060 2023-06-01 12/B home=01
            c VE010 2023-05-01 03/A home=03
            c VE073 2023-06-01 03/A home=03
            d VP810 2023-05-01 03/A home=03
            d VP872 2023-06-01 03/A home=03
            e VC010 2023-05-01 03/A home=03
            e VC078 2023-06-01 03/A home=03
            f VC010 2024-01-01 03/A home=03
            f VC052 2024-02-01 03/A home=03
            g VC010 2024-01-10 03/A
            """);

    private static final ExpectedCases CASES = ExpectedCases.of(List.of(
            new ExpectedCases.Row("lungcancer", "01", 2023, 4),
            new ExpectedCases.Row("lungcancer", "03", 2023, 3),
            new ExpectedCases.Row("lungcancer", "03", 2024, 2),
            new ExpectedCases.Row("melanoma", "03", 2023, 1),
            new ExpectedCases.Row("lungcancer", "03", 2022, 100),
            new ExpectedCases.Row("lungcancer", "03", 2025, 100)));

    private static List<String> inclusion(Question.Builder question) {
        var answer = Answers.answer(PATIENTS, question.build(), Optional.of(CASES));
        return answer.groups().stream()
                .map(group -> {
                    var cells = answer.cells(group);
                    return String.join(" ", group.key())
                            + ": " + group.included()
                            + " of " + cells.get(cells.size() - 2)
                            + " = " + cells.getLast();
                })
                .toList();
    }

    private static Question.Builder by(GroupKey... keys) {
        return Question.leadTime().by(keys);
    }

    @Test
    void included_are_treatment_starts_expectancy_and_counting_73_but_not_other_closings() {
        assertThat(inclusion(by(GroupKey.SVF)))
                .containsExactly(
                        "lungcancer: 3 of 9 = 0.3333333333333333", "melanoma: 1 of 1 = 1", "nonspecific: 0 of  = ");
    }

    @Test
    void inclusion_is_by_home_region_not_by_the_region_that_reports() {
        assertThat(inclusion(by(GroupKey.HOME_REGION)))
                .containsExactly(": 0 of  = ", "01: 2 of 4 = 0.5", "03: 2 of 6 = 0.3333333333333333");
        assertThat(inclusion(by(GroupKey.REGION))).allMatch(line -> line.endsWith("of  = "));
    }

    @Test
    void cases_follow_the_grouping() {
        assertThat(inclusion(by(GroupKey.YEAR, GroupKey.SVF)))
                .containsExactly(
                        "2023 lungcancer: 2 of 7 = 0.2857142857142857",
                        "2023 melanoma: 1 of 1 = 1",
                        "2023 nonspecific: 0 of  = ",
                        "2024 lungcancer: 1 of 2 = 0.5");
    }

    @Test
    void of_all_groups_together_cases_are_known_where_they_are_of_each() {
        var byYear = Answers.answer(PATIENTS, by(GroupKey.YEAR).build(), Optional.of(CASES));
        var bySvf = Answers.answer(PATIENTS, by(GroupKey.SVF).build(), Optional.of(CASES));

        assertThat(byYear.total().orElseThrow().cases()).hasValue(10);
        assertThat(byYear.total().orElseThrow().included()).isEqualTo(4);
        assertThat(byYear.total().orElseThrow().key()).isEmpty();
        assertThat(bySvf.total().orElseThrow().cases()).isEmpty();
        assertThat(bySvf.total().orElseThrow().included()).isEqualTo(4);
    }

    @Test
    void cases_follow_the_filters() {
        assertThat(inclusion(by().only(GroupKey.SVF, "lungcancer").only(GroupKey.HOME_REGION, "03")))
                .containsExactly(": 1 of 5 = 0.2");
        assertThat(inclusion(by().only(GroupKey.YEAR, "2024"))).containsExactly(": 1 of 2 = 0.5");
    }

    @Test
    void a_year_of_which_the_period_covers_a_part_counts_for_its_part_of_the_days() {
        var answer = Answers.answer(
                PATIENTS,
                by().period(LocalDate.parse("2023-12-01"), LocalDate.parse("2024-02-29"))
                        .build(),
                Optional.of(CASES));

        assertThat(answer.groups().getFirst().cases().orElseThrow())
                .isCloseTo(8.0 * 31 / 365 + 2.0 * 60 / 366, within(1e-12));
    }

    @Test
    void where_the_period_is_open_the_years_are_those_in_which_somebody_is_accounted() {
        assertThat(inclusion(by())).containsExactly(": 4 of 10 = 0.4");
        assertThat(inclusion(by().period(LocalDate.parse("2024-01-01"), null))).containsExactly(": 1 of 2 = 0.5");
        assertThat(inclusion(by().period(null, LocalDate.parse("2023-12-31")))).containsExactly(": 3 of 8 = 0.375");
    }

    @ParameterizedTest
    @EnumSource(names = {"TREATMENT", "REGION", "HREGION", "UNIT", "SEX", "AGE", "QUARTER", "MONTH"})
    void grouped_or_filtered_by_what_cases_do_not_have_inclusion_is_empty(GroupKey key) {
        assertThat(inclusion(by(key))).isNotEmpty().allMatch(line -> line.endsWith("of  = "));
        assertThat(inclusion(by().only(key, "", "01", "2023-02", "2023Q1", "surgery", "A", "stockholm-gotland")))
                .allMatch(line -> line.endsWith("of  = "));
    }

    @Test
    void another_measure_has_no_inclusion() {
        assertThat(inclusion(by().measure("suspicion..mdt"))).containsExactly(": 0 of  = ");
    }

    @Test
    void without_expected_cases_there_is_no_inclusion_and_no_column_for_it() {
        var answer = Answers.answer(PATIENTS, by().build(), Optional.empty());

        assertThat(answer.columns()).doesNotContain("cases", "inclusion").endsWith("left");
        assertThat(answer.groups().getFirst().inclusion()).isEmpty();
    }

    @Test
    void it_may_exceed_100_percent_but_is_empty_of_no_cases() {
        var few = ExpectedCases.of(List.of(
                new ExpectedCases.Row("lungcancer", "01", 2023, 0.5),
                new ExpectedCases.Row("melanoma", "03", 2023, 0)));
        var groups = Answers.answer(PATIENTS, by(GroupKey.SVF).build(), Optional.of(few))
                .groups();

        assertThat(groups.get(0).inclusion()).hasValue(6);
        assertThat(groups.get(1).cases()).hasValue(0);
        assertThat(groups.get(1).inclusion()).isEmpty();
    }

    @Test
    void nobody_included_has_no_cases() {
        var nobody = Ward.traced("a VC010 2023-01-01");
        var group = Answers.answer(nobody, by().build(), Optional.of(CASES))
                .groups()
                .getFirst();

        assertThat(group.cases()).isEmpty();
        assertThat(group.inclusion()).isEmpty();
    }

    @Test
    void the_same_expectation_twice_or_an_impossible_one_is_refused() {
        var row = new ExpectedCases.Row("lungcancer", "01", 2023, 5);

        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedCases.of(List.of(row, row)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedCases.Row("x", "01", 2023, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedCases.Row("x", "01", 2023, Double.POSITIVE_INFINITY));
    }
}
