package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossingTest {
    private static final double[] DAYS = {4, 9, 20};

    @Test
    void a_step_that_passes_the_height_gives_its_place() {
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.6, 0.9}, 0.5, 30)).hasValue(9);
        assertThat(Crossing.of(DAYS, new double[] {0.6, 0.7, 0.9}, 0.5, 30)).hasValue(4);
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.4, 0.9}, 0.5, 30)).hasValue(20);
    }

    @Test
    void a_curve_that_never_comes_there_has_no_place() {
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.3, 0.4999}, 0.5, 30)).isEmpty();
        assertThat(Crossing.of(new double[0], new double[0], 0.5, 30)).isEmpty();
    }

    @Test
    void a_curve_at_the_height_for_a_while_gives_the_middle_of_that_while() {
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.5, 0.9}, 0.5, 30)).hasValue(14.5);
        assertThat(Crossing.of(DAYS, new double[] {0.5, 0.5, 0.9}, 0.5, 30)).hasValue(12);
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.3, 0.5}, 0.5, 30)).hasValue(25);
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.5, 0.5}, 0.5, 30)).hasValue(19.5);
    }

    @Test
    void heights_nearer_than_r_can_tell_apart_are_the_same() {
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.5 - 1e-9, 0.9}, 0.5, 30))
                .hasValue(14.5);
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.5 + 1e-9, 0.9}, 0.5, 30))
                .hasValue(14.5);
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.5 - 1e-7, 0.9}, 0.5, 30))
                .hasValue(20);
        assertThat(Crossing.of(DAYS, new double[] {0.2, 0.5 + 1e-7, 0.9}, 0.5, 30))
                .hasValue(9);
    }

    @Test
    void bounds_lie_on_the_scale_they_are_named_after() {
        // p = 0.5 and σ = 0.05: 1.96·σ = 0.098.
        double reach = 0.05 * 1.959963984540054;

        var plain = CurveBounds.PLAIN.of(0.5, 0.0025, 0.95);
        assertThat(plain.lower()).isCloseTo(0.5 - reach, within(1e-12));
        assertThat(plain.upper()).isCloseTo(0.5 + reach, within(1e-12));
        var log = CurveBounds.LOG.of(0.5, 0.0025, 0.95);
        assertThat(log.lower()).isCloseTo(0.5 * Math.exp(-2 * reach), within(1e-12));
        assertThat(log.upper()).isCloseTo(0.5 * Math.exp(2 * reach), within(1e-12));
        var logLog = CurveBounds.LOG_LOG.of(0.5, 0.0025, 0.95);
        double power = Math.exp(reach / (0.5 * Math.log(2)));
        assertThat(logLog.lower()).isCloseTo(Math.pow(0.5, power), within(1e-12));
        assertThat(logLog.upper()).isCloseTo(Math.pow(0.5, 1 / power), within(1e-12));
    }

    @Test
    void bounds_are_cut_where_shares_end() {
        assertThat(CurveBounds.PLAIN.of(0.5, 1, 0.95)).isEqualTo(new Interval(0, 1));
        assertThat(CurveBounds.LOG.of(0.5, 1, 0.95).upper()).isEqualTo(1);
        assertThat(CurveBounds.LOG_LOG.of(0.5, 0, 0.95)).isEqualTo(new Interval(0.5, 0.5));
    }
}
