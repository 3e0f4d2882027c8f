package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import se.varjedag.pathway.statistics.Funnel.Counts;
import se.varjedag.pathway.statistics.Funnel.Limits;
import se.varjedag.pathway.statistics.Funnel.Place;

class FunnelTest {
    private static final double HAIR = 1e-9;

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Funnel funnel(String kind, String first, String second, double target) {
        var a = numbers(first);
        var b = numbers(second);
        var all = IntStream.range(0, a.length);
        return switch (kind) {
            case "SHARES" ->
                Funnel.ofShares(
                        all.mapToObj(i -> new Share((long) a[i], (long) b[i])).toList(), target);
            case "RATIOS" ->
                Funnel.ofRatios(
                        all.mapToObj(i -> new Standardised((long) a[i], b[i])).toList(), target);
            default ->
                Funnel.ofCounts(
                        all.mapToObj(i -> new Counts((long) a[i], (long) b[i])).toList(), target);
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "reference/overdispersion.csv", numLinesToSkip = 2)
    void overdispersion_and_its_limits_agree_with_r(
            String kind,
            String first,
            String second,
            double target,
            double phi,
            double tauSquared,
            double level,
            double size,
            double multiplicativeLower,
            double multiplicativeUpper,
            double additiveLower,
            double additiveUpper) {
        var funnel = funnel(kind, first, second, target);

        assertThat(funnel.phi()).isCloseTo(phi, within(HAIR));
        assertThat(funnel.tauSquared()).isCloseTo(tauSquared, within(HAIR));
        assertThat(funnel.overdispersed()).isEqualTo(tauSquared > 0);
        var multiplicative = funnel.limits(size, level, Limits.MULTIPLICATIVE);
        assertThat(multiplicative.lower()).isCloseTo(multiplicativeLower, within(HAIR));
        assertThat(multiplicative.upper()).isCloseTo(multiplicativeUpper, within(HAIR));
        var additive = funnel.limits(size, level, Limits.ADDITIVE);
        assertThat(additive.lower()).isCloseTo(additiveLower, within(HAIR));
        assertThat(additive.upper()).isCloseTo(additiveUpper, within(HAIR));
    }

    @Test
    void without_a_target_units_are_compared_with_all_of_them_together() {
        var funnel = Funnel.ofShares(List.of(new Share(1, 4), new Share(5, 6)));

        assertThat(funnel.target()).isEqualTo(0.6);
        assertThat(funnel.points()).extracting(Funnel.Point::value).containsExactly(0.25, 5 / 6.0);
        assertThat(funnel.points()).extracting(Funnel.Point::size).containsExactly(4.0, 6.0);
        assertThat(funnel.points().getFirst().z())
                .isCloseTo((Math.asin(0.5) - Math.asin(Math.sqrt(0.6))) * 4, within(HAIR));
    }

    @Test
    void a_unit_lies_outside_when_chance_gives_its_count_less_often_than_the_limits_leave() {
        // Of 30 at a target of 80 % chance gives all 30 with 0.8³⁰ = 0.00124 and of 31 with 0.00099.
        var funnel = Funnel.ofShares(
                List.of(
                        new Share(30, 30),
                        new Share(31, 31),
                        new Share(80, 100),
                        new Share(72, 100),
                        new Share(71, 100),
                        new Share(67, 100),
                        new Share(66, 100)),
                0.8);

        assertThat(IntStream.range(0, 7).mapToObj(i -> funnel.place(i, Limits.EXACT)))
                .containsExactly(
                        Place.ABOVE,
                        Place.FAR_ABOVE,
                        Place.WITHIN,
                        Place.WITHIN,
                        Place.BELOW,
                        Place.BELOW,
                        Place.FAR_BELOW);
    }

    @Test
    void one_patient_alone_never_lies_outside_at_a_target_in_the_middle() {
        var funnel = Funnel.ofShares(List.of(new Share(0, 1), new Share(1, 1)), 0.5);

        assertThat(funnel.place(0, Limits.EXACT)).isEqualTo(Place.WITHIN);
        assertThat(funnel.place(1, Limits.EXACT)).isEqualTo(Place.WITHIN);
        assertThat(funnel.limits(1, Funnel.WARNING, Limits.EXACT)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void limits_that_grant_the_spread_between_units_take_them_in_again() {
        var funnel = Funnel.ofShares(List.of(
                new Share(550, 1000),
                new Share(650, 1000),
                new Share(560, 1000),
                new Share(640, 1000),
                new Share(600, 1000),
                new Share(630, 1000),
                new Share(570, 1000),
                new Share(600, 1000)));

        assertThat(funnel.overdispersed()).isTrue();
        assertThat(funnel.place(0, Limits.EXACT)).isEqualTo(Place.FAR_BELOW);
        assertThat(funnel.place(1, Limits.EXACT)).isEqualTo(Place.FAR_ABOVE);
        for (var granted : List.of(Limits.MULTIPLICATIVE, Limits.ADDITIVE)) {
            assertThat(funnel.place(0, granted)).isEqualTo(Place.WITHIN);
            assertThat(funnel.place(1, granted)).isEqualTo(Place.WITHIN);
            assertThat(Math.abs(funnel.z(0, granted))).isLessThan(Math.abs(funnel.z(0, Limits.EXACT)));
        }
    }

    @Test
    void a_unit_that_truly_differs_does_not_excuse_itself() {
        var alike = new java.util.ArrayList<>(java.util.Collections.nCopies(19, new Share(600, 1000)));
        alike.add(new Share(200, 1000));
        var funnel = Funnel.ofShares(alike, 0.6);

        assertThat(funnel.overdispersed()).isFalse();
        assertThat(funnel.place(19, Limits.ADDITIVE)).isEqualTo(Place.FAR_BELOW);
        assertThat(funnel.place(19, Limits.MULTIPLICATIVE)).isEqualTo(Place.FAR_BELOW);
        assertThat(funnel.z(19, Limits.MULTIPLICATIVE))
                .isEqualTo(funnel.points().get(19).z());
    }

    @Test
    void by_granted_limits_units_lie_outside_the_inner_and_the_outer_pair_on_either_side() {
        var funnel = Funnel.ofShares(
                List.of(
                        new Share(465, 1000),
                        new Share(440, 1000),
                        new Share(535, 1000),
                        new Share(560, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000),
                        new Share(500, 1000)),
                0.5);

        assertThat(IntStream.range(0, 5).mapToObj(i -> funnel.place(i, Limits.ADDITIVE)))
                .containsExactly(Place.BELOW, Place.FAR_BELOW, Place.ABOVE, Place.FAR_ABOVE, Place.WITHIN);
    }

    @Test
    void observed_to_expected_has_the_exact_limits_of_the_count() {
        var funnel = Funnel.ofRatios(
                List.of(
                        new Standardised(0, 4),
                        new Standardised(9, 4),
                        new Standardised(0, 3),
                        new Standardised(10, 3),
                        new Standardised(0, 8)),
                1);

        assertThat(funnel.points().getFirst().value()).isZero();
        assertThat(funnel.points().getFirst().z()).isCloseTo(-4, within(HAIR));
        assertThat(IntStream.range(0, 5).mapToObj(i -> funnel.place(i, Limits.EXACT)))
                .containsExactly(Place.BELOW, Place.ABOVE, Place.WITHIN, Place.ABOVE, Place.FAR_BELOW);
        assertThat(funnel.limits(40, 0.95, Limits.EXACT)).isEqualTo(Poisson.limits(40, 0.95));
        var twice = Funnel.ofRatios(List.of(new Standardised(8, 4)), 2).limits(20, 0.95, Limits.EXACT);
        assertThat(twice.lower()).isCloseTo(2 * Poisson.limits(40, 0.95).lower(), within(HAIR));
        assertThat(twice.upper()).isCloseTo(2 * Poisson.limits(40, 0.95).upper(), within(HAIR));
    }

    @Test
    void one_count_to_another_has_the_exact_limits_of_its_share_of_both() {
        var funnel =
                Funnel.ofCounts(List.of(new Counts(0, 6), new Counts(6, 0), new Counts(1, 1), new Counts(12, 0)), 1);

        assertThat(funnel.points().get(1).value()).isInfinite();
        assertThat(IntStream.range(0, 4).mapToObj(i -> funnel.place(i, Limits.EXACT)))
                .containsExactly(Place.BELOW, Place.ABOVE, Place.WITHIN, Place.FAR_ABOVE);
        var share = Binomial.limits(100, 0.75, 0.95);
        var ratio = Funnel.ofCounts(List.of(new Counts(3, 1)), 3).limits(100, 0.95, Limits.EXACT);
        assertThat(ratio.lower()).isCloseTo(share.lower() / (1 - share.lower()), within(HAIR));
        assertThat(ratio.upper()).isCloseTo(share.upper() / (1 - share.upper()), within(HAIR));
    }

    @Test
    void nobody_and_one_alone_spread_no_more_than_chance() {
        assertThat(Funnel.ofShares(List.of()).points()).isEmpty();
        assertThat(Funnel.ofShares(List.of()).phi()).isEqualTo(1);
        assertThat(Funnel.ofShares(List.of()).overdispersed()).isFalse();
        assertThat(Funnel.ofShares(List.of(new Share(1, 100)), 0.5).tauSquared())
                .isZero();
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofShares(List.of(new Share(0, 0)), 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofShares(List.of(), 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofShares(List.of(), -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofRatios(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofCounts(List.of(), Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(2, -1));
        var funnel = Funnel.ofShares(List.of(new Share(1, 2)), 0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> funnel.limits(0, 0.95, Limits.EXACT));
        assertThatIllegalArgumentException().isThrownBy(() -> funnel.limits(9, 1, Limits.EXACT));
        assertThat(funnel.limits(9, 0.95, Limits.EXACT).lower()).isPositive();
    }
}
