package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.CurveBounds;

/// What must hold for the curves of any cohort.
class CurvePropertiesTest {
    private static final double HAIR = 1e-9;

    @Provide
    Arbitrary<DayHistogram> cohorts() {
        return Combinators.combine(
                        Arbitraries.of(Outcome.class), Arbitraries.integers().between(0, 40))
                .as((outcome, day) ->
                        new DayHistogram.Builder().add(outcome, day).build())
                .list()
                .ofMaxSize(60)
                .map(each -> each.stream().reduce(DayHistogram.EMPTY, DayHistogram::plus));
    }

    @Property(tries = 200)
    void no_more_have_started_than_would_have_were_nobody_to_leave(@ForAll("cohorts") DayHistogram cohort) {
        var all = CumulativeIncidence.of(cohort);
        var stayed = KaplanMeier.of(cohort);

        for (int day = 0; day <= 40; day++) {
            assertThat(all.startedBy(day))
                    .isLessThanOrEqualTo(1 - stayed.on(day).waiting() + HAIR);
            var point = all.on(day);
            assertThat(point.started() + point.left() + point.waiting()).isCloseTo(1, within(HAIR));
        }
    }

    @Property(tries = 200)
    void bounds_hold_the_curve_and_the_curve_only_falls(@ForAll("cohorts") DayHistogram cohort) {
        double before = 1;
        for (var point : KaplanMeier.of(cohort).points()) {
            assertThat(point.waiting()).isLessThan(before);
            before = point.waiting();
            for (var bounds : CurveBounds.values()) {
                point.interval(0.95, bounds).ifPresent(interval -> {
                    assertThat(interval.lower()).isBetween(0.0, point.waiting() + HAIR);
                    assertThat(interval.upper()).isBetween(point.waiting() - HAIR, 1.0);
                });
            }
        }
    }

    @Property(tries = 200)
    void a_median_lies_between_its_bounds(@ForAll("cohorts") DayHistogram cohort) {
        for (var estimate : List.of(
                KaplanMeier.of(cohort).median(),
                CumulativeIncidence.of(cohort).dayWhenStarted(0.5, 0.95, CurveBounds.LOG_LOG))) {
            if (estimate.day().isPresent()) {
                estimate.lower()
                        .ifPresent(lower -> assertThat(lower)
                                .isLessThanOrEqualTo(estimate.day().getAsDouble()));
                estimate.upper()
                        .ifPresent(upper -> assertThat(upper)
                                .isGreaterThanOrEqualTo(estimate.day().getAsDouble()));
            } else {
                assertThat(estimate.upper()).isEmpty();
            }
        }
    }

    @Property(tries = 200)
    void log_rank_expects_as_many_as_started_and_gives_a_chance(
            @ForAll("cohorts") DayHistogram a, @ForAll("cohorts") DayHistogram b, @ForAll("cohorts") DayHistogram c) {
        var test = LogRank.of(List.of(a, b, c));

        assertThat(test.groups().stream()
                        .mapToDouble(LogRank.Compared::expected)
                        .sum())
                .isCloseTo(a.n() + b.n() + c.n(), within(HAIR));
        assertThat(test.chiSquared()).isNotNegative();
        assertThat(test.degrees()).isBetween(0, 2);
        assertThat(test.p().orElse(0)).isBetween(0.0, 1.0);
    }
}
