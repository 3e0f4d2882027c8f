package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import se.varjedag.pathway.statistics.XmrChart.Assurance;
import se.varjedag.pathway.statistics.XmrChart.Better;
import se.varjedag.pathway.statistics.XmrChart.Plan;
import se.varjedag.pathway.statistics.XmrChart.Point;
import se.varjedag.pathway.statistics.XmrChart.Signal;
import se.varjedag.pathway.statistics.XmrChart.Variation;

/// The right columns were computed by R from the rules alone, window by window (`reference/charts.R`): limits
/// screened and unscreened, baselines, new groups, every rule, marks and verdict. Tolerance: 1e-9.
class ChartTablesTest {
    private static final double HAIR = 1e-9;

    private static List<Double> numbers(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }

    private static Plan plan(
            Better better, boolean screened, int baseline, @Nullable String rebase, @Nullable Double target) {
        return new Plan(
                better,
                screened,
                baseline,
                numbers(rebase).stream().map(Double::intValue).toList(),
                target == null ? OptionalDouble.empty() : OptionalDouble.of(target));
    }

    private static Set<Signal> signals(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Signal::valueOf).collect(Collectors.toSet());
    }

    private static void assertPoint(
            Point found, double mean, double lower, double upper, @Nullable String signals, Variation variation) {
        assertThat(found.mean()).isCloseTo(mean, within(HAIR));
        assertThat(found.lower()).isCloseTo(lower, within(HAIR));
        assertThat(found.upper()).isCloseTo(upper, within(HAIR));
        assertThat(found.signals()).isEqualTo(signals(signals));
        assertThat(found.variation()).isEqualTo(variation);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/xmr.csv", numLinesToSkip = 2, maxCharsPerColumn = 10_000)
    void an_xmr_chart_has_the_limits_signals_and_marks_that_r_finds(
            String values,
            Better better,
            boolean screened,
            int baseline,
            @Nullable String rebase,
            @Nullable Double target,
            int point,
            double mean,
            double lower,
            double upper,
            @Nullable String signals,
            Variation variation,
            @Nullable Assurance assurance) {
        var chart = XmrChart.of(numbers(values), plan(better, screened, baseline, rebase, target));

        assertPoint(chart.points().get(point), mean, lower, upper, signals, variation);
        if (point == chart.points().size() - 1) {
            assertThat(chart.assurance()).isEqualTo(Optional.ofNullable(assurance));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/p-charts.csv", numLinesToSkip = 2, maxCharsPerColumn = 10_000)
    void a_p_chart_has_the_limits_signals_and_marks_that_r_finds(
            String counts,
            String sizes,
            Better better,
            boolean laney,
            boolean screened,
            int baseline,
            @Nullable String rebase,
            @Nullable Double target,
            int point,
            double sigmaZ,
            double mean,
            double lower,
            double upper,
            @Nullable String signals,
            Variation variation,
            @Nullable Assurance assurance) {
        var x = numbers(counts);
        var n = numbers(sizes);
        var shares = IntStream.range(0, x.size())
                .mapToObj(i -> new Share(x.get(i).longValue(), n.get(i).longValue()))
                .toList();
        var plan = plan(better, screened, baseline, rebase, target);
        var chart = laney ? PChart.laney(shares, plan) : PChart.of(shares, plan);

        assertPoint(chart.points().get(point), mean, lower, upper, signals, variation);
        int group =
                (int) plan.rebaseAt().stream().filter(start -> start <= point).count();
        assertThat(chart.sigmaZ().get(group)).isCloseTo(sigmaZ, within(HAIR));
        if (point == chart.points().size() - 1) {
            assertThat(chart.assurance()).isEqualTo(Optional.ofNullable(assurance));
        }
    }
}
