package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.Normal;
import se.varjedag.pathway.statistics.Share;

/// The right columns were computed by SciPy, NumPy and exact fractions (`src/test/reference/measures.py`),
/// not by this program. Tolerance: 1e-12 absolute for shares, 1e-11 for z, 1e-9 relative for variances, exact
/// for quantiles.
class ReferenceTablesTest {
    private static final double HAIR = 1e-12;

    @ParameterizedTest
    @CsvFileSource(resources = "wilson.csv", numLinesToSkip = 2)
    void wilson_agrees_with_scipy(long numerator, long denominator, double level, double lower, double upper) {
        var interval = new Share(numerator, denominator).wilson(level).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(HAIR));
        assertThat(interval.upper()).isCloseTo(upper, within(HAIR));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "newcombe.csv", numLinesToSkip = 2)
    void a_difference_of_shares_agrees_with_newcombe_from_scipy_s_wilson(
            long x1, long n1, long x2, long n2, double level, double lower, double upper) {
        var interval = new Share(x1, n1).less(new Share(x2, n2), level).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(HAIR));
        assertThat(interval.upper()).isCloseTo(upper, within(HAIR));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "normal.csv", numLinesToSkip = 2)
    void z_agrees_with_scipy(double level, double z) {
        assertThat(Normal.z(level)).isCloseTo(z, within(1e-11));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "quantiles.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void quantiles_agree_with_numpy_s_type_7(String days, double p, double quantile) {
        var histogram = DayHistogram.ofReached(numbers(days));

        assertThat(histogram.quantile(p)).hasValueCloseTo(quantile, within(HAIR * 100));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "incidence.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void cumulative_incidence_agrees_with_the_matrix_product_in_exact_fractions(
            int cohort,
            String started,
            String left,
            String waiting,
            int day,
            long atRisk,
            double startedShare,
            double leftShare,
            double variance,
            double lower,
            double upper) {
        var builder = new DayHistogram.Builder();
        add(builder, Outcome.REACHED, started);
        add(builder, Outcome.LEFT, left);
        add(builder, Outcome.WAITING, waiting);

        var point = CumulativeIncidence.of(builder.build()).on(day);

        assertThat(point.day()).as("cohort %d", cohort).isEqualTo(day);
        assertThat(point.atRisk()).isEqualTo(atRisk);
        assertThat(point.started()).isCloseTo(startedShare, within(HAIR));
        assertThat(point.left()).isCloseTo(leftShare, within(HAIR));
        assertThat(point.waiting()).isCloseTo(1 - startedShare - leftShare, within(HAIR));
        assertThat(point.variance()).isCloseTo(variance, within(variance * 1e-9 + 1e-18));
        assertThat(point.interval(0.95).lower()).isCloseTo(lower, within(1e-9));
        assertThat(point.interval(0.95).upper()).isCloseTo(upper, within(1e-9));
    }

    private static void add(DayHistogram.Builder builder, Outcome outcome, String counts) {
        var numbers = numbers(counts);
        for (int day = 0; day < numbers.length; day++) {
            builder.add(outcome, day, numbers[day]);
        }
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
