package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.pathway.event.CareEvent;

/// Rules 17 and 18, sentence by sentence.
class AgeAndSilenceTest {

    // Rule 17.

    @ParameterizedTest
    @CsvSource({
        "VC0, 2023-12-31, 2006, true",
        "VC0, 2023-12-31, 2005, false",
        "VC0, 2024-01-01, 2006, false",
        "VX1, 2023-06-01, 2007, false",
        "VX1, 2023-06-01, 2008, true",
        "VX1, 2024-11-04, 2007, false",
        "VX1, 2024-11-05, 2007, true",
        "VC0, 1968-03-01, 1951, true",
        "VC0, 1968-03-01, 1950, false"
    })
    void under_18_years_is_counted_with_a_finding_apart_from_the_exceptions_in_the_definitions(
            String prefix, String start, int born, boolean found) {
        var story = Story.of("%s10 %s born:%d".formatted(prefix, start, born));

        assertThat(story.traced().state(0)).isEqualTo(State.WAITING);
        assertThat(story.findings())
                .isEqualTo(found ? List.of("UNDER_AGE %s10 %s".formatted(prefix, start)) : List.of());
    }

    @Test
    void without_a_year_of_birth_there_is_nothing_to_say_about_age() {
        assertThat(Story.of("VC010 2023-01-01").findings()).isEmpty();
    }

    @Test
    void the_first_day_of_a_year_is_right_in_every_century() {
        assertThat(IntStream.rangeClosed(1500, 2500))
                .allMatch(year ->
                        Standing.newYear(year) == LocalDate.of(year, 1, 1).toEpochDay());
    }

    // Rule 18.

    @ParameterizedTest
    @CsvSource({"2023-06-29, WAITING", "2023-06-30, STALE"})
    void an_open_pathway_is_stale_when_as_of_is_180_days_or_more_after_its_latest_done_event(String asOf, State state) {
        var story = Story.of("VC010 2023-01-01", asOf);

        assertThat(story.traced().state(0)).isEqualTo(state);
        assertThat(story.traced().lastHeard(0))
                .isEqualTo((int) LocalDate.of(2023, 1, 1).toEpochDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VC005", "VC010", "VC025", "VC044", "VC042", "VC099", "VC090", "VC091", "specimen-taken"})
    void any_code_with_its_prefix_from_its_10_on_or_a_point_that_belongs_to_it_is_heard(String code) {
        var story = Story.of("VC010 2023-01-01\n%s 2023-05-01".formatted(code), "2023-10-27");

        assertThat(story.traced().state(0)).isEqualTo(State.WAITING);
        assertThat(story.traced().lastHeard(0))
                .isEqualTo((int) LocalDate.of(2023, 5, 1).toEpochDay());
    }

    @Test
    void a_forbidden_end_is_heard_too() {
        assertThat(Story.of("VP810 2023-01-01\nVP850 2023-05-01", "2023-10-27").pathways())
                .containsExactly("nonspecific 2023-01-01 WAITING");
    }

    @Test
    void other_pathways_events_do_not_count() {
        var story = Story.of("""
                VC010 2023-01-01
                VE010 2023-05-01
                specimen-taken 2023-05-01 >VE0
                VE050 2023-06-01
                specimen-taken 2023-06-01
                """, "2023-07-01");

        assertThat(story.pathways())
                .containsExactly("lungcancer 2023-01-01 STALE", "melanoma 2023-05-01 TREATED 2023-06-01 50");
        assertThat(story.findings())
                .containsExactly("POINT_WITH_SEVERAL_OPEN specimen-taken 2023-06-01", "STALE VC010 2023-01-01");
    }

    @Test
    void bookings_do_not_count() {
        var events = new ArrayList<>(Story.events("VC010 2023-01-01"));
        events.add(CareEvent.of("p", "VC025", LocalDate.of(2023, 5, 1)).with(CareEvent.Status.PLANNED));

        assertThat(Story.of(events, LocalDate.of(2023, 6, 30)).pathways())
                .containsExactly("lungcancer 2023-01-01 STALE");
    }

    @Test
    void events_before_its_10_do_not_make_a_pathway_heard_later() {
        var story = Story.of("VC005 2022-12-01\nVC025 2022-12-02\nVC010 2023-01-01", "2023-02-01");

        assertThat(story.traced().lastHeard(0))
                .isEqualTo((int) LocalDate.of(2023, 1, 1).toEpochDay());
    }

    @Test
    void stale_pathways_are_listed_for_checking_with_their_latest_event() {
        var story = Story.of("VC010 2023-01-01\nVC025 2023-02-01 @01/a", "2024-01-01");

        assertThat(story.findings()).containsExactly("STALE VC025 2023-02-01");
    }

    @Test
    void an_ended_pathway_was_last_heard_of_at_its_end_or_by_a_later_point_of_its_own() {
        var story = Story.of(
                "VC010 2023-01-01\nVC050 2023-02-01\nVC052 2023-02-10\nVE010 2023-01-01\nVE050 2023-02-01\n"
                        + "pathology-reported 2023-02-20 >VE0",
                "2024-06-01");

        assertThat(story.traced().state(0)).isEqualTo(State.TREATED);
        assertThat(story.traced().lastHeard(0))
                .isEqualTo((int) LocalDate.of(2023, 2, 1).toEpochDay());
        assertThat(story.traced().lastHeard(1))
                .isEqualTo((int) LocalDate.of(2023, 2, 20).toEpochDay());
    }
}
