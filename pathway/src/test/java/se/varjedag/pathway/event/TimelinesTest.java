package se.varjedag.pathway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules about events, sentence by sentence (`tracer.md` 1 to 7).
class TimelinesTest {
    private static final LocalDate MONDAY = LocalDate.of(2023, 5, 15);
    private static final CareEvent START = CareEvent.of("p1", "VC010", MONDAY);
    private static final Instant JUNE = Instant.parse("2023-06-01T08:00:00Z");

    private static Timelines of(CareEvent... events) {
        return Timelines.of(EventColumns.of(List.of(events)), null, null);
    }

    private static LocalDate day(Timelines timelines, int row) {
        return LocalDate.ofEpochDay(timelines.day(row));
    }

    // Rule 1.

    @Test
    void the_order_of_rows_matters_only_between_versions_of_one_event() {
        var other = CareEvent.of("p1", "VC044", MONDAY.plusDays(2));

        assertThat(ObviousTimelines.of(of(START, other))).isEqualTo(ObviousTimelines.of(of(other, START)));
    }

    // Rule 2.

    @Test
    void a_code_claimed_by_no_definition_is_kept_as_an_event() {
        var timelines = of(CareEvent.of("p1", "VQ999", MONDAY));

        assertThat(timelines.codeText(timelines.code(0))).isEqualTo("VQ999");
    }

    // Rule 3.

    @Test
    void of_the_same_source_and_id_the_later_row_is_the_current_version() {
        var timelines = of(
                START.named("lab", "1"),
                CareEvent.of("p1", "VC044", MONDAY.plusDays(9)).named("lab", "1"));

        assertThat(timelines.rows()).isEqualTo(1);
        assertThat(day(timelines, 0)).isEqualTo(MONDAY.plusDays(9));
    }

