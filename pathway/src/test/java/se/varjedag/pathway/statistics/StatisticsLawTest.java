package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import se.varjedag.pathway.statistics.Funnel.Limits;
import se.varjedag.pathway.statistics.Funnel.Place;

/// What must hold for any counts.
class StatisticsLawTest {
    private static final double HAIR = 1e-9;

    @Property(tries = 300)
    void an_interval_of_a_share_holds_it_and_mirrors_that_of_the_others(
            @ForAll @IntRange(min = 1, max = 5000) int n,
            @ForAll @DoubleRange(max = 1) double part,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        long x = Math.round(n * part);
        var interval = Binomial.clopperPearson(new Share(x, n), level);
        var others = Binomial.clopperPearson(new Share(n - x, n), level);

        assertThat(interval.lower()).isLessThanOrEqualTo((double) x / n);
        assertThat(interval.upper()).isGreaterThanOrEqualTo((double) x / n);
        assertThat(interval.lower()).isCloseTo(1 - others.upper(), within(HAIR));
        var wilson = new Share(x, n).wilson(level).orElseThrow();
        assertThat(wilson.lower()).isLessThanOrEqualTo((double) x / n);
        assertThat(wilson.upper()).isGreaterThanOrEqualTo((double) x / n);
    }

    @Property(tries = 300)
    void exact_bounds_leave_their_chance_in_each_tail(
            @ForAll @IntRange(min = 1, max = 3000) int n, @ForAll @DoubleRange(max = 1) double part) {
        long x = Math.round(n * part);
        var share = Binomial.clopperPearson(new Share(x, n), 0.95);
        if (x > 0) {
            assertThat(Binomial.atLeast(x, n, share.lower())).isCloseTo(0.025, within(HAIR));
        }
        if (x < n) {
            assertThat(Binomial.atMost(x, n, share.upper())).isCloseTo(0.025, within(HAIR));
        }
        var count = Poisson.garwood(x, 0.95);
        assertThat(Poisson.atMost(x, count.upper())).isCloseTo(0.025, within(HAIR));
        if (x > 0) {
            assertThat(Poisson.atLeast(x, count.lower())).isCloseTo(0.025, within(HAIR));
        }
    }

    @Property(tries = 300)
    void all_chances_of_a_count_add_up_to_one(
            @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @DoubleRange(max = 1) double p) {
        assertThat(IntStream.rangeClosed(0, n)
                        .mapToDouble(k -> Binomial.exactly(k, n, p))
                        .sum())
                .isCloseTo(1, within(HAIR));
        int k = n / 2;
        assertThat(Binomial.atMost(k, n, p) + Binomial.atLeast(k + 1L, n, p)).isCloseTo(1, within(HAIR));
        assertThat(Poisson.atMost(k, n * p) + Poisson.atLeast(k + 1L, n * p)).isCloseTo(1, within(HAIR));
    }

    @Property(tries = 300)
    void a_funnel_s_outer_limits_hold_the_inner_ones_and_those_the_target(
            @ForAll @IntRange(min = 1, max = 5000) int n, @ForAll @DoubleRange(min = 0.01, max = 0.99) double target) {
        var inner = Binomial.limits(n, target, Funnel.WARNING);
        var outer = Binomial.limits(n, target, Funnel.ALARM);
        var mirrored = Binomial.limits(n, 1 - target, Funnel.WARNING);

        assertThat(outer.lower()).isLessThanOrEqualTo(inner.lower());
        assertThat(outer.upper()).isGreaterThanOrEqualTo(inner.upper());
        assertThat(inner.lower()).isLessThan(target);
        assertThat(inner.upper()).isGreaterThan(target);
        assertThat(inner.lower()).isCloseTo(1 - mirrored.upper(), within(HAIR));
        var counts = Poisson.limits(n * target, Funnel.WARNING);
        assertThat(counts.lower()).isLessThan(1);
        assertThat(counts.upper()).isGreaterThan(1);
    }

    @Property(tries = 300)
    void a_unit_lies_outside_exactly_when_it_lies_beyond_the_line(
            @ForAll @IntRange(min = 1, max = 400) int n,
            @ForAll @DoubleRange(max = 1) double part,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double target) {
        var share = new Share(Math.round(n * part), n);
        var funnel = Funnel.ofShares(List.of(share), target);
        var limits = funnel.limits(n, Funnel.WARNING, Limits.EXACT);
        double value = share.value().orElseThrow();

        boolean outside = value < limits.lower() - HAIR || value > limits.upper() + HAIR;

        assertThat(funnel.place(0, Limits.EXACT) != Place.WITHIN).isEqualTo(outside);
    }

    @Property(tries = 200)
    void granted_limits_are_never_narrower_than_chance_and_grow_with_the_spread(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 100) Integer> within100) {
        var funnel =
                Funnel.ofShares(within100.stream().map(x -> new Share(x, 100)).toList(), 0.5);

        double alone = 1.959963984540054 / 20;
        for (var limits : List.of(Limits.MULTIPLICATIVE, Limits.ADDITIVE)) {
            var granted = funnel.limits(100, 0.95, limits);
            assertThat(Math.asin(Math.sqrt(granted.upper())) - Math.PI / 4).isGreaterThan(Math.min(alone, 0.7) - HAIR);
            assertThat(granted.lower()).isCloseTo(1 - granted.upper(), within(HAIR));
        }
        assertThat(funnel.phi()).isNotNegative();
        assertThat(funnel.tauSquared()).isNotNegative();
    }

    @Property(tries = 200)
    void a_ratio_of_rates_and_its_interval_turn_over_with_the_rates(
            @ForAll @IntRange(min = 1, max = 2000) int a,
            @ForAll @IntRange(min = 1, max = 2000) int b,
            @ForAll @DoubleRange(min = 0.1, max = 900) double per) {
        var one = new Rate(a, per);
        var other = new Rate(b, 7);
        var forth = one.ratio(other, 0.95).orElseThrow();
        var back = other.ratio(one, 0.95).orElseThrow();

        assertThat(forth.lower()).isLessThan(one.ratio(other).orElseThrow());
        assertThat(forth.upper()).isGreaterThan(one.ratio(other).orElseThrow());
        assertThat(forth.lower() * back.upper()).isCloseTo(1, within(HAIR));
        assertThat(forth.upper() * back.lower()).isCloseTo(1, within(HAIR));
    }

    @Property(tries = 200)
    void a_chart_turned_upside_down_has_its_signals_turned_too(
            @ForAll @Size(min = 13, max = 40) List<@IntRange(min = -50, max = 50) Integer> values) {
        var plan = XmrChart.Plan.of(XmrChart.Better.HIGHER);
        var up = XmrChart.of(values.stream().map(Integer::doubleValue).toList(), plan);
        var down =
                XmrChart.of(values.stream().map(value -> -value.doubleValue()).toList(), plan);

        for (int i = 0; i < values.size(); i++) {
            var one = up.points().get(i);
            var other = down.points().get(i);
            assertThat(one.lower()).isCloseTo(-other.upper(), within(HAIR));
            assertThat(one.signals()).hasSameSizeAs(other.signals());
            assertThat(one.lower()).isLessThanOrEqualTo(one.mean());
            assertThat(one.upper()).isGreaterThanOrEqualTo(one.mean());
        }
    }
}
