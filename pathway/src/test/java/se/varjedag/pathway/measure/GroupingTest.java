package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.varjedag.pathway.measure.Ward.counts;
import static se.varjedag.pathway.measure.Ward.traced;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Tracer;

/// Rule 27: what an answer can be grouped and filtered by.
class GroupingTest {

    private static Question.Builder by(GroupKey... keys) {
        return Question.leadTime().by(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "VC050, surgery",
        "VC054, radiotherapy",
        "VC052, drug",
        "VC058, palliative",
        "VC059, other",
        "VC056, other",
        "VC065, other",
        "VC060, expectancy",
        "VE073, none-needed",
        "VP872, closed",
        "VP878, closed"
    })
    void treatment_is_the_kind_of_the_pathway_s_end_if_it_reached(String code, String kind) {
        var traced = traced("a %s10 2023-01-01\na %s 2023-01-09".formatted(code.substring(0, 3), code));

        assertThat(counts(traced, by(GroupKey.TREATMENT))).containsExactly(kind + ": n 1");
    }

    @Test
    void treatment_is_empty_for_those_who_left_or_wait() {
        var traced = traced("a VC010 2023-01-01\na VC072 2023-01-09\nb VC010 2023-01-01");

        assertThat(counts(traced, by(GroupKey.TREATMENT))).containsExactly(": waiting 1 left 1");
    }

    @Test
    void treatment_is_empty_as_of_a_day_before_the_end() {
        var lines = "a VC010 2023-01-01\na VC025 2023-01-05\na VC050 2023-02-01";
        var question = by(GroupKey.TREATMENT).measure("suspicion..first-visit");

        assertThat(counts(traced(lines, "2023-01-31"), question)).containsExactly(": n 1");
        assertThat(counts(traced(lines, "2023-02-01"), question)).containsExactly("surgery: n 1");
    }

    @Test
    void svf_is_the_definition_s_id() {
        var traced = traced("a VC010 2023-01-01\nb VE010 2023-01-01\nb VE050 2023-01-02\nc VE010 2023-01-01");

        assertThat(counts(traced, by(GroupKey.SVF)))
                .containsExactly("lungcancer: waiting 1", "melanoma: n 1 waiting 1");
    }

    @ParameterizedTest
    @CsvSource({
        "22, norr",
        "23, norr",
        "24, norr",
        "25, norr",
        "03, mellansverige",
        "04, mellansverige",
        "17, mellansverige",
        "18, mellansverige",
        "19, mellansverige",
        "20, mellansverige",
        "21, mellansverige",
        "01, stockholm-gotland",
        "09, stockholm-gotland",
        "14, väst",
        "05, sydöst",
        "06, sydöst",
        "08, sydöst",
        "07, syd",
        "10, syd",
        "12, syd",
        "13, syd"
    })
    void hregion_is_the_healthcare_region_of_region(String region, String healthcareRegion) {
        var traced = traced("a VC010 2023-01-01 99/A\na VC050 2023-01-02 %s/A home=99".formatted(region));

        assertThat(counts(traced, by(GroupKey.HREGION))).containsExactly(healthcareRegion + ": n 1");
        assertThat(counts(traced, by(GroupKey.REGION, GroupKey.HOME_REGION))).containsExactly(region + " 99: n 1");
    }

    @Test
    void a_code_of_no_region_lies_in_no_healthcare_region() {
        assertThat(counts(traced("a VC010 2023-01-01 99/A"), by(GroupKey.HREGION)))
                .containsExactly(": waiting 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 0-17", "2006, 0-17", "2005, 18-39", "1984, 18-39", "1983, 40-49", "1974, 40-49", "1973, 50-59",
        "1964, 50-59", "1963, 60-69", "1954, 60-69", "1953, 70-79", "1944, 70-79", "1943, 80+", "1900, 80+"
    })
    void age_is_the_class_of_the_year_of_start_less_born(int born, String age) {
        var traced = traced("a VC010 2023-12-31 born=%d\na VC050 2024-01-09".formatted(born));

        assertThat(counts(traced, by(GroupKey.AGE))).containsExactly(age + ": n 1");
    }

