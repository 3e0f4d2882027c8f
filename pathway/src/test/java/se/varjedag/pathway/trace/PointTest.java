package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules 15, 16 and 19 as far as tracing goes, sentence by sentence.
class PointTest {

    // Rule 15.

    @ParameterizedTest
    @CsvSource({"VC022, diagnostic-surgery", "VC025, first-visit", "VC035, mdt", "VC040, informed", "VC044, decision"})
    void steps_belong_to_the_pathway_of_their_prefix_that_is_open_that_day(String code, String point) {
        var story = Story.of("VE010 2023-01-01\nVC010 2023-01-01\n%s 2023-01-05".formatted(code));

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", point + " 2023-01-05");
        assertThat(story.points(1)).containsExactly("suspicion 2023-01-01");
        assertThat(story.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-20", "2022-12-31", "2023-01-01", "2023-02-01"})
    void a_pathway_is_open_for_its_steps_from_its_05_otherwise_its_10_to_its_end_both_days_included(String day) {
        var story = Story.of("VC005 2022-12-20\nVC010 2023-01-01\nVC025 %s\nVC050 2023-02-01".formatted(day));

        assertThat(story.points(0)).contains("first-visit " + day);
        assertThat(story.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-19", "2023-02-02"})
    void a_step_outside_belongs_to_none_with_a_finding(String day) {
        var story = Story.of("VC005 2022-12-20\nVC010 2023-01-01\nVC025 %s\nVC050 2023-02-01".formatted(day));

        assertThat(story.points(0))
                .containsExactly("suspected 2022-12-20", "suspicion 2023-01-01", "treatment 2023-02-01");
        assertThat(story.findings()).containsExactly("STEP_OUTSIDE_PATHWAY VC025 " + day);
    }

    @Test
    void without_an_05_a_pathway_is_open_from_its_10() {
        var story = Story.of("VC025 2022-12-31\nVC010 2023-01-01\nVC025 2023-01-01");

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", "first-visit 2023-01-01");
        assertThat(story.findings()).containsExactly("STEP_OUTSIDE_PATHWAY VC025 2022-12-31");
    }

    @Test
    void of_several_05_the_earliest_opens_for_steps() {
        var story = Story.of("VC005 2022-12-20\nVC005 2022-12-28\nVC025 2022-12-21\nVC010 2023-01-01");

        assertThat(story.points(0))
                .containsExactly(
                        "suspected 2022-12-20",
                        "first-visit 2022-12-21",
                        "suspected 2022-12-28",
                        "suspicion 2023-01-01");
    }

    @Test
    void of_two_pathways_open_that_day_a_step_belongs_to_the_earlier() {
        var sameDay = Story.of("VC010 2023-01-01\nVC050 2023-02-01\nVC010 2023-02-01\nVC035 2023-02-01");
        var before =
                Story.of("VC010 2023-01-01\nVC005 2023-01-20\nVC035 2023-01-25\nVC050 2023-02-01\nVC010 2023-02-10");
        var after =
                Story.of("VC010 2023-01-01\nVC005 2023-01-20\nVC035 2023-02-02\nVC050 2023-02-01\nVC010 2023-02-10");

        assertThat(sameDay.points(0)).contains("mdt 2023-02-01");
        assertThat(sameDay.points(1)).doesNotContain("mdt 2023-02-01");
        assertThat(before.points(0)).contains("mdt 2023-01-25");
        assertThat(after.points(1)).contains("mdt 2023-02-02");
    }

    @Test
    void steps_of_a_pathway_ended_by_70_belong_to_it() {
        var story = Story.of("VC010 2023-01-01\nVC025 2023-01-03\nVC070 2023-01-05\nVC010 2023-01-20");

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", "first-visit 2023-01-03");
        assertThat(story.findings()).isEmpty();
    }

    // Rule 16.

    @Test
    void a_sub_process_point_without_pathway_belongs_to_the_persons_only_pathway_that_is_open_that_day() {
        var story = Story.of("""
                VC005 2022-12-20
                specimen-taken 2022-12-20
                VC010 2023-01-01
                imaging-performed 2023-01-15
                VC050 2023-02-01
                pathology-reported 2023-02-01
                VE010 2023-02-02
                specimen-received 2023-02-02
                """);

        assertThat(story.points(0))
                .contains("specimen-taken 2022-12-20", "imaging-performed 2023-01-15", "pathology-reported 2023-02-01");
        assertThat(story.points(1)).containsExactly("suspicion 2023-02-02", "specimen-received 2023-02-02");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_sub_process_point_without_pathway_belongs_to_none_when_none_or_several_are_open() {
        var story = Story.of("""
                specimen-taken 2022-12-31
                VC010 2023-01-01
                VE010 2023-01-10
                specimen-taken 2023-01-10
                VC050 2023-02-01
                specimen-taken 2023-02-01
                VE050 2023-02-10
                specimen-taken 2023-02-11
                """);

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", "treatment 2023-02-01");
        assertThat(story.points(1)).containsExactly("suspicion 2023-01-10", "treatment 2023-02-10");
        assertThat(story.findings())
                .containsExactly(
                        "POINT_WITH_NONE_OPEN specimen-taken 2022-12-31",
                        "POINT_WITH_SEVERAL_OPEN specimen-taken 2023-01-10",
                        "POINT_WITH_SEVERAL_OPEN specimen-taken 2023-02-01",
                        "POINT_WITH_NONE_OPEN specimen-taken 2023-02-11");
    }

    @Test
    void two_pathways_of_one_prefix_open_on_one_day_are_several() {
        var story = Story.of("VC010 2023-01-01\nVC078 2023-02-01\nVC010 2023-02-01\nspecimen-taken 2023-02-01");

        assertThat(story.findings()).containsExactly("POINT_WITH_SEVERAL_OPEN specimen-taken 2023-02-01");
    }

    @Test
    void pathways_ended_by_70_count_here_too() {
        var alone = Story.of("VC010 2023-01-01\nVC070 2023-01-05\nspecimen-taken 2023-01-05");
        var beside = Story.of("VC010 2023-01-01\nVC070 2023-01-05\nVE010 2023-01-02\nspecimen-taken 2023-01-05");

        assertThat(alone.points(0)).containsExactly("suspicion 2023-01-01", "specimen-taken 2023-01-05");
        assertThat(beside.findings()).containsExactly("POINT_WITH_SEVERAL_OPEN specimen-taken 2023-01-05");
    }

    @Test
    void with_pathway_it_belongs_to_the_pathway_of_that_prefix_open_that_day_the_earliest_if_two() {
        var story = Story.of("""
                VC010 2023-01-01
                VE010 2023-01-01
                specimen-taken 2023-01-15 >VC0
                VC050 2023-02-01
                VC010 2023-02-01
                specimen-taken 2023-02-01 >VC0
                """);

        assertThat(story.points(0)).contains("specimen-taken 2023-01-15", "specimen-taken 2023-02-01");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void otherwise_to_the_latest_that_ended_before() {
        var story = Story.of("""
                VC010 2023-01-01
                VC078 2023-01-10
                VC010 2023-02-01
                VC050 2023-02-10
                pathology-reported 2023-02-20 >VC0
                VC010 2023-03-01
                """);

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01");
        assertThat(story.points(1)).contains("pathology-reported 2023-02-20");
        assertThat(story.points(2)).containsExactly("suspicion 2023-03-01");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void otherwise_to_the_next_that_opens() {
        var story = Story.of("referral-received 2022-06-01 >VC0\nVE010 2022-05-01\nVC010 2023-01-01\nVC010 2023-01-02");

        assertThat(story.points(1)).containsExactly("referral-received 2022-06-01", "suspicion 2023-01-01");
    }

    @Test
    void if_the_person_has_none_of_that_prefix_it_belongs_to_none_never_to_another() {
        var story = Story.of("VC010 2023-01-01\nspecimen-taken 2023-01-05 >VE0\nspecimen-taken 2023-01-05 >VK9");

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01");
        assertThat(story.findings())
                .containsExactly(
                        "POINT_OF_ABSENT_PATHWAY specimen-taken 2023-01-05",
                        "POINT_OF_ABSENT_PATHWAY specimen-taken 2023-01-05");
    }

    // Rule 19.

    @Test
    void suspicion_is_only_the_10_that_opened_and_treatment_only_the_end_that_closed_if_it_reaches() {
        var story = Story.of("""
                VC010 2023-01-01
                VC010 2023-01-05
                VC054 2023-02-01
                VC050 2023-02-01
                VC052 2023-02-10
                VE010 2023-01-01
                VE078 2023-02-01
                """);

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", "treatment 2023-02-01");
        assertThat(story.points(1)).containsExactly("suspicion 2023-01-01");
    }

    @Test
    void points_keep_their_place_and_reference_and_stand_in_the_order_of_days() {
        var story = Story.of("""
                pathology-reported 2023-01-20 @01/lab #r2
                specimen-taken 2023-01-10 @14/ward #r1
                VC010 2023-01-01
                """);
        var traced = story.traced();

        assertThat(story.points(0))
                .containsExactly("suspicion 2023-01-01", "specimen-taken 2023-01-10", "pathology-reported 2023-01-20");
        int taken = traced.pointsFrom(0) + 1;
        assertThat(traced.timelines().regionText(traced.pointRegion(taken))).isEqualTo("14");
        assertThat(traced.timelines().unitText(traced.pointUnit(taken))).isEqualTo("ward");
        assertThat(traced.timelines().refText(traced.pointRef(taken))).isEqualTo("r1");
    }

    @Test
    void a_reference_never_moves_a_row_to_a_pathway() {
        var story = Story.of("VC010 2023-01-05\nspecimen-taken 2023-01-10 #r\npathology-reported 2023-01-01 #r");

        assertThat(story.points(0)).containsExactly("suspicion 2023-01-05", "specimen-taken 2023-01-10");
        assertThat(story.findings()).containsExactly("POINT_WITH_NONE_OPEN pathology-reported 2023-01-01");
    }

    @Test
    void a_point_of_a_person_without_a_pathway_is_told_apart_from_one_whose_pathway_was_not_open() {
        var story = Story.of("specimen-taken 2023-01-10\nVC050 2023-01-12\npathology-reported 2023-01-15");

        assertThat(story.findings())
                .containsExactlyInAnyOrder(
                        "POINT_OF_PERSON_WITHOUT_PATHWAY specimen-taken 2023-01-10",
                        "END_WITH_NOTHING_OPEN VC050 2023-01-12",
                        "POINT_OF_PERSON_WITHOUT_PATHWAY pathology-reported 2023-01-15");
        assertThat(Finding.Kind.values())
                .filteredOn(kind -> !kind.toBeMended())
                .containsExactly(Finding.Kind.POINT_OF_PERSON_WITHOUT_PATHWAY);
    }
}
