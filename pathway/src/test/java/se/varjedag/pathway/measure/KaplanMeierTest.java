package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.CurveBounds;

class KaplanMeierTest {

    @Test
    void with_nobody_leaving_or_waiting_it_is_the_plain_share_still_waiting() {
        var curve = KaplanMeier.of(DayHistogram.ofReached(3, 3, 5, 9));

        assertThat(curve.on(2).waiting()).isEqualTo(1);
        assertThat(curve.on(3).waiting()).isEqualTo(0.5);
        assertThat(curve.on(8).waiting()).isEqualTo(0.25);
        assertThat(curve.on(400).waiting()).isZero();
        assertThat(curve.on(3).variance()).isCloseTo(0.5 * 0.5 / 4, within(1e-15));
    }

    @Test
    void those_who_leave_count_for_as_long_as_they_were_followed() {
        var curve = KaplanMeier.of(new DayHistogram.Builder()
                .add(Outcome.REACHED, 10, 2)
                .add(Outcome.LEFT, 10, 1)
                .add(Outcome.LEFT, 11, 1)
                .add(Outcome.WAITING, 12, 1)
                .add(Outcome.REACHED, 13, 1)
                .build());

        assertThat(curve.points()).extracting(KaplanMeier.Point::atRisk).containsExactly(6L, 1L);
        assertThat(curve.on(12).waiting()).isCloseTo(4 / 6.0, within(1e-15));
        assertThat(curve.on(13).waiting()).isZero();
    }

    @Test
    void a_curve_exactly_at_a_half_gives_the_midpoint_and_one_above_it_is_not_reached() {
        assertThat(KaplanMeier.of(DayHistogram.ofReached(4, 9, 20, 31)).median().day())
                .hasValue(14.5);
        assertThat(KaplanMeier.of(DayHistogram.ofReached(4, 9, 20)).median().day())
                .hasValue(9);
        var slow = KaplanMeier.of(new DayHistogram.Builder()
                .add(Outcome.REACHED, 4)
                .add(Outcome.WAITING, 9, 2)
                .build());
        assertThat(slow.median())
                .isEqualTo(new DayEstimate(OptionalDouble.empty(), OptionalDouble.of(4), OptionalDouble.empty()));
    }

    @Test
    void where_everybody_or_nobody_waits_there_are_no_bounds() {
        var curve = KaplanMeier.of(DayHistogram.ofReached(4, 9));

        assertThat(curve.on(3).interval(0.95)).isEmpty();
        assertThat(curve.on(9).interval(0.95)).isEmpty();
        assertThat(curve.on(4).interval(0.95)).isEqualTo(curve.on(4).interval(0.95, CurveBounds.LOG_LOG));
        assertThat(curve.on(4).interval(0.95)).isPresent();
    }

    @Test
    void nobody_gives_an_empty_curve_and_no_day() {
        var curve = KaplanMeier.of(DayHistogram.EMPTY);

        assertThat(curve.points()).isEmpty();
        assertThat(curve.on(5)).isEqualTo(new KaplanMeier.Point(0, 1, 0, 0, 0));
        assertThat(curve.median())
                .isEqualTo(new DayEstimate(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void only_a_share_between_none_and_all_has_a_day() {
        var curve = KaplanMeier.of(DayHistogram.ofReached(4, 9));

        for (double share : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> curve.dayWhenStarted(share, 0.95, CurveBounds.PLAIN));
        }
    }
}
