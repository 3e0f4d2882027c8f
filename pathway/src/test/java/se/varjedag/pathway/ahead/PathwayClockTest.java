package se.varjedag.pathway.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Tracer;

class PathwayClockTest {
    private static final Definitions DEFINITIONS = Definitions.of(Map.of("a.yaml", """
            id: a
            name: {sv: a, en: a}
            source: [https://example.org/made-up]
            codes: {prefix: VC0}
            limits:
              - {treatment: [surgery], days: 40, valid-from: 2016-01-01}
              - {treatment: [drug], days: 20, valid-from: 2016-01-01}
            steps:
              - {from: suspicion, to: first-visit, days: 5, valid-from: 2016-01-01}
              - {from: first-visit, to: imaging-referral, days: 1, valid-from: 2016-01-01}
              - {from: first-visit, to: specimen-taken, days: 5, valid-from: 2016-01-01}
              - {from: imaging-referral, to: imaging-performed, days: 6, valid-from: 2016-01-01}
              - {from: imaging-performed, to: imaging-reported, days: 2, valid-from: 2016-01-01}
              - {from: specimen-taken, to: pathology-reported, days: 6, valid-from: 2016-01-01}
              - {from: pathology-reported, to: imaging-referral, days: 1, valid-from: 2016-01-01}
              - {from: imaging-reported, to: mdt, days: 4, valid-from: 2016-01-01}
              - {from: pathology-reported, to: mdt, days: 4, valid-from: 2016-01-01}
              - {from: mdt, to: decision, days: 3, valid-from: 2016-01-01}
              - {from: decision, to: treatment, days: 9, treatment: surgery, valid-from: 2016-01-01}
              - {from: decision, to: treatment, days: 4, treatment: drug, valid-from: 2016-01-01}
            """, "b.yaml", """
            id: b
            name: {sv: b, en: b}
            source: [https://example.org/made-up]
            codes: {prefix: VB6}
            """));
    private static final LocalDate START = LocalDate.of(2024, 3, 1);

    private final List<CareEvent> events = new ArrayList<>();

    private PathwayClock on(int day) {
        var traced = new Tracer(DEFINITIONS)
                .trace(Timelines.of(EventColumns.of(events), null, START.plusDays(Math.max(day, 60))));
        return new Clocks(traced).of(0, START.plusDays(day), _ -> true);
    }

    private PathwayClockTest after(String code, int day) {
        events.add(CareEvent.of("p", code, START.plusDays(day)).of(code.startsWith("V") ? "" : "VC0", ""));
        return this;
    }

    @Test
    void days_are_counted_from_the_decision_to_the_day_it_is_read() {
        after("VC010", 0);

        assertThat(on(31).used()).isEqualTo(31);
        assertThat(on(31).left()).hasValue(9);
        assertThat(on(31).limitDay()).hasValue(START.plusDays(40));
        assertThat(on(40).over()).isFalse();
        assertThat(on(41).over()).isTrue();
        assertThat(on(41).left()).hasValue(-1);
    }

    @Test
    void what_the_definition_does_not_limit_has_no_days_left_and_no_latest_day() {
        after("VB610", 0);

        var clock = on(12);
        assertThat(clock.left()).isEmpty();
        assertThat(clock.over()).isFalse();
        assertThat(clock.next().orElseThrow().point()).isEqualTo(MeasuringPoint.FIRST_VISIT);
        assertThat(clock.next().orElseThrow().latest()).isEmpty();
        assertThat(clock.next().orElseThrow().allowed()).isEmpty();
    }

    @Test
    void the_latest_day_leaves_the_fewest_days_that_the_rest_is_allowed() {
        after("VC010", 0).after("VC025", 4);

        var next = on(6).next().orElseThrow();
        assertThat(next.from()).isEqualTo(MeasuringPoint.FIRST_VISIT);
        assertThat(next.point()).isEqualTo(MeasuringPoint.IMAGING_REFERRAL);
        assertThat(next.allowed()).hasValue(1);
        assertThat(next.latest()).as("20 − (6 + 2 + 4 + 3 + 4)").hasValue(START.plusDays(1));
        assertThat(on(21).next().orElseThrow().latest())
                .as("40 − (6 + 2 + 4 + 3 + 9)")
                .hasValue(START.plusDays(16));
    }

    @Test
    void it_counts_down_to_the_shortest_limit_while_that_can_be_kept_and_then_to_the_longest() {
        after("VC010", 0).after("VC025", 4).after("VC035", 10).after("VC044", 12);

        assertThat(on(13).left()).hasValue(7);
        assertThat(on(20).left()).hasValue(0);
        assertThat(on(21).left()).hasValue(19);
        assertThat(on(21).overForCertain()).isFalse();
        assertThat(on(41).overForCertain()).isTrue();
        assertThat(on(13).next().orElseThrow().latest()).as("the start itself").hasValue(START.plusDays(20));
    }

    @Test
    void what_has_begun_is_waited_for_before_anything_new() {
        after("VC010", 0).after("VC025", 4).after("imaging-referral", 5);
        assertThat(on(6).next().orElseThrow().point()).isEqualTo(MeasuringPoint.IMAGING_PERFORMED);

        after("imaging-performed", 9);
        assertThat(on(10).next().orElseThrow().point()).isEqualTo(MeasuringPoint.IMAGING_REPORTED);

        after("imaging-reported", 11).after("specimen-taken", 10);
        assertThat(on(12).next().orElseThrow().point()).isEqualTo(MeasuringPoint.PATHOLOGY_REPORTED);

        after("pathology-reported", 16);
        assertThat(on(17).next().orElseThrow().point()).isEqualTo(MeasuringPoint.MDT);
    }

    @Test
    void the_days_between_points_add_up_to_the_day_of_the_last() {
        after("VC010", 0).after("VC025", 4).after("imaging-referral", 5).after("imaging-performed", 13);

        var reached = on(20).reached();
        assertThat(reached).extracting(PathwayClock.Reached::days).containsExactly(0, 4, 1, 8);
        assertThat(reached)
                .extracting(PathwayClock.Reached::allowed)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(5), OptionalInt.of(1), OptionalInt.of(6));
        assertThat(on(20).at().point()).isEqualTo(MeasuringPoint.IMAGING_PERFORMED);
    }

    @Test
    void a_booking_moves_nothing() {
        after("VC010", 0);
        events.add(CareEvent.of("p", "VC025", START.plusDays(3)).with(CareEvent.Status.PLANNED));

        assertThat(on(5).at().point()).isEqualTo(MeasuringPoint.SUSPICION);
        assertThat(on(5).next().orElseThrow().point()).isEqualTo(MeasuringPoint.FIRST_VISIT);
    }

    @Test
    void a_point_that_the_reader_may_not_know_of_is_not_told_of() {
        after("VC010", 0).after("VC025", 4);
        var traced = new Tracer(DEFINITIONS).trace(Timelines.of(EventColumns.of(events), null, START.plusDays(60)));

        var clock = new Clocks(traced).of(0, START.plusDays(6), _ -> false);
        assertThat(clock.at().point()).isEqualTo(MeasuringPoint.SUSPICION);
        assertThat(clock.next().orElseThrow().point()).isEqualTo(MeasuringPoint.FIRST_VISIT);
        assertThat(clock.used()).isEqualTo(6);
    }

    @Test
    void a_point_after_the_day_it_is_read_on_has_not_been_reached_yet() {
        after("VC010", 0).after("VC025", 14);

        assertThat(on(6).at().point()).isEqualTo(MeasuringPoint.SUSPICION);
    }
}
