package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules 23 to 25 as far as tracing goes, sentence by sentence.
class LimitTest {

    // Rule 23.

    @ParameterizedTest
    @CsvSource({"2022-12-31, 40", "2023-01-01, 41", "2015-12-31, -1"})
    void the_limit_is_the_one_valid_on_the_start_date(String start, int limit) {
        assertThat(limit("VC010 %s\nVC052 2023-02-01".formatted(start))).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"50, 44", "54, 44", "59, 44", "52, 41", "58, 30"})
    void the_limit_is_the_one_for_the_ends_treatment_kind(String suffix, int limit) {
        assertThat(limit("VC010 2023-01-01\nVC0%s 2023-02-01".formatted(suffix)))
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VC060", "VX350", "VX352"})
    void numbers_that_are_targets_start_at_another_point_or_are_superseded_are_shown_but_are_not_limits(String end) {
        var story = Story.of("%s10 2023-01-01\n%s 2023-02-01".formatted(end.substring(0, 3), end));
        var shown = story.traced()
                .definitions()
                .all()
                .get(story.traced().definition(0))
                .limits();

        assertThat(shown).anyMatch(row -> row.kinds().contains(story.traced().treatment(0)));
        assertThat(story.traced().limit(0)).isEqualTo(-1);
    }

    @Test
    void the_track_is_the_extended_one_only_when_its_marker_is_present_otherwise_the_default() {
        var without = Story.of("VB610 2023-01-01\nVB650 2023-02-01");
        var with = Story.of("VB610 2023-01-01\nVB644 2023-01-20\nVB650 2023-02-01");
        var other = Story.of("VB610 2023-01-01\nVC044 2023-01-20\nVB644 2023-02-02\nVB650 2023-02-01");

        assertThat(without.traced().limit(0)).isEqualTo(35);
        assertThat(without.traced().extended(0)).isFalse();
        assertThat(with.traced().limit(0)).isEqualTo(55);
        assertThat(with.traced().extended(0)).isTrue();
        assertThat(with.points(0)).contains("decision 2023-01-20");
        assertThat(other.traced().extended(0)).isFalse();
    }

    @Test
    void a_marker_of_the_definitions_own_makes_the_track_extended_and_is_no_point() {
        var story = Story.of("REF 2023-01-01\nEXT 2023-01-10\nTRT 2023-02-01");

        assertThat(story.traced().limit(0)).isEqualTo(90);
        assertThat(story.points(0)).containsExactly("suspicion 2023-01-01", "treatment 2023-02-01");
        assertThat(story.findings()).isEmpty();
        assertThat(limit("REF 2023-01-01\nTRT 2023-02-01")).isEqualTo(62);
    }

    @Test
    void no_default_and_no_marker_or_several_candidates_and_nothing_to_decide_by_is_unknown() {
        assertThat(limit("VL210 2023-01-01\nVL250 2023-02-01")).isEqualTo(-1);
    }

    @Test
    void an_end_73_reaches_on_every_track_with_limit_unknown_where_nothing_decides() {
        var story = Story.of("VL210 2023-01-01\nVL273 2023-02-01");

        assertThat(story.pathways()).containsExactly("brain 2023-01-01 TREATED 2023-02-01 73");
        assertThat(story.traced().limit(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"EXT, -1", "DTT, 70"})
    void an_end_73_reaches_on_every_track_with_limit_unknown_where_that_track_states_none(String step, int limit) {
        var story = Story.of("REF 2023-01-01\n%s 2023-01-10\nNON 2023-02-01".formatted(step));

        assertThat(story.pathways()).containsExactly("abroad 2023-01-01 TREATED 2023-02-01 73");
        assertThat(story.traced().limit(0)).isEqualTo(limit);
    }

    @Test
    void a_pathway_that_left_or_never_met_the_criteria_has_no_limit() {
        assertThat(limit("VC010 2023-01-01\nVC078 2023-02-01")).isEqualTo(-1);
        assertThat(limit("VC010 2023-01-01\nVC070 2023-02-01")).isEqualTo(-1);
    }

    @Test
    void an_assumed_limit_says_so() {
        var assumed = Story.of("VC010 2023-01-01\nVC058 2023-02-01").traced();
        var read = Story.of("VC010 2023-01-01\nVC050 2023-02-01").traced();
        var waiting = Story.of("VX310 2023-01-01").traced();

        assertThat(assumed.assumedLimit(0)).isTrue();
        assertThat(read.assumedLimit(0)).isFalse();
        assertThat(waiting.limit(0)).isEqualTo(33);
        assertThat(waiting.assumedLimit(0)).isTrue();
    }

    // Rule 24.

    @ParameterizedTest
    @CsvSource({
        "2022-12-01, VE0, 14",
        "2023-01-01, VE0, 14",
        "2023-01-02, VE0, 35",
        "2022-12-01, VC0, 35",
        "2022-12-01, VK9, 35"
    })
    void melanoma_limits_are_21_days_shorter_when_a_pathology_answer_named_for_it_is_dated_on_or_before_the_10(
            String answered, String named, int limit) {
        var story =
                Story.of("pathology-reported %s >%s\nVE010 2023-01-01\nVE050 2023-02-01".formatted(answered, named));

        assertThat(story.traced().limit(0)).isEqualTo(limit);
        assertThat(story.traced().suspicionAtPathology(0)).isEqualTo(limit == 14);
    }

    @Test
    void an_answer_that_names_no_pathway_or_another_point_does_not_shorten_the_limit() {
        assertThat(limit("pathology-reported 2022-12-31\nVE010 2023-01-01\nVE050 2023-02-01"))
                .isEqualTo(35);
        assertThat(limit("specimen-taken 2022-12-31 >VE0\nVE010 2023-01-01\nVE050 2023-02-01"))
                .isEqualTo(35);
    }

    @ParameterizedTest
    @CsvSource({"2022-12-20, 35", "2022-12-21, 14"})
    void and_it_is_dated_after_any_earlier_end(String answered, int limit) {
        var story = Story.of("""
                VE010 2022-12-01
                VE078 2022-12-20
                pathology-reported %s >VE0
                VE010 2023-01-01
                VE050 2023-02-01
                """.formatted(answered));

        assertThat(story.traced().limit(1)).isEqualTo(limit);
        assertThat(story.traced().limit(0)).isEqualTo(-1);
    }

    @Test
    void the_end_of_another_pathway_does_not_matter() {
        var story = Story.of("""
                VC010 2022-12-01
                pathology-reported 2022-12-20 >VE0
                VC050 2022-12-24
                VE010 2023-01-01
                VE050 2023-02-01
                """);

        assertThat(story.traced().limit(1)).isEqualTo(14);
    }

    @Test
    void an_answer_on_the_day_of_an_end_and_a_new_10_belongs_before_the_end() {
        var story = Story.of(
                "VE010 2022-12-01\nVE078 2023-01-01\npathology-reported 2023-01-01 >VE0\nVE010 2023-01-01\nVE050 2023-02-01");

        assertThat(story.traced().limit(1)).isEqualTo(35);
    }

    @Test
    void the_limit_of_those_waiting_is_21_days_shorter_too() {
        var story = Story.of("pathology-reported 2022-12-31 >VE0\nVE010 2023-01-01");

        assertThat(story.traced().limit(0)).isEqualTo(14);
        assertThat(story.traced().shortestLimit(0)).isEqualTo(14);
    }

    // Rule 25.

    @Test
    void for_those_waiting_the_limit_is_the_longest_still_possible_and_worklists_count_down_to_the_shortest() {
        var story = Story.of("VC010 2023-01-01");

        assertThat(story.traced().limit(0)).isEqualTo(44);
        assertThat(story.traced().shortestLimit(0)).isEqualTo(30);
    }

    @Test
    void for_those_waiting_it_is_unknown_if_any_candidate_is_unknown() {
        var story = Story.of("VX210 2023-01-01");

        assertThat(story.traced().limit(0)).isEqualTo(-1);
        assertThat(story.traced().shortestLimit(0)).isEqualTo(40);
        assertThat(story.traced().assumedLimit(0)).isFalse();
    }

    @Test
    void the_marker_decides_what_is_still_possible() {
        assertThat(Story.of("VB610 2023-01-01\nVB644 2023-01-09").traced().limit(0))
                .isEqualTo(55);
        assertThat(Story.of("VB610 2023-01-01\nVB644 2023-01-09").traced().shortestLimit(0))
                .isEqualTo(55);
        assertThat(Story.of("VB610 2023-01-01").traced().limit(0)).isEqualTo(55);
        assertThat(Story.of("VB610 2023-01-01").traced().shortestLimit(0)).isEqualTo(35);
    }

    @Test
    void stale_pathways_have_the_limits_of_those_waiting() {
        var story = Story.of("VC010 2023-01-01", "2024-01-01");

        assertThat(story.traced().state(0)).isEqualTo(State.STALE);
        assertThat(story.traced().limit(0)).isEqualTo(44);
        assertThat(story.traced().shortestLimit(0)).isEqualTo(30);
    }

    private static int limit(String lines) {
        var traced = Story.of(lines).traced();
        assertThat(traced.shortestLimit(0)).isEqualTo(traced.limit(0));
        return traced.limit(0);
    }
}
