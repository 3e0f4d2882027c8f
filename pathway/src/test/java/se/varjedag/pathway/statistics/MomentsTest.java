package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Means and their intervals. The numbers were computed with R 4.2.2: `m <- mean(x); v <- var(x)` and
/// `qnorm(.975)`; how stands beside each.
class MomentsTest {
    private static Moments of(int n, int step, int modulus) {
        var moments = Moments.NONE;
        for (int i = 1; i <= n; i++) {
            moments = moments.and((long) i * step % modulus);
        }
        return moments;
    }

    @Test
    void mean_and_variance_are_those_of_the_figures() {
        // x <- (1:50*7) %% 23; mean(x); var(x)
        var x = of(50, 7, 23);

        assertThat(x.mean()).isEqualTo(11.060000000000, within(1e-12));
        assertThat(x.variance()).isEqualTo(44.588163265306, within(1e-9));
    }

    @Test
    void the_interval_of_a_sum_is_n_times_that_of_the_mean() {
        // sum(x) + c(-1,1) * qnorm(.975) * sqrt(50 * var(x))
        var interval = of(50, 7, 23).sumInterval(0.95).orElseThrow();

        assertThat(interval.lower()).isEqualTo(460.457146933418, within(1e-9));
        assertThat(interval.upper()).isEqualTo(645.542853066582, within(1e-9));
    }

    @Test
    void the_difference_of_two_means_has_welch_s_error() {
        // y <- (1:40*5) %% 31; mean(x)-mean(y) + c(-1,1) * qnorm(.975) * sqrt(var(x)/50 + var(y)/40)
        var interval = of(50, 7, 23).meanLess(of(40, 5, 31), 0.95).orElseThrow();

        assertThat(interval.lower()).isEqualTo(-7.195284992473, within(1e-9));
        assertThat(interval.upper()).isEqualTo(-0.534715007527, within(1e-9));
    }

    @Test
    void with_fewer_than_thirty_figures_there_is_no_interval() {
        assertThat(of(29, 7, 23).sumInterval(0.95)).isEmpty();
        assertThat(of(30, 7, 23).sumInterval(0.95)).isPresent();
        assertThat(of(50, 7, 23).meanLess(of(29, 5, 31), 0.95)).isEmpty();
        assertThat(of(29, 7, 23).meanLess(of(50, 5, 31), 0.95)).isEmpty();
        assertThat(of(30, 7, 23).meanLess(of(30, 5, 31), 0.95)).isPresent();
    }

    @Test
    void the_same_figure_many_times_is_that_figure_again_and_again() {
        assertThat(Moments.NONE.and(3, 4))
                .isEqualTo(Moments.NONE.and(3).and(3).and(3).and(3));
    }
}
