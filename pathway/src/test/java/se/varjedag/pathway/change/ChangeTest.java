package se.varjedag.pathway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

class ChangeTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    @Test
    void an_answer_to_one_without_a_pathway_counts_as_outside() {
        var traced = traced("2023-06-01", "a specimen-taken 2023-03-01 r1", "a pathology-reported 2023-03-11 r1");

        assertThat(pathology(traced)).isEqualTo(DayHistogram.ofReached(10));
    }

    @Test
    void a_specimen_taken_while_a_pathway_is_open_counts_as_inside_even_if_the_criteria_were_never_met() {
        for (var end : List.of("VC050", "VC070")) {
            var traced = traced(
                    "2023-06-01",
                    "a VC010 2023-03-01 -",
                    "a specimen-taken 2023-03-02 r1",
                    "a pathology-reported 2023-03-11 r1",
                    "a " + end + " 2023-04-01 -",
                    "a specimen-taken 2023-04-20 r2",
                    "a pathology-reported 2023-04-24 r2");

            assertThat(pathology(traced)).as(end).isEqualTo(DayHistogram.ofReached(4));
        }
    }

    @Test
    void pairs_are_made_by_specimen_and_the_unanswered_wait_until_the_answer_was_most_likely_never_delivered() {
        var traced = traced(
                "2023-12-01",
                "a specimen-taken 2023-01-10 old",
                "a specimen-taken 2023-11-01 r1",
                "a specimen-taken 2023-11-02 r1",
                "a specimen-taken 2023-11-03 r2",
                "a pathology-reported 2023-11-08 r2");
        var waits = pathology(traced);

        assertThat(waits.n()).isEqualTo(1);
        assertThat(waits.count(DayHistogram.Outcome.REACHED, 5)).isEqualTo(1);
        assertThat(waits.count(DayHistogram.Outcome.WAITING, 30)).isEqualTo(1);
        assertThat(waits.waiting()).isEqualTo(1);
    }

    @Test
    void waits_by_place_add_up_to_those_of_all_places_and_stand_with_the_place_of_the_answer() {
        var traced = traced(
                "2023-12-01",
                "a specimen-taken 2023-03-01 r1",
                "a pathology-reported 2023-03-05 r1",
                "b specimen-taken 2023-03-01 r2 02 u2",
                "b pathology-reported 2023-03-09 r2",
                "c specimen-taken 2023-11-20 r3 02 u2");
        var timelines = traced.timelines();
        var places = OutsideWaits.between(traced, MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.PATHOLOGY_REPORTED)
                .by(FIRST, LAST, timelines::unit);

        assertThat(places.get(timelines.units().indexOf("u1"))).isEqualTo(DayHistogram.ofReached(4, 8));
        assertThat(places.get(timelines.units().indexOf("u2")))
                .extracting(DayHistogram::n, DayHistogram::waiting)
                .containsExactly(0L, 1L);
        assertThat(places.values().stream().reduce(DayHistogram.EMPTY, DayHistogram::plus))
                .isEqualTo(pathology(traced));
    }

    @Test
    void waits_outside_are_paired_within_the_laboratory_or_within_imaging_only() {
        var traced = traced("2023-06-01", "a specimen-taken 2023-03-01 r1");

        assertThatThrownBy(() ->
                        OutsideWaits.between(traced, MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.IMAGING_REPORTED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_periods_differ_by_share_median_and_overtime_with_the_zero_outside_when_it_is_not_chance() {
        var events = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            events.add("b%d VC010 2023-01-01 -".formatted(i));
            events.add("b%d VC050 %s -".formatted(i, LocalDate.of(2023, 3, 1).plusDays(i % 20)));
            events.add("a%d VC010 2023-07-01 -".formatted(i));
            events.add("a%d VC050 %s -".formatted(i, LocalDate.of(2023, 7, 20).plusDays(i % 20)));
        }
        var traced = traced("2024-01-01", events.toArray(String[]::new));
        var compared = TwoPeriods.of(
                traced,
                Question.leadTime()
                        .period(FIRST, LocalDate.of(2023, 6, 30))
                        .limit(44)
                        .build(),
                Question.leadTime()
                        .period(LocalDate.of(2023, 7, 1), LAST)
                        .limit(44)
                        .build(),
                0.95);

        assertThat(compared.share().orElseThrow().change()).isEqualTo(1);
        assertThat(compared.share().orElseThrow().moreThanChance()).isTrue();
        assertThat(compared.median().orElseThrow().change()).isEqualTo(-40);
        assertThat(compared.median().orElseThrow().moreThanChance()).isTrue();
        assertThat(compared.overtime().orElseThrow().before()).isEqualTo(59 + 9.5 - 44);
        assertThat(compared.overtime().orElseThrow().after()).isZero();
    }

    @Test
    void too_few_have_figures_but_no_interval_of_days() {
        var few = DayHistogram.ofReached(1, 2, 3);
        var difference = TwoPeriods.median(few, few, 0.95).orElseThrow();

        assertThat(difference.change()).isZero();
        assertThat(difference.interval()).isEmpty();
        assertThat(difference.moreThanChance()).isFalse();
    }

    @Test
    void means_differ_where_medians_of_whole_days_cannot_tell() {
        var before = DayHistogram.ofReached(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6);
        var after = DayHistogram.ofReached(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
        var means = TwoPeriods.mean(before, after, 0.95).orElseThrow();

        assertThat(TwoPeriods.median(before, after, 0.95).orElseThrow().interval())
                .isEmpty();
        // The variance of the first is 1/3 and of the second 0, so the error is the root of 1/3 by 12: a sixth.
        assertThat(means.change()).isCloseTo(-1 / 6.0, within(1e-12));
        assertThat(means.interval().orElseThrow().lower()).isCloseTo(-1 / 6.0 - 1.959963984540054 / 6, within(1e-12));
        assertThat(TwoPeriods.mean(before, DayHistogram.EMPTY, 0.95)).isEmpty();
    }

    @Test
    void a_period_without_anybody_is_compared_with_nothing() {
        var traced = traced("2023-06-01", "a VC010 2023-03-01 -", "a VC050 2023-03-11 -");
        var compared = TwoPeriods.of(
                traced,
                Question.leadTime().period(FIRST, LAST).build(),
                Question.leadTime().period(LAST, null).build(),
                0.95);

        assertThat(compared.before()).isPresent();
        assertThat(compared.after()).isEmpty();
        assertThat(compared.median()).isEmpty();
    }

    private static DayHistogram pathology(TracedPathways traced) {
        return OutsideWaits.between(traced, MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.PATHOLOGY_REPORTED)
                .during(FIRST, LAST, _ -> true);
    }

    private static TracedPathways traced(String asOf, String... lines) {
        var columns = EventColumns.builder();
        for (var line : lines) {
            var words = line.split(" ");
            columns.add(CareEvent.of(words[0], words[1], LocalDate.parse(words[2]))
                    .at(words.length > 4 ? words[4] : "01", words.length > 4 ? words[5] : "u1")
                    .of("", words[3].replace("-", "")));
        }
        return new Tracer(Definitions.shipped()).trace(Timelines.of(columns.build(), null, LocalDate.parse(asOf)));
    }
}
