package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void days_left_over_go_to_the_largest_remainders_the_earlier_of_equals_first() {
        assertThat(Apportionment.of(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(Apportionment.of(11, new long[] {1, 1, 1})).containsExactly(4, 4, 3);
        assertThat(Apportionment.of(7, new long[] {1, 2, 0, 3})).containsExactly(1, 2, 0, 4);
        assertThat(Apportionment.of(5, new long[] {1, 3, 3})).containsExactly(1, 2, 2);
        assertThat(Apportionment.of(5, new long[] {3, 3, 1})).containsExactly(2, 2, 1);
        assertThat(Apportionment.of(6, new long[] {1, 2})).containsExactly(2, 4);
    }

    @Test
    void without_weights_nothing_is_given_out() {
        assertThat(Apportionment.of(10, new long[] {0, 0})).containsExactly(0, 0);
        assertThat(Apportionment.of(10, new long[0])).isEmpty();
    }

    @Property(tries = 300)
    void parts_add_up_to_the_whole_and_differ_from_their_quota_by_less_than_a_day(
            @ForAll @LongRange(max = 10_000) long whole,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 500) Integer> days) {
        var weights = days.stream().mapToLong(Integer::longValue).toArray();
        long sum = Arrays.stream(weights).sum();

        var parts = Apportionment.of(whole, weights);

        assertThat(Arrays.stream(parts).sum()).isEqualTo(sum == 0 ? 0 : whole);
        for (int i = 0; i < weights.length && sum > 0; i++) {
            assertThat(Math.abs(parts[i] * sum - whole * weights[i])).isLessThan(sum);
        }
    }
}
