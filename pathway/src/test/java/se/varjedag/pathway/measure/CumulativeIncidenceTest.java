package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.Interval;

class CumulativeIncidenceTest {

    @Test
    void those_still_waiting_are_accounted_for() {
        var curve = CumulativeIncidence.of(new DayHistogram.Builder()
                .add(Outcome.REACHED, 10)
                .add(Outcome.WAITING, 15, 2)
                .add(Outcome.REACHED, 20)
                .build());

        assertThat(curve.startedBy(9)).isEqualTo(0);
        assertThat(curve.startedBy(10)).isEqualTo(0.25);
        assertThat(curve.startedBy(19)).isEqualTo(0.25);
        assertThat(curve.startedBy(20)).isCloseTo(1, within(1e-15));
    }

    @Test
    void those_who_left_cannot_start_any_more() {
        var curve = CumulativeIncidence.of(new DayHistogram.Builder()
                .add(Outcome.LEFT, 5)
                .add(Outcome.REACHED, 10)
                .build());

        assertThat(curve.on(10).started()).isEqualTo(0.5);
        assertThat(curve.on(10).left()).isEqualTo(0.5);
        assertThat(curve.on(10).waiting()).isEqualTo(0);
    }

    @Test
    void whoever_has_waited_so_many_days_was_there_on_that_day() {
        var curve = CumulativeIncidence.of(new DayHistogram.Builder()
                .add(Outcome.WAITING, 10)
                .add(Outcome.REACHED, 10)
                .build());

        assertThat(curve.startedBy(10)).isEqualTo(0.5);
        assertThat(curve.on(10).atRisk()).isEqualTo(2);
    }

    @Test
    void the_curve_steps_only_where_something_happened() {
        var curve = CumulativeIncidence.of(new DayHistogram.Builder()
                .add(Outcome.LEFT, 3)
                .add(Outcome.WAITING, 4)
                .add(Outcome.REACHED, 9)
                .build());

        assertThat(curve.points()).extracting(CumulativeIncidence.Point::day).containsExactly(3, 9);
        assertThat(curve.points()).extracting(CumulativeIncidence.Point::atRisk).containsExactly(3L, 1L);
    }

    @Test
    void the_day_when_a_share_has_started_is_the_first_that_reaches_it() {
        var curve = CumulativeIncidence.of(new DayHistogram.Builder()
                .add(Outcome.REACHED, 10)
                .add(Outcome.REACHED, 20)
                .add(Outcome.WAITING, 20, 2)
                .build());

        assertThat(curve.dayWhenStarted(0.25)).hasValue(10);
        assertThat(curve.dayWhenStarted(0.26)).hasValue(20);
        assertThat(curve.dayWhenStarted(0.8)).isEmpty();
    }

    @Test
    void nobody_gives_an_empty_curve() {
        var curve = CumulativeIncidence.of(DayHistogram.EMPTY);

        assertThat(curve.points()).isEmpty();
        assertThat(curve.on(5)).isEqualTo(new CumulativeIncidence.Point(0, 0, 0, 1, 0, 0));
    }

    @Test
    void where_nobody_or_everybody_has_started_there_is_no_interval_to_show() {
        var curve = CumulativeIncidence.of(DayHistogram.ofReached(4, 4));

        assertThat(curve.on(0).interval(0.95)).isEqualTo(new Interval(0, 0));
        assertThat(curve.on(4).interval(0.95)).isEqualTo(new Interval(1, 1));
    }
}
