package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules 13, 14 and 21, sentence by sentence.
class DeathAndTransferTest {

    // Rule 13.

    @Test
    void death_closes_every_open_pathway_of_the_person_as_74_does() {
        var story = Story.of("""
                VC010 2023-01-01 person:a
                VE010 2023-01-02 person:a
                VB610 2023-01-03 person:a
                VB650 2023-01-04 person:a
                died 2023-01-05 @14/x person:a
                VC010 2023-01-01 person:b
                """);

        assertThat(story.pathways())
                .containsExactly(
                        "lungcancer 2023-01-01 LEFT 2023-01-05 died",
                        "melanoma 2023-01-02 LEFT 2023-01-05 died",
                        "pancreas 2023-01-03 TREATED 2023-01-04 50",
                        "lungcancer 2023-01-01 WAITING");
        assertThat(story.endPlace(0)).isEqualTo("14/x");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_10_after_death_opens_as_usual_with_a_finding() {
        var story = Story.of("VC010 2023-01-01\ndied 2023-01-05\nVC010 2023-01-06\nVC050 2023-01-09");

        assertThat(story.pathways())
                .containsExactly(
                        "lungcancer 2023-01-01 LEFT 2023-01-05 died", "lungcancer 2023-01-06 TREATED 2023-01-09 50");
        assertThat(story.findings()).containsExactly("START_AFTER_DEATH VC010 2023-01-06");
    }

    @Test
    void a_10_on_the_day_of_death_opens_after_it_when_death_closed_a_pathway_of_the_prefix() {
        var story = Story.of("VC010 2023-01-01\ndied 2023-01-05\nVC010 2023-01-05");

        assertThat(story.pathways())
                .containsExactly("lungcancer 2023-01-01 LEFT 2023-01-05 died", "lungcancer 2023-01-05 WAITING");
        assertThat(story.findings()).containsExactly("START_AFTER_DEATH VC010 2023-01-05");
    }

    @Test
    void a_10_on_the_day_of_death_is_closed_by_it_when_nothing_of_the_prefix_was_open() {
        var story = Story.of("VE010 2023-01-01\ndied 2023-01-05\nVC010 2023-01-05");

        assertThat(story.pathways())
                .containsExactly(
                        "melanoma 2023-01-01 LEFT 2023-01-05 died", "lungcancer 2023-01-05 LEFT 2023-01-05 died");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_death_that_closes_nothing_is_a_finding() {
        var never = Story.of("died 2023-01-05");
        var twice = Story.of("VC010 2023-01-01\ndied 2023-01-05 @01\ndied 2023-01-05 @14\ndied 2023-01-06");

        assertThat(never.findings()).containsExactly("DEATH_WITH_NOTHING_OPEN died 2023-01-05");
        assertThat(twice.endPlace(0)).isEqualTo("01/");
        assertThat(twice.findings())
                .containsExactly("FURTHER_END died 2023-01-05", "DEATH_WITH_NOTHING_OPEN died 2023-01-06");
    }

    @Test
    void one_persons_death_is_no_other_persons() {
        var story = Story.of("died 2023-01-01 person:a\nVC010 2023-01-05 person:b");

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-05 WAITING");
        assertThat(story.findings()).containsExactly("DEATH_WITH_NOTHING_OPEN died 2023-01-01");
    }

    // Rule 14.

    @Test
    void a_90_moves_nobody() {
        var story = Story.of("VC010 2023-01-01 @01/a\nVC090 2023-01-05 @14/b", "2023-01-10");

        assertThat(story.waitingPlace(0)).isEqualTo("01/a");
        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 WAITING");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_91_keeps_the_clock_and_the_pathway_goes_on_in_the_new_region() {
        var story = Story.of("""
                VC010 2023-01-01 @01/a
                VC090 2023-01-05 @01/a
                VC091 2023-01-08 @14/b
                """);

        assertThat(story.pathways()).containsExactly("lungcancer 2023-01-01 WAITING");
        assertThat(story.waitingPlace(0)).isEqualTo("14/b");
        assertThat(story.startPlace(0)).isEqualTo("01/a");
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_91_with_nothing_open_is_a_finding() {
        var story = Story.of("VC091 2023-01-01\nVC010 2023-01-02\nVC050 2023-01-05\nVC091 2023-01-06");

        assertThat(story.findings())
                .containsExactly(
                        "RECEIVED_WITH_NOTHING_OPEN VC091 2023-01-01", "RECEIVED_WITH_NOTHING_OPEN VC091 2023-01-06");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-10, 2023-02-28, false",
        "2023-01-24, 2023-02-28, false",
        "2023-01-25, 2023-02-28, true",
        "2023-01-09, 2023-02-28, true",
        "2023-02-28, 2023-01-23, false",
        "2023-02-28, 2023-01-24, true"
    })
    void a_90_without_a_91_within_14_days_shows_as_sent_not_received(String received, String asOf, boolean found) {
        var story = Story.of("VC010 2023-01-01\nVC090 2023-01-10\nVC091 %s".formatted(received), asOf);

        assertThat(story.findings()).isEqualTo(found ? List.of("SENT_NOT_RECEIVED VC090 2023-01-10") : List.of());
    }

    @Test
    void a_91_of_another_prefix_does_not_answer_a_90() {
        var story = Story.of("""
                VC010 2023-01-01
                VE010 2023-01-01
                VE090 2023-01-09
                VC090 2023-01-10
                VE091 2023-01-11
                VE091 2023-02-10
                """);

        assertThat(story.findings()).containsExactly("SENT_NOT_RECEIVED VC090 2023-01-10");
    }

    @Test
    void many_90s_each_need_a_91() {
        var lines = new StringBuilder("VC010 2023-01-01\nVC091 2023-01-28\n");
        for (int day = 10; day < 22; day++) {
            lines.append("VC090 2023-01-").append(day).append('\n');
        }

        assertThat(Story.of(lines.toString(), "2023-06-01").findings())
                .containsExactly(
                        "SENT_NOT_RECEIVED VC090 2023-01-13",
                        "SENT_NOT_RECEIVED VC090 2023-01-12",
                        "SENT_NOT_RECEIVED VC090 2023-01-11",
                        "SENT_NOT_RECEIVED VC090 2023-01-10");
    }

    @Test
    void a_90_with_nothing_open_is_a_finding_and_not_also_sent_not_received() {
        var story = Story.of(
                "VC005 2022-12-20\nVC090 2022-12-31\nVC010 2023-01-01\nVC090 2023-01-05\nVC091 2023-01-05\n"
                        + "VC050 2023-01-06\nVC090 2023-01-07",
                "2023-12-01");

        assertThat(story.findings())
                .containsExactly("SENT_WITH_NOTHING_OPEN VC090 2022-12-31", "SENT_WITH_NOTHING_OPEN VC090 2023-01-07");
    }

    // Rule 21.

    @Test
    void region_and_unit_of_those_waiting_are_those_of_the_last_91_otherwise_of_the_10() {
        var story = Story.of("""
                VC010 2023-01-01 @01/a
                VC091 2023-01-05 @14/b
                VC091 2023-01-09 @24/c
                VE010 2023-01-01 @01/d
                """);

        assertThat(story.waitingPlace(0)).isEqualTo("24/c");
        assertThat(story.waitingPlace(1)).isEqualTo("01/d");
    }

    @Test
    void the_region_that_finishes_reports() {
        var story = Story.of("VC010 2023-01-01 @01/a\nVC091 2023-01-05 @14/b\nVC050 2023-01-09 @14/c");

        assertThat(story.endPlace(0)).isEqualTo("14/c");
    }

    @Test
    void an_event_without_region_gives_the_empty_group_and_nothing_older_is_used() {
        var story = Story.of("VC010 2023-01-01 @01/a\nVC091 2023-01-05\nVE010 2023-01-01 @01/a\nVE050 2023-01-09");

        assertThat(story.waitingPlace(0)).isEqualTo("/");
        assertThat(story.endPlace(0)).isEqualTo("/");
        assertThat(story.endPlace(1)).isEqualTo("/");
    }
}
