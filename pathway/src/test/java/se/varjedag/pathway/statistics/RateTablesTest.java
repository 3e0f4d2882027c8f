package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The right columns were computed by R (`reference/rates.R`). Tolerance: 1e-9 of the figure itself, and for shares
/// 1e-12.
class RateTablesTest {

    private static Offset<Double> near(double expected) {
        return within(1e-9 * Math.abs(expected) + 1e-300);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/standardised.csv", numLinesToSkip = 2)
    void a_standardised_ratio_has_the_intervals_of_r_and_of_byar(
            long observed,
            double expected,
            double level,
            double exactLower,
            double exactUpper,
            double byarLower,
            double byarUpper) {
        var ratio = new Standardised(observed, expected);

        assertThat(ratio.exact(level).lower()).isCloseTo(exactLower, near(exactLower));
        assertThat(ratio.exact(level).upper()).isCloseTo(exactUpper, near(exactUpper));
        assertThat(ratio.byar(level).lower()).isCloseTo(byarLower, near(byarLower));
        assertThat(ratio.byar(level).upper()).isCloseTo(byarUpper, near(byarUpper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/rate-ratios.csv", numLinesToSkip = 2)
    void a_ratio_of_rates_has_the_exact_interval_of_r(
            long count,
            double per,
            long otherCount,
            double otherPer,
            double level,
            double ratio,
            double lower,
            double upper) {
        var rate = new Rate(count, per);
        var other = new Rate(otherCount, otherPer);

        assertThat(rate.ratio(other).orElseThrow()).isCloseTo(ratio, near(ratio));
        assertThat(rate.ratio(other, level).orElseThrow().lower()).isCloseTo(lower, near(lower));
        assertThat(rate.ratio(other, level).orElseThrow().upper()).isCloseTo(upper, near(upper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/wilson.csv", numLinesToSkip = 2)
    void wilson_agrees_with_r(long numerator, long denominator, double level, double lower, double upper) {
        var interval = new Share(numerator, denominator).wilson(level).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(1e-12));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-12));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/newcombe.csv", numLinesToSkip = 2)
    void a_difference_of_shares_agrees_with_newcombe_from_r_s_wilson(
            long x1, long n1, long x2, long n2, double level, double lower, double upper) {
        var interval = new Share(x1, n1).less(new Share(x2, n2), level).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(1e-12));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-12));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/quantiles.csv", numLinesToSkip = 2, maxCharsPerColumn = 10_000)
    void quantiles_agree_with_r_s_type_7(String days, double p, double quantile) {
        var sorted = Arrays.stream(days.split(" "))
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();

        assertThat(Quantiles.type7(sorted.length, rank -> sorted[(int) rank], p))
                .isCloseTo(quantile, within(1e-9));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/chi-squared.csv", numLinesToSkip = 2)
    void the_tail_of_chi_squared_agrees_with_r(double value, int degrees, double p) {
        assertThat(ChiSquared.atLeast(value, degrees)).isCloseTo(p, near(p));
    }
}