    @Test
    void age_is_empty_without_a_year_of_birth_or_with_one_after_the_start() {
        assertThat(counts(traced("a VC010 2023-01-01\nb VC010 2023-01-01 born=2024"), by(GroupKey.AGE)))
                .containsExactly(": waiting 2");
    }

    @Test
    void an_empty_value_is_a_group_of_its_own() {
        var traced = traced("""
                a VC010 2023-01-01 sex=F
                b VC010 2023-01-01 sex=M
                c VC010 2023-01-01
                """);

        assertThat(counts(traced, by(GroupKey.SEX))).containsExactly(": waiting 1", "F: waiting 1", "M: waiting 1");
    }

    @Test
    void groups_are_sorted_by_their_key_in_the_order_of_the_columns() {
        var traced = traced("""
                a VE010 2023-01-01 10/A
                b VC010 2023-01-01 03/A
                c VC010 2023-01-01 10/A
                d VE010 2023-01-01 03/A
                """);

        assertThat(counts(traced, by(GroupKey.SVF, GroupKey.REGION)))
                .containsExactly(
                        "lungcancer 03: waiting 1",
                        "lungcancer 10: waiting 1",
                        "melanoma 03: waiting 1",
                        "melanoma 10: waiting 1");
        assertThat(counts(traced, by(GroupKey.REGION, GroupKey.SVF)))
                .containsExactly(
                        "03 lungcancer: waiting 1",
                        "03 melanoma: waiting 1",
                        "10 lungcancer: waiting 1",
                        "10 melanoma: waiting 1");
    }

    @Test
    void all_groups_together_are_the_answer_without_groups() {
        var traced = traced("""
                a VC010 2023-01-01 01/A
                a VC050 2023-02-01 01/A
                b VC010 2023-01-01 12/A
                b VC050 2023-03-01 12/A
                c VC010 2023-01-01 01/A
                c VC058 2023-02-20 01/A
                d VC010 2023-01-01 12/A
                d VC058 2023-01-20 12/A
                e VX010 2023-01-01 01/A
                e VX091 2023-07-01 12/A
                f VX010 2023-06-01 01/A
                g VX010 2023-06-20 12/A
                h VC010 2023-01-01 01/A
                i VC010 2023-01-01 12/A
                j VC010 2023-01-01 12/A
                k VC010 2023-01-01 01/A
                k VC078 2023-01-09 01/A
                l VC010 2023-01-01 12/A
                l VC078 2023-01-10 12/A
                """, "2023-07-02");

        assertThat(counts(traced, by(GroupKey.REGION)))
                .containsExactly("01: n 2 waiting 1 stale 1 left 1", "12: n 2 waiting 2 stale 2 left 1");
        assertThat(Answers.answer(traced, by(GroupKey.REGION).build(), Optional.empty())
                        .total())
                .hasValue(Ward.only(traced, by()));
    }

    @Test
    void filters_let_in_only_the_named_values() {
        var traced = traced("""
                a VC010 2023-01-01 01/A sex=F
                b VC010 2023-01-01 03/B sex=M
                c VC010 2023-01-01 03/C
                d VE010 2023-02-01 03/C
                d VE050 2023-03-01 03/C
                """);

        assertThat(counts(traced, by().only(GroupKey.REGION, "03"))).containsExactly(": n 1 waiting 2");
        assertThat(counts(traced, by(GroupKey.SEX).only(GroupKey.SEX, "F", "")))
                .containsExactly(": n 1 waiting 1", "F: waiting 1");
        assertThat(counts(traced, by().only(GroupKey.UNIT, "C").only(GroupKey.SVF, "lungcancer")))
                .containsExactly(": waiting 1");
        assertThat(counts(traced, by().only(GroupKey.MONTH, "2023-03"))).containsExactly(": n 1 waiting 3");
        assertThat(counts(traced, by().only(GroupKey.TREATMENT, "surgery"))).containsExactly(": n 1");
        assertThat(counts(traced, by().only(GroupKey.REGION, "nowhere"))).isEmpty();
    }

