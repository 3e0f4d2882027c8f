package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The right columns were computed by R (`reference/counts.R`). Tolerance: 1e-9 of the figure itself, which for
/// intervals and limits is far below 1e-9; the small chances in the tails have it too.
class CountTablesTest {

    private static Offset<Double> near(double expected) {
        return within(1e-9 * Math.abs(expected) + 1e-300);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/binomial.csv", numLinesToSkip = 2)
    void the_binomial_distribution_agrees_with_r(
            long count, long n, double p, double exactly, double atMost, double atLeast) {
        assertThat(Binomial.exactly(count, n, p)).isCloseTo(exactly, near(exactly));
        assertThat(Binomial.atMost(count, n, p)).isCloseTo(atMost, near(atMost));
        assertThat(Binomial.atLeast(count, n, p)).isCloseTo(atLeast, near(atLeast));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/poisson.csv", numLinesToSkip = 2)
    void the_poisson_distribution_agrees_with_r(
            long count, double mean, double exactly, double atMost, double atLeast) {
        assertThat(Poisson.exactly(count, mean)).isCloseTo(exactly, near(exactly));
        assertThat(Poisson.atMost(count, mean)).isCloseTo(atMost, near(atMost));
        assertThat(Poisson.atLeast(count, mean)).isCloseTo(atLeast, near(atLeast));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/clopper-pearson.csv", numLinesToSkip = 2)
    void the_exact_interval_of_a_share_agrees_with_r(
            long numerator, long denominator, double level, double lower, double upper) {
        var interval = Binomial.clopperPearson(new Share(numerator, denominator), level);

        assertThat(interval.lower()).isCloseTo(lower, near(lower));
        assertThat(interval.upper()).isCloseTo(upper, near(upper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/garwood.csv", numLinesToSkip = 2)
    void the_exact_interval_of_a_count_agrees_with_r(long count, double level, double lower, double upper) {
        var interval = Poisson.garwood(count, level);

        assertThat(interval.lower()).isCloseTo(lower, near(lower));
        assertThat(interval.upper()).isCloseTo(upper, near(upper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/funnel-shares.csv", numLinesToSkip = 2)
    void a_funnel_s_limits_of_shares_agree_with_spiegelhalter_s_interpolation_in_r(
            long n, double target, double level, double lower, double upper, double paperUpper) {
        var limits = Binomial.limits(n, target, level);

        assertThat(limits.lower()).isCloseTo(lower, within(1e-9));
        assertThat(limits.upper()).isCloseTo(upper, within(1e-9));
        assertThat(limits.upper()).as("one patient higher").isCloseTo(Math.min(1, paperUpper + 1.0 / n), within(1e-9));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/funnel-ratios.csv", numLinesToSkip = 2)
    void a_funnel_s_limits_of_ratios_agree_with_spiegelhalter_s_interpolation_in_r(
            double expected, double level, double lower, double upper, double paperUpper) {
        var limits = Poisson.limits(expected, level);

        assertThat(limits.lower()).isCloseTo(lower, within(1e-9));
        assertThat(limits.upper()).isCloseTo(upper, within(1e-9));
        assertThat(limits.upper()).as("one patient higher").isCloseTo(paperUpper + 1 / expected, within(1e-9));
    }
}
