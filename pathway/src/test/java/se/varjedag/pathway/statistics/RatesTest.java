package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.statistics.Standardised.Stratum;

class RatesTest {

    @Test
    void what_is_expected_of_a_group_goes_with_its_own_patients() {
        // 100 of whom 80 % start in time elsewhere, and 50 of whom 40 % do: 100 are expected.
        var group = Standardised.of(List.of(new Stratum(70, 100, 0.8), new Stratum(20, 50, 0.4)));

        assertThat(group).isEqualTo(new Standardised(90, 100));
        assertThat(group.ratio()).isEqualTo(0.9);
        assertThat(group.exact(0.95).lower()).isLessThan(0.9);
        assertThat(group.exact(0.95).upper()).isGreaterThan(0.9);
        assertThat(group.byar(0.95).lower()).isCloseTo(group.exact(0.95).lower(), within(1e-3));
    }

    @Test
    void nobody_seen_has_a_bound_above() {
        var none = new Standardised(0, 4);

        assertThat(none.ratio()).isZero();
        assertThat(none.exact(0.95).lower()).isZero();
        assertThat(none.exact(0.95).upper()).isCloseTo(-Math.log(0.025) / 4, within(1e-12));
        assertThat(none.byar(0.95).lower()).isZero();
        assertThat(new Standardised(1, 4).byar(0.999).lower()).isZero();
    }

    @Test
    void a_rate_has_its_count_s_interval() {
        var rate = new Rate(0, 8);

        assertThat(rate.value()).isZero();
        assertThat(rate.exact(0.95).upper()).isCloseTo(-Math.log(0.025) / 8, within(1e-12));
        assertThat(new Rate(6, 8).value()).isEqualTo(0.75);
        assertThat(new Rate(6, 8).exact(0.95).lower())
                .isCloseTo(Poisson.garwood(6, 0.95).lower() / 8, within(1e-12));
    }

    @Test
    void a_ratio_to_nothing_is_no_number_and_has_no_end() {
        var none = new Rate(0, 1);
        var some = new Rate(3, 1);

        assertThat(some.ratio(none)).isEmpty();
        assertThat(some.ratio(none, 0.95).orElseThrow().upper()).isInfinite();
        assertThat(some.ratio(none, 0.95).orElseThrow().lower()).isPositive();
        assertThat(none.ratio(none, 0.95)).isEmpty();
        assertThat(none.ratio(some)).hasValue(0);
    }

    @Test
    void what_is_no_count_share_or_level_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Standardised(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Standardised(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Standardised(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(1, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.exactly(1, -1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.atMost(1, 2, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.atLeast(1, 2, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.limits(0, 0.5, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.clopperPearson(new Share(0, 0), 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.clopperPearson(new Share(1, 2), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.clopperPearson(new Share(1, 2), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.exactly(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.atMost(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.atLeast(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.garwood(-1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.limits(0, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquared.atLeast(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquared.atLeast(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.type7(0, rank -> 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.type7(1, rank -> 0, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.type7(1, rank -> 0, -0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CurveBounds.LOG.of(0, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> CurveBounds.LOG.of(1, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> CurveBounds.LOG.of(0.5, -1, 0.95));
        assertThat(CurveBounds.LOG.of(0.5, 0, 0.95)).isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void chances_at_the_ends_are_certain() {
        assertThat(Binomial.exactly(0, 5, 0)).isEqualTo(1);
        assertThat(Binomial.exactly(1, 5, 0)).isZero();
        assertThat(Binomial.exactly(5, 5, 1)).isEqualTo(1);
        assertThat(Binomial.exactly(4, 5, 1)).isZero();
        assertThat(Binomial.exactly(-1, 5, 0.5)).isZero();
        assertThat(Binomial.exactly(6, 5, 0.5)).isZero();
        assertThat(Binomial.atMost(-1, 5, 0.5)).isZero();
        assertThat(Binomial.atMost(5, 5, 0.5)).isEqualTo(1);
        assertThat(Binomial.atLeast(0, 5, 0.5)).isEqualTo(1);
        assertThat(Binomial.atMost(3, 5, 0)).isEqualTo(1);
        assertThat(Binomial.atMost(3, 5, 1)).isZero();
        assertThat(Binomial.limits(7, 0, 0.95).lower()).isZero();
        assertThat(Binomial.limits(7, 1, 0.95).upper()).isEqualTo(1);
        assertThat(Poisson.exactly(0, 0)).isEqualTo(1);
        assertThat(Poisson.exactly(1, 0)).isZero();
        assertThat(Poisson.exactly(-1, 2)).isZero();
        assertThat(Poisson.atMost(-1, 2)).isZero();
        assertThat(Poisson.atMost(0, 0)).isEqualTo(1);
        assertThat(Poisson.atLeast(0, 2)).isEqualTo(1);
        assertThat(ChiSquared.atLeast(0, 3)).isEqualTo(1);
    }
}
