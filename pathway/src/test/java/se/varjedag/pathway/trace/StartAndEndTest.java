package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.pathway.definition.Definitions;

/// Rules 2, 6 and 8 to 12, sentence by sentence.
class StartAndEndTest {

    // Rule 2.

    @Test
    void a_well_formed_code_that_no_definition_claims_is_kept_with_a_finding() {
        var story = Story.of("VC010 2023-01-01\nVK910 2023-01-02");

        assertThat(story.findings()).containsExactly("UNCLAIMED_CODE VK910 2023-01-02");
        assertThat(story.traced().timelines().rows()).isEqualTo(2);
        assertThat(story.traced().size()).isEqualTo(1);
    }

    @Test
    void it_is_traced_when_a_definition_claims_it() {
        var timelines = Story.of("VK910 2023-01-02\nVK950 2023-02-02").traced().timelines();
        var claiming = Examples.DEFINITIONS.with(
                Definitions.of(Map.of("added.yaml", "id: added\nname: Added\nsource: a page\ncodes: {prefix: VK9}\n")));

        var traced = new Tracer(claiming).trace(timelines);

        assertThat(traced.size()).isEqualTo(1);
        assertThat(traced.state(0)).isEqualTo(State.TREATED);
        assertThat(traced.findings().total()).isZero();
    }

    @Test
    void a_code_with_a_known_prefix_and_an_unknown_suffix_is_a_finding() {
        var story = Story.of("VC010 2023-01-01\nVC042 2023-01-02\nVC099 2023-01-03");

        assertThat(story.findings())
                .containsExactly("UNKNOWN_SUFFIX VC042 2023-01-02", "UNKNOWN_SUFFIX VC099 2023-01-03");
    }

    @Test
    void the_codes_of_another_country_are_traced_by_the_suffix_they_stand_for() {
        var story = Story.of("""
                SUS 2022-12-28
                FIT 2023-01-01
                DTT 2023-01-20
                ALT 2023-02-01
                """);

        assertThat(story.pathways()).containsExactly("abroad 2023-01-01 TREATED 2023-02-01 50");
        assertThat(story.points(0))
                .containsExactly(
                        "suspected 2022-12-28", "suspicion 2023-01-01", "decision 2023-01-20", "treatment 2023-02-01");
        assertThat(story.findings()).isEmpty();
    }

    // Rule 6.

    @Test
    void of_several_events_of_one_code_and_date_the_lowest_region_then_the_lowest_unit_counts_empty_last() {
        var story = Story.of("""
                VC010 2023-01-01
                VC010 2023-01-01 @14/b
                VC010 2023-01-01 @14/a
                VC010 2023-01-01 @14
                VC050 2023-02-01 @/x
                VC050 2023-02-01 @24/y
                """);

        assertThat(story.startPlace(0)).isEqualTo("14/a");
        assertThat(story.endPlace(0)).isEqualTo("24/y");
    }

    @Test
    void of_several_91_on_one_day_the_lowest_region_then_the_lowest_unit_counts_empty_last() {
        var story = Story.of("""
                VC010 2023-01-01 @01/a
                VC091 2023-01-10 @24/a
                VC091 2023-01-10 @14/b
                VC091 2023-01-10 @14/a
                """);

        assertThat(story.waitingPlace(0)).isEqualTo("14/a");
    }

    // Rule 8.

