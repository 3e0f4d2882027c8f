package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What differs between groups, and what chance alone would give.
class SpreadTest {

    private static final double EXACT = 1e-12;

    @Test
    void the_variance_between_groups_is_what_is_seen_less_what_chance_gives() {
        // p = 0.5 of 200: seen (100·0.2² + 100·0.2²)/200 = 0.04; chance 1·0.25/200; τ² = (8 − 0.25)/(200 − 100).
        var spread = Spread.of(List.of(new Share(30, 100), new Share(70, 100)));

        assertThat(spread.seenVariance()).isCloseTo(0.04, within(EXACT));
        assertThat(spread.chanceVariance()).isCloseTo(0.00125, within(EXACT));
        assertThat(spread.variance()).isCloseTo(0.0775, within(EXACT));
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(0.0775), within(EXACT));
        assertThat(spread.partBeyondChance()).isCloseTo(1 - 0.00125 / 0.04, within(EXACT));
        assertThat(spread.range()).isCloseTo(0.4, within(EXACT));
        assertThat(spread.beyondChance()).isTrue();
    }

    @Test
    void the_chance_that_all_are_alike_is_that_of_pearsons_test() {
        // χ² = (5² + 5²)/25 + … : (35−30)²/30 + (65−70)²/70 + (25−30)²/30 + (75−70)²/70 = 2.380952 on 1 degree.
        var spread = Spread.of(List.of(new Share(35, 100), new Share(25, 100)));

        assertThat(spread.chance()).isCloseTo(0.122821, within(1e-5));
        assertThat(Spread.of(List.of(new Share(5, 5), new Share(9, 9))).chance())
                .isEqualTo(1);
    }

    @Test
    void groups_that_lie_closer_than_chance_puts_them_have_no_variance_of_their_own() {
        var spread = Spread.of(List.of(new Share(50, 100), new Share(50, 100), new Share(51, 100)));

        assertThat(spread.variance()).isZero();
        assertThat(spread.partBeyondChance()).isZero();
        assertThat(spread.beyondChance()).isFalse();
    }

    @Test
    void the_range_by_chance_of_two_coins_is_exact() {
        // Two single patients at p = 1/2 differ half of the times.
        var spread = Spread.of(List.of(new Share(0, 1), new Share(1, 1)));

        assertThat(spread.chanceRange()).isCloseTo(0.5, within(EXACT));
        assertThat(spread.chanceRangeHigh()).isEqualTo(1);
    }

    @Test
    void where_nobody_or_everybody_is_within_chance_has_no_range() {
        var nobody = Spread.of(List.of(new Share(0, 10), new Share(0, 20)));
        var everybody = Spread.of(List.of(new Share(10, 10), new Share(20, 20)));

        assertThat(nobody.chanceRange()).isCloseTo(0, within(EXACT));
        assertThat(everybody.chanceRange()).isCloseTo(0, within(EXACT));
        assertThat(nobody.chanceRangeHigh()).isZero();
        assertThat(everybody.beyondChance()).isFalse();
    }

    @Test
    void the_range_of_groups_that_are_alike_is_that_of_many_drawn() {
        var random = new Random(11);
        var sizes = new int[] {40, 60, 90, 150, 400, 900};
        double sum = 0;
        int within = 0;
        int trials = 4_000;
        var expected = Spread.of(drawn(sizes, 0.4, new Random(3), true));
        for (int trial = 0; trial < trials; trial++) {
            var shares = drawn(sizes, 0.4, random, false);
            double low = shares.stream()
                    .mapToDouble(s -> s.value().orElseThrow())
                    .min()
                    .orElseThrow();
            double high = shares.stream()
                    .mapToDouble(s -> s.value().orElseThrow())
                    .max()
                    .orElseThrow();
            sum += high - low;
            within += high - low <= expected.chanceRangeHigh() ? 1 : 0;
        }

        assertThat(sum / trials).isCloseTo(expected.chanceRange(), within(0.003));
        assertThat((double) within / trials).isCloseTo(0.95, within(0.012));
    }

    @Test
    void variance_beyond_chance_is_found_where_it_was_put() {
        var random = new Random(5);
        double sum = 0;
        for (int trial = 0; trial < 500; trial++) {
            var shares = new ArrayList<Share>();
            for (int group = 0; group < 21; group++) {
                shares.add(draw(300, 0.4 + 0.08 * random.nextGaussian(), random));
            }
            sum += Spread.of(shares).variance();
        }
        assertThat(sum / 500).isCloseTo(0.08 * 0.08, within(0.0003));
    }

    @Test
    void one_group_has_no_spread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of(new Share(1, 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of(new Share(1, 2), new Share(0, 0))));
    }

    private static List<Share> drawn(int[] sizes, double p, Random random, boolean middle) {
        var shares = new ArrayList<Share>();
        for (int size : sizes) {
            shares.add(middle ? new Share(Math.round(size * p), size) : draw(size, p, random));
        }
        return shares;
    }

    private static Share draw(int size, double p, Random random) {
        int count = 0;
        for (int one = 0; one < size; one++) {
            count += random.nextDouble() < p ? 1 : 0;
        }
        return new Share(count, size);
    }
}
