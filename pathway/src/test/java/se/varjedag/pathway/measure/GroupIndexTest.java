package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GroupIndexTest {

    @Property(tries = 100)
    void groups_are_numbered_once_and_found_again_in_a_table_and_in_a_hash(
            @ForAll @Size(max = 400) List<@LongRange(max = 900_000) Long> keys) {
        for (var index : List.of(new GroupIndex(1_000_000), new GroupIndex(Long.MAX_VALUE))) {
            var numbers = new HashMap<Long, Integer>();
            for (long key : keys) {
                int number = index.of(key);
                assertThat(numbers.computeIfAbsent(key, _ -> number)).isEqualTo(number);
                assertThat(index.key(number)).isEqualTo(key);
            }
            assertThat(index.size()).isEqualTo(numbers.size());
            assertThat(Arrays.stream(index.sorted()).boxed().toList())
                    .isEqualTo(List.copyOf(new TreeMap<>(numbers).values()));
        }
    }

    @Property(tries = 100)
    void many_groups_of_a_small_range_are_in_order_too(
            @ForAll @Size(min = 30, max = 400) List<@LongRange(max = 900) Long> keys) {
        var table = new GroupIndex(901);
        var hash = new GroupIndex(Long.MAX_VALUE);
        keys.forEach(table::of);
        keys.forEach(hash::of);

        assertThat(table.sorted()).isEqualTo(hash.sorted());
        assertThat(Arrays.stream(table.sorted()).mapToLong(table::key)).isSorted();
    }

    @Test
    void very_large_keys_are_kept_apart() {
        var index = new GroupIndex(Long.MAX_VALUE);
        for (long key = 0; key < 5000; key++) {
            assertThat(index.of(Long.MAX_VALUE - key * 4_294_967_296L)).isEqualTo((int) key);
        }
        assertThat(index.of(Long.MAX_VALUE)).isZero();
        assertThat(index.size()).isEqualTo(5000);
    }
}