    @Test
    void an_id_without_source_belongs_to_one_nameless_source() {
        assertThat(of(START.named("", "1"), CareEvent.of("p1", "VC044", MONDAY).named("", "1"))
                        .rows())
                .isEqualTo(1);
        assertThat(of(START.named("", "1"), CareEvent.of("p1", "VC044", MONDAY).named("lab", "1"))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void the_same_id_from_two_sources_is_two_events() {
        assertThat(of(START.named("a", "1"), START.named("b", "1")).rows()).isEqualTo(2);
    }

    @Test
    void an_id_may_move_to_another_person() {
        var timelines =
                of(START.named("lab", "1"), CareEvent.of("p2", "VC010", MONDAY).named("lab", "1"));

        assertThat(timelines.persons()).isEqualTo(1);
        assertThat(timelines.person(0)).isEqualTo("p2");
    }

    @Test
    void withdrawn_withdraws_it() {
        var sent = START.named("lab", "1");

        assertThat(of(sent, sent.with(CareEvent.Status.WITHDRAWN)).rows()).isZero();
        assertThat(of(sent.with(CareEvent.Status.WITHDRAWN), sent).rows()).isEqualTo(1);
    }

    @Test
    void without_id_rows_equal_in_person_code_date_unit_ref_and_pathway_are_one_event() {
        assertThat(of(START, START).rows()).isEqualTo(1);
        assertThat(of(
                                START,
                                CareEvent.of("p2", "VC010", MONDAY),
                                CareEvent.of("p1", "VC044", MONDAY),
                                CareEvent.of("p1", "VC010", MONDAY.plusDays(1)),
                                START.at("", "U1"),
                                START.of("", "r1"),
                                START.of("VC0", ""))
                        .rows())
                .isEqualTo(7);
    }

    @Test
    void without_id_the_later_row_is_its_version_too_also_in_status_and_region() {
        var timelines = of(START.at("14", "U1"), START.at("01", "U1"));

        assertThat(timelines.rows()).isEqualTo(1);
        assertThat(timelines.regionText(timelines.region(0))).isEqualTo("01");
        assertThat(of(START, START.with(CareEvent.Status.WITHDRAWN)).rows()).isZero();
    }

    @Test
    void a_row_with_an_id_is_never_the_same_event_as_one_without() {
        assertThat(of(START, START.named("lab", "1")).rows()).isEqualTo(2);
    }

    // Rule 4.

    @Test
    void planned_events_never_move_the_clock_and_are_shown_as_bookings() {
        var booked = CareEvent.of("p1", "VC025", MONDAY.plusDays(30)).with(CareEvent.Status.PLANNED);

        var timelines = of(START, booked);

        assertThat(timelines.rows()).isEqualTo(1);
        assertThat(LocalDate.ofEpochDay(timelines.asOf())).isEqualTo(MONDAY);
        assertThat(timelines.bookings().of("p1")).containsExactly(booked);
    }

    @Test
    void a_booking_whose_date_has_passed_stays_a_booking() {
        var booked = CareEvent.of("p1", "VC025", MONDAY).with(CareEvent.Status.PLANNED);

        var timelines = Timelines.of(EventColumns.of(List.of(booked)), null, MONDAY.plusYears(1));

        assertThat(timelines.persons()).isZero();
        assertThat(timelines.bookings().all()).containsExactly(booked);
    }

    @Test
    void a_booking_that_took_place_is_a_booking_no_more() {
        var booked = CareEvent.of("p1", "VC025", MONDAY).named("lab", "1").with(CareEvent.Status.PLANNED);

        var timelines = of(booked, booked.with(CareEvent.Status.DONE));

        assertThat(timelines.rows()).isEqualTo(1);
        assertThat(timelines.bookings().all()).isEmpty();
    }

    // Rule 5.

    @Test
    void current_versions_are_found_first_then_as_of_leaves_out_events_dated_after_it() {
        var moved = List.of(
                START.named("lab", "1"),
                CareEvent.of("p1", "VC010", MONDAY.plusDays(9)).named("lab", "1"));

        var timelines = Timelines.of(EventColumns.of(moved), null, MONDAY.plusDays(1));

        assertThat(timelines.rows()).isZero();
        assertThat(LocalDate.ofEpochDay(timelines.asOf())).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void as_known_at_leaves_out_versions_learnt_later_before_the_current_ones_are_found() {
        var versions = EventColumns.of(List.of(
                START.named("lab", "1").learnt(JUNE),
                CareEvent.of("p1", "VC010", MONDAY.plusDays(9))
                        .named("lab", "1")
                        .learnt(JUNE.plusSeconds(1))));

        assertThat(day(Timelines.of(versions, JUNE, null), 0)).isEqualTo(MONDAY);
        assertThat(day(Timelines.of(versions, JUNE.plusSeconds(1), null), 0)).isEqualTo(MONDAY.plusDays(9));
        assertThat(Timelines.of(versions, JUNE.minusSeconds(1), null).rows()).isZero();
    }

    @Test
    void without_as_of_it_is_the_date_of_the_latest_done_event() {
        var timelines = of(START, CareEvent.of("p2", "died", MONDAY.plusDays(40)));

        assertThat(LocalDate.ofEpochDay(timelines.asOf())).isEqualTo(MONDAY.plusDays(40));
        assertThat(of().asOf()).isEqualTo(Timelines.NONE);
    }

    // Rule 6.

    @Test
    void of_events_of_one_code_and_date_the_lowest_region_then_the_lowest_unit_stands_first_empty_last() {
        var timelines = of(START.at("", "A"), START.at("14", ""), START.at("14", "B"), START.at("03", "Z"));

        assertThat(ObviousTimelines.of(timelines).getFirst().rows())
                .extracting(row -> row.get(2) + "/" + row.get(3))
                .containsExactly("03/Z", "14/B", "14/", "/A");
    }

    // Rule 7.

    @Test
    void home_region_sex_and_born_are_the_last_not_empty_by_date_whatever_the_code() {
        var timelines = of(
                START.livingIn("14").bornIn(1950, "F"),
                CareEvent.of("p1", "died", MONDAY.plusDays(5)).livingIn("01"),
                CareEvent.of("p1", "VC044", MONDAY.plusDays(9)).bornIn(1951, ""));

        assertThat(timelines.regionText(timelines.homeRegion(0))).isEqualTo("01");
        assertThat(timelines.sex(0)).isEqualTo((byte) 'F');
        assertThat(timelines.born(0)).isEqualTo((short) 1951);
    }

    @Test
    void of_several_on_that_date_the_lowest_as_text_counts() {
        var timelines = of(
                START.livingIn("14").bornIn(1951, "M"),
                CareEvent.of("p1", "VC044", MONDAY).livingIn("03").bornIn(1950, "F"));

        assertThat(timelines.regionText(timelines.homeRegion(0))).isEqualTo("03");
        assertThat(timelines.sex(0)).isEqualTo((byte) 'F');
        assertThat(timelines.born(0)).isEqualTo((short) 1950);
    }

    @Test
    void traits_are_taken_from_done_events_up_to_as_of_only() {
        var events = EventColumns.of(List.of(
                START.livingIn("14"),
                CareEvent.of("p1", "VC025", MONDAY).livingIn("01").with(CareEvent.Status.PLANNED),
                CareEvent.of("p1", "VC044", MONDAY.plusDays(9)).livingIn("25")));

        var timelines = Timelines.of(events, null, MONDAY.plusDays(1));

        assertThat(timelines.regionText(timelines.homeRegion(0))).isEqualTo("14");
    }

    @Test
    void home_region_is_never_guessed_from_region() {
        var timelines = of(START.at("14", "U1"));

        assertThat(timelines.homeRegion(0)).isZero();
        assertThat(timelines.sex(0)).isZero();
        assertThat(timelines.born(0)).isZero();
    }

    @Test
    void persons_stand_in_the_order_of_their_names_however_long_these_are() {
        var timelines = of(
                CareEvent.of("a-name-longer-than-sixteen-b", "VC010", MONDAY),
                CareEvent.of("b", "VC010", MONDAY),
                CareEvent.of("a-name-longer-than-sixteen-a", "VC010", MONDAY),
                CareEvent.of("a-name-longer-th", "VC010", MONDAY),
                CareEvent.of("å", "VC010", MONDAY));

        assertThat(ObviousTimelines.of(timelines))
                .extracting(ObviousTimelines.Person::name)
                .containsExactly(
                        "a-name-longer-th", "a-name-longer-than-sixteen-a", "a-name-longer-than-sixteen-b", "b", "å");
    }

    @Test
    void an_event_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> CareEvent.of("", "VC010", MONDAY)).hasMessageContaining("needs a person");
        assertThatThrownBy(() -> START.bornIn(1950, "K")).hasMessageContaining("not 'K'");
        assertThatThrownBy(() -> START.bornIn(0, "")).hasMessageContaining("four digits");
    }
}