    @Test
    void first_in_a_day_ends_what_is_open_as_the_day_begins_and_then_the_10_opens() {
        var story = Story.of("VC010 2023-01-01\nVC010 2023-02-01\nVC050 2023-02-01");

        assertThat(story.pathways())
                .containsExactly("lungcancer 2023-01-01 TREATED 2023-02-01 50", "lungcancer 2023-02-01 WAITING");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void after_the_10_comes_the_end_of_what_that_10_opened() {
        assertThat(Story.of("VC050 2023-01-01\nVC010 2023-01-01").pathways())
                .containsExactly("lungcancer 2023-01-01 TREATED 2023-01-01 50");
    }

    @Test
    void last_in_a_day_comes_91() {
        var ended = Story.of("VC010 2023-01-01\nVC091 2023-01-05\nVC050 2023-01-05");
        var opened = Story.of("VC010 2023-01-05 @01\nVC091 2023-01-05 @14");
        var renewed = Story.of("VC010 2023-01-01 @01\nVC050 2023-01-05\nVC010 2023-01-05 @01\nVC091 2023-01-05 @14");
        var brief = Story.of("VC010 2023-01-05\nVC050 2023-01-05\nVC091 2023-01-05");

        assertThat(ended.findings()).containsExactly("RECEIVED_WITH_NOTHING_OPEN VC091 2023-01-05");
        assertThat(opened.waitingPlace(0)).isEqualTo("14/");
        assertThat(opened.findings()).isEmpty();
        assertThat(renewed.waitingPlace(0)).isEqualTo("01/");
        assertThat(renewed.waitingPlace(1)).isEqualTo("14/");
        assertThat(brief.findings()).containsExactly("RECEIVED_WITH_NOTHING_OPEN VC091 2023-01-05");
    }

    @Test
    void ends_left_over_are_findings_and_never_end_the_new_pathway() {
        var story = Story.of("VC010 2023-01-01\nVC052 2023-02-01\nVC050 2023-02-01\nVC010 2023-02-01");

        assertThat(story.pathways())
                .containsExactly("lungcancer 2023-01-01 TREATED 2023-02-01 50", "lungcancer 2023-02-01 WAITING");
        assertThat(story.findings()).containsExactly("FURTHER_END VC052 2023-02-01");
    }

    @Test
    void so_a_pathway_may_last_0_days() {
        var story = Story.of("VC010 2023-01-01\nVC078 2023-01-01\nVC074 2023-01-01");

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 LEFT 2023-01-01 74");
        assertThat(story.findings()).containsExactly("FURTHER_END VC078 2023-01-01");
    }

    @Test
    void and_a_10_on_the_day_of_an_end_opens_a_new_pathway() {
        var story = Story.of("VC010 2023-01-01\nVC070 2023-01-09\nVC010 2023-01-09\nVC050 2023-01-20");

        assertThat(story.pathways())
                .containsExactly(
                        "lungcancer 2023-01-01 CRITERIA_NOT_MET 2023-01-09 70",
                        "lungcancer 2023-01-09 TREATED 2023-01-20 50");
    }

    // Rule 9.

    @Test
    void the_first_10_opens_and_a_further_10_of_the_same_prefix_while_open_is_a_finding() {
        var story = Story.of("VC010 2023-01-01\nVC010 2023-01-03\nVE010 2023-01-04\nVC050 2023-02-01");

        assertThat(story.pathways())
                .containsExactly("lungcancer 2023-01-01 TREATED 2023-02-01 50", "melanoma 2023-01-04 WAITING");
        assertThat(story.findings()).containsExactly("FURTHER_START VC010 2023-01-03");
    }

    @Test
    void a_further_10_on_the_day_of_the_first_is_a_finding() {
        var story = Story.of("VC010 2023-01-01 @01\nVC010 2023-01-01 @14\nVC050 2023-01-01");

        assertThat(story.pathways()).hasSize(1);
        assertThat(story.findings()).containsExactly("FURTHER_START VC010 2023-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2023-04-01, true", "2023-01-01, true", "2022-12-31, false"})
    void an_05_belongs_to_the_first_pathway_that_opens_on_its_date_or_at_most_90_days_later(
            String suspected, boolean belongs) {
        var story = Story.of("VC005 %s\nVC010 2023-04-01\nVC050 2023-04-02\nVC010 2023-04-03".formatted(suspected));

        assertThat(story.points(0).contains("suspected " + suspected)).isEqualTo(belongs);
        assertThat(story.points(1)).containsExactly("suspicion 2023-04-03");
        assertThat(story.findings().equals(List.of("SUSPECTED_WITHOUT_START VC005 " + suspected)))
                .isEqualTo(!belongs);
    }

    @Test
    void an_05_while_a_pathway_is_open_belongs_to_the_next_that_opens() {
        var story = Story.of("VC010 2023-01-01\nVC005 2023-01-10\nVC050 2023-02-01\nVC010 2023-02-10");

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", "treatment 2023-02-01");
        assertThat(story.points(1)).containsExactly("suspected 2023-01-10", "suspicion 2023-02-10");
    }

    @Test
    void a_10_that_opens_nothing_is_passed_over() {
        var story = Story.of("VC010 2023-01-01\nVC005 2023-01-10\nVC010 2023-01-20");

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01");
        assertThat(story.findings())
                .containsExactly("FURTHER_START VC010 2023-01-20", "SUSPECTED_WITHOUT_START VC005 2023-01-10");
    }

    // Rule 10.

    @Test
    void the_first_end_closes_and_later_ends_are_findings() {
        var story = Story.of("VC010 2023-01-01\nVC078 2023-01-20\nVC050 2023-02-01");

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 LEFT 2023-01-20 78");
        assertThat(story.findings()).containsExactly("LATER_END VC050 2023-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "50,54", "54,52", "52,59", "59,56", "56,58", "58,60", "60,65", "65,73", "73,72", "72,74", "76,78", "78,70"
    })
    void ends_on_the_same_day_rank_and_the_others_are_findings(String better, String worse) {
        var story = Story.of("VC010 2016-01-01\nVC0%s 2016-02-01\nVC0%s 2016-02-01".formatted(worse, better));

        assertThat(story.pathways().getFirst()).endsWith("2016-02-01 " + better);
        assertThat(story.findings()).containsExactly("FURTHER_END VC0%s 2016-02-01".formatted(worse));
    }

    @ParameterizedTest
    @CsvSource({"VC074, 74, died", "VC076, died, VC076", "VC070, died, VC070"})
    void death_ranks_after_74_and_before_76(String other, String closer, String leftOver) {
        var story = Story.of("VC010 2016-01-01\n%s 2016-02-01\ndied 2016-02-01".formatted(other));

        assertThat(story.pathways()).containsExactly("lungcancer 2016-01-01 LEFT 2016-02-01 " + closer);
        assertThat(story.findings()).containsExactly("FURTHER_END %s 2016-02-01".formatted(leftOver));
    }

    @Test
    void an_end_with_nothing_open_is_a_finding_and_nothing_more() {
        var story = Story.of("VC050 2022-12-31\nVC010 2023-01-01");

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 WAITING");
        assertThat(story.findings()).containsExactly("END_WITH_NOTHING_OPEN VC050 2022-12-31");
    }

    // Rule 11.

    @ParameterizedTest
    @CsvSource({"50, SURGERY", "52, DRUG", "54, RADIOTHERAPY", "58, PALLIATIVE", "59, OTHER", "60, EXPECTANCY"})
    void treatment_starts_and_expectancy_reach(String suffix, String kind) {
        var story = Story.of("VC010 2023-01-01\nVC0%s 2023-02-01".formatted(suffix));

        assertThat(story.traced().state(0)).isEqualTo(State.TREATED);
        assertThat(story.traced().treatment(0)).hasToString(kind);
        assertThat(story.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VP8, 2023-01-01, 72, TREATED, CLOSED",
        "VP8, 2023-01-01, 78, TREATED, CLOSED",
        "VC0, 2023-01-01, 72, LEFT,",
        "VC0, 2023-01-01, 78, LEFT,",
        "VC0, 2023-01-01, 73, LEFT,",
        "VX3, 2021-02-28, 72, LEFT,",
        "VX3, 2021-03-01, 72, TREATED, CLOSED",
        "VX2, 2022-04-25, 73, LEFT,",
        "VX2, 2022-04-26, 73, TREATED, NONE_NEEDED",
        "VE0, 2023-01-01, 73, TREATED, NONE_NEEDED"
    })
    void the_ends_73_72_and_78_reach_where_the_definition_says_they_count(
            String prefix, String start, String suffix, State state, String kind) {
        var story = Story.of("%s10 %s\n%s%s 2023-03-01".formatted(prefix, start, prefix, suffix));

        assertThat(story.traced().state(0)).isEqualTo(state);
        assertThat(String.valueOf(story.traced().treatment(0))).isEqualTo(String.valueOf(kind));
        assertThat(story.points(0)).hasSize(state == State.TREATED ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"72", "73", "74", "76", "78"})
    void any_other_end_leaves(String suffix) {
        var story = Story.of("VC010 2023-01-01\nVC0%s 2023-02-01".formatted(suffix));

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 LEFT 2023-02-01 " + suffix);
        assertThat(story.traced().treatment(0)).isNull();
        assertThat(story.traced().treatmentOrdinal(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "52", "54", "56", "58", "59", "60", "65", "73"})
    void a_code_that_the_definition_forbids_ends_nothing_and_is_a_finding(String suffix) {
        var story = Story.of("VP810 2023-01-01\nVP8%s 2023-01-10".formatted(suffix));

        assertThat(story.pathways()).containsExactly("nonspecific 2023-01-01 WAITING");
        assertThat(story.findings()).containsExactly("FORBIDDEN_END VP8%s 2023-01-10".formatted(suffix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VP870", "VP872", "VP874", "VP876", "VP878", "died"})
    void non_specific_symptoms_are_ended_by_70_72_74_76_78_and_death_only(String end) {
        var story = Story.of("VP810 2023-01-01\nVP850 2023-01-10\n%s 2023-01-10".formatted(end));

        assertThat(story.traced().state(0).open()).isFalse();
        assertThat(story.findings()).containsExactly("FORBIDDEN_END VP850 2023-01-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"56", "65"})
    void the_withdrawn_codes_reach_with_limit_unknown_and_are_a_finding_from_2018_on(String suffix) {
        var before = Story.of("VC010 2017-12-01\nVC0%s 2017-12-31".formatted(suffix));
        var after = Story.of("VC010 2017-12-01\nVC0%s 2018-01-01".formatted(suffix));

        assertThat(before.pathways()).containsExactly("lungcancer 2017-12-01 TREATED 2017-12-31 " + suffix);
        assertThat(before.traced().treatment(0)).hasToString("OTHER");
        assertThat(before.traced().limit(0)).isEqualTo(-1);
        assertThat(before.findings()).isEmpty();
        assertThat(after.pathways()).containsExactly("lungcancer 2017-12-01 TREATED 2018-01-01 " + suffix);
        assertThat(after.traced().limit(0)).isEqualTo(-1);
        assertThat(after.findings()).containsExactly("WITHDRAWN_CODE VC0%s 2018-01-01".formatted(suffix));
    }

    // Rule 12.

    @Test
    void the_end_70_removes_the_pathway_from_every_count() {
        var story = Story.of("VC010 2023-01-01\nVC070 2023-01-05");

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 CRITERIA_NOT_MET 2023-01-05 70");
        assertThat(story.traced().treatment(0)).isNull();
        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01");
    }
}