    @Test
    void limit_is_the_one_that_holds_and_none_for_those_who_left() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC052 2023-02-01
                b VC010 2023-01-01
                b VC074 2023-02-01
                c VC010 2023-01-01
                """);

        assertThat(counts(traced, by(GroupKey.LIMIT))).containsExactly(": left 1", "41: n 1", "44: waiting 1");
        assertThat(counts(traced, by(GroupKey.LIMIT).measure("suspicion..first-visit")))
                .containsExactly(": waiting 1 left 2");
        assertThat(counts(traced, by(GroupKey.TREATMENT).only(GroupKey.LIMIT, "41")))
                .containsExactly("drug: n 1");
    }

    @Test
    void every_key_at_once_is_still_one_group_each() {
        var traced = traced("a VC010 2023-01-01 01/A sex=F born=1950 home=03\na VC050 2023-02-01 12/B");

        assertThat(counts(traced, by(GroupKey.values())))
                .containsExactly("lungcancer surgery 12 03 syd B F 70-79 2023 2023Q1 2023-02 44: n 1");
    }

    @Test
    void no_events_give_no_groups() {
        var nothing = new Tracer(Ward.DEFINITIONS)
                .trace(Timelines.of(EventColumns.builder().build(), null, null));

        assertThat(Answers.answer(nothing, by(GroupKey.values()).build(), Optional.empty())
                        .groups())
                .isEmpty();
        assertThat(Answers.answer(nothing, by().build(), Optional.empty()).total())
                .isEmpty();
    }

    @Test
    void a_measure_of_points_needs_pathways_traced_with_points() {
        var timelines = traced("a VC010 2023-01-01").timelines();
        var bare = new Tracer(Ward.DEFINITIONS).withoutPoints().trace(timelines);

        assertThat(counts(bare, by())).containsExactly(": waiting 1");
        assertThatIllegalArgumentException().isThrownBy(() -> counts(bare, by().measure("suspicion..mdt")));
    }

    @Test
    void a_question_says_what_is_wrong_with_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by(GroupKey.SVF, GroupKey.SVF).build());
        assertThatIllegalArgumentException().isThrownBy(() -> by().limit(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by().period(LocalDate.parse("2023-02-01"), LocalDate.parse("2023-01-31"))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by().measure("suspicion"))
                .withMessageContaining("FROM..TO");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by().measure("suspicion..cure"))
                .withMessageContaining("'cure'")
                .withMessageContaining("specimen-taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupKey.list("svf,colour"))
                .withMessageContaining("'colour'")
                .withMessageContaining("svf, treatment, region, home_region");
        assertThat(by().period(LocalDate.parse("2023-02-01"), LocalDate.parse("2023-02-01"))
                        .build()
                        .periodTo())
                .isEqualTo("2023-02-01");
    }

    @Test
    void keys_and_rules_are_read_from_their_words() {
        assertThat(GroupKey.list("svf, home_region")).containsExactly(GroupKey.SVF, GroupKey.HOME_REGION);
        assertThat(GroupKey.list("")).isEmpty();
        assertThat(CountBy.ofKey("end")).contains(CountBy.END);
        assertThat(CountBy.ofKey("start")).contains(CountBy.START);
        assertThat(CountBy.ofKey("middle")).isEmpty();
        assertThat(CountBy.START.key()).isEqualTo("start");
    }

    @Test
    void a_question_can_be_asked_again_with_a_change() {
        var question = by(GroupKey.SVF)
                .between(MeasuringPoint.SUSPICION, MeasuringPoint.MDT)
                .limit(7)
                .minCount(5)
                .countBy(CountBy.START)
                .only(GroupKey.SEX, List.of("F"))
                .period(LocalDate.parse("2023-01-01"), null)
                .build();

        assertThat(question.but().build()).isEqualTo(question);
        assertThat(question.measure()).isEqualTo("suspicion..mdt");
        assertThat(question.limited()).isTrue();
        assertThat(by().build().limited()).isTrue();
        assertThat(by().measure("suspicion..mdt").build().limited()).isFalse();
    }
}
