package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.CurveBounds;

/// The right columns were computed by R's package survival (`reference/curves.R`). Tolerance: 1e-9, days exact.
class CurveTablesTest {
    private static final double HAIR = 1e-9;

    static DayHistogram cohort(@Nullable String started, @Nullable String left, @Nullable String waiting) {
        var builder = new DayHistogram.Builder();
        add(builder, Outcome.REACHED, started);
        add(builder, Outcome.LEFT, left);
        add(builder, Outcome.WAITING, waiting);
        return builder.build();
    }

    private static void add(DayHistogram.Builder builder, Outcome outcome, @Nullable String counts) {
        if (counts != null && !counts.isEmpty()) {
            for (var cell : counts.split(" ")) {
                var two = cell.split(":");
                builder.add(outcome, Integer.parseInt(two[0]), Long.parseLong(two[1]));
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/kaplan-meier.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void kaplan_meier_agrees_with_r(
            int cohort,
            @Nullable String started,
            @Nullable String left,
            @Nullable String waiting,
            CurveBounds bounds,
            int day,
            long atRisk,
            long events,
            double share,
            double error,
            @Nullable Double lower,
            @Nullable Double upper) {
        var point = KaplanMeier.of(cohort(started, left, waiting)).on(day);

        assertThat(point.day()).as("cohort %d", cohort).isEqualTo(day);
        assertThat(point.atRisk()).isEqualTo(atRisk);
        assertThat(point.started()).isEqualTo(events);
        assertThat(point.waiting()).isCloseTo(share, within(HAIR));
        assertThat(Math.sqrt(point.variance())).isCloseTo(error, within(HAIR));
        var interval = point.interval(0.95, bounds);
        assertThat(interval.isPresent()).isEqualTo(lower != null && upper != null);
        if (lower != null && upper != null) {
            assertThat(interval.orElseThrow().lower()).isCloseTo(lower, within(HAIR));
            assertThat(interval.orElseThrow().upper()).isCloseTo(upper, within(HAIR));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/aalen-johansen.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void aalen_johansen_agrees_with_r(
            int cohort,
            @Nullable String started,
            @Nullable String left,
            @Nullable String waiting,
            CurveBounds bounds,
            int day,
            long atRisk,
            double share,
            double gone,
            double error,
            double lower,
            double upper) {
        var point = CumulativeIncidence.of(cohort(started, left, waiting)).on(day);

        assertThat(point.day()).as("cohort %d", cohort).isEqualTo(day);
        assertThat(point.atRisk()).isEqualTo(atRisk);
        assertThat(point.started()).isCloseTo(share, within(HAIR));
        assertThat(point.left()).isCloseTo(gone, within(HAIR));
        assertThat(Math.sqrt(point.variance())).isCloseTo(error, within(HAIR));
        assertThat(point.interval(0.95, bounds).lower()).isCloseTo(lower, within(HAIR));
        assertThat(point.interval(0.95, bounds).upper()).isCloseTo(upper, within(HAIR));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/days.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void the_day_by_which_a_share_has_started_agrees_with_r(
            String curve,
            @Nullable String started,
            @Nullable String left,
            @Nullable String waiting,
            CurveBounds bounds,
            double share,
            @Nullable Double day,
            @Nullable Double lower,
            @Nullable Double upper) {
        var cohort = cohort(started, left, waiting);

        var estimate = curve.equals("KM")
                ? KaplanMeier.of(cohort).dayWhenStarted(share, 0.95, bounds)
                : CumulativeIncidence.of(cohort).dayWhenStarted(share, 0.95, bounds);

        assertThat(estimate).isEqualTo(new DayEstimate(optional(day), optional(lower), optional(upper)));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/log-rank.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void the_log_rank_test_agrees_with_r(
            String started,
            String left,
            String waiting,
            String observed,
            String expected,
            double chiSquared,
            int degrees,
            double p) {
        var a = started.split(";", -1);
        var b = left.split(";", -1);
        var c = waiting.split(";", -1);
        var groups = new ArrayList<DayHistogram>();
        for (int i = 0; i < a.length; i++) {
            groups.add(cohort(a[i], b[i], c[i]));
        }

        var test = LogRank.of(groups);

        assertThat(test.groups())
                .extracting(LogRank.Compared::observed)
                .containsExactly(
                        Arrays.stream(observed.split(" ")).map(Long::valueOf).toArray(Long[]::new));
        var wanted = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(test.groups().get(i).expected()).isCloseTo(wanted[i], within(HAIR));
        }
        assertThat(test.chiSquared()).isCloseTo(chiSquared, within(HAIR));
        assertThat(test.degrees()).isEqualTo(degrees);
        assertThat(test.p().orElseThrow()).isCloseTo(p, within(HAIR * p));
    }
}
