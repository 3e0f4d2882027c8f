package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.measure.DayHistogram.Outcome;

class DayHistogramTest {

    private static final DayHistogram SOME = new DayHistogram.Builder()
            .add(Outcome.REACHED, 30)
            .add(Outcome.REACHED, 10, 3)
            .add(Outcome.LEFT, 7, 2)
            .add(Outcome.WAITING, 41)
            .add(Outcome.WAITING, 0)
            .build();

    @Test
    void those_who_reached_left_and_wait_are_counted_apart() {
        assertThat(SOME.n()).isEqualTo(4);
        assertThat(SOME.left()).isEqualTo(2);
        assertThat(SOME.waiting()).isEqualTo(2);
        assertThat(SOME.count(Outcome.REACHED, 10)).isEqualTo(3);
        assertThat(SOME.count(Outcome.REACHED, 7)).isZero();
        assertThat(SOME.count(Outcome.LEFT, 7)).isEqualTo(2);
        assertThat(SOME.count(Outcome.WAITING, 0)).isEqualTo(1);
        assertThat(SOME.count(Outcome.WAITING, 100)).isZero();
    }

    @Test
    void a_limit_is_kept_on_its_last_day() {
        assertThat(SOME.within(9)).isZero();
        assertThat(SOME.within(10)).isEqualTo(3);
        assertThat(SOME.within(29)).isEqualTo(3);
        assertThat(SOME.within(30)).isEqualTo(4);
    }

    @Test
    void overtime_is_what_lies_beyond_the_limit() {
        assertThat(SOME.overtime(8)).isEqualTo(3 * 2 + 22);
        assertThat(SOME.overtime(30)).isZero();
        assertThat(SOME.overtime(Outcome.WAITING, 28)).isEqualTo(13);
        assertThat(SOME.overtime(Outcome.LEFT, 0)).isEqualTo(14);
        assertThat(SOME.days()).isEqualTo(60);
    }

    @Test
    void only_those_who_reached_the_end_enter_mean_and_quantiles() {
        assertThat(SOME.mean()).hasValue(15);
        assertThat(SOME.quantile(0.5)).hasValue(10);
        assertThat(SOME.quantile(1)).hasValue(30);
        assertThat(SOME.quantile(0.75)).hasValue(10 + 20 * 0.25);
    }

    @Test
    void nobody_has_neither_mean_nor_quantile_nor_longest_wait() {
        assertThat(DayHistogram.EMPTY.mean()).isEqualTo(OptionalDouble.empty());
        assertThat(DayHistogram.EMPTY.quantile(0.5)).isEqualTo(OptionalDouble.empty());
        assertThat(DayHistogram.EMPTY.longest()).isEqualTo(OptionalInt.empty());
        assertThat(DayHistogram.EMPTY.within(1000)).isZero();
        assertThat(new DayHistogram.Builder().build()).isSameAs(DayHistogram.EMPTY);
        assertThat(new DayHistogram.Builder().add(Outcome.LEFT, 4, 0).build()).isEqualTo(DayHistogram.EMPTY);
    }

    @Test
    void the_longest_wait_is_that_of_all_three() {
        assertThat(SOME.longest()).hasValue(41);
        assertThat(DayHistogram.ofReached(0).longest()).hasValue(0);
        assertThat(SOME.plus(DayHistogram.ofReached(50)).longest()).hasValue(50);
    }

    @Test
    void days_are_visited_in_order() {
        var visited = new ArrayList<String>();
        SOME.each(Outcome.REACHED, (day, count) -> visited.add(day + ":" + count));
        SOME.each(Outcome.WAITING, (day, count) -> visited.add("w" + day + ":" + count));

        assertThat(visited).containsExactly("10:3", "30:1", "w0:1", "w41:1");
    }

    @Test
    void equal_content_is_equal_whatever_its_making() {
        var other = DayHistogram.ofReached(10, 30, 10)
                .plus(DayHistogram.ofReached(10))
                .plus(new DayHistogram.Builder()
                        .add(Outcome.WAITING, 0)
                        .add(Outcome.LEFT, 7, 2)
                        .add(Outcome.WAITING, 41)
                        .build());

        assertThat(other).isEqualTo(SOME).hasSameHashCodeAs(SOME).hasToString(SOME.toString());
        assertThat(SOME).isNotEqualTo(DayHistogram.ofReached(10)).isNotEqualTo("");
        assertThat(SOME.hashCode())
                .isNotEqualTo(DayHistogram.ofReached(10, 10, 10, 30).hashCode());
        assertThat(DayHistogram.ofReached(3)).hasToString("DayHistogram REACHED[3]=1");
    }

    @Test
    void nobody_changes_nothing() {
        assertThat(SOME.plus(DayHistogram.EMPTY)).isEqualTo(SOME);
        assertThat(DayHistogram.EMPTY.plus(SOME)).isEqualTo(SOME);
    }

    @Test
    void a_builder_begins_anew_after_each_histogram() {
        var builder = new DayHistogram.Builder();
        var first = builder.add(Outcome.REACHED, 500).add(Outcome.LEFT, 3).build();
        var second = builder.add(Outcome.REACHED, 2).build();

        assertThat(first.count(Outcome.REACHED, 500)).isEqualTo(1);
        assertThat(second).isEqualTo(DayHistogram.ofReached(2));
        assertThat(builder.build()).isEqualTo(DayHistogram.EMPTY);
    }

    @Test
    void impossible_waits_and_quantiles_are_refused() {
        var builder = new DayHistogram.Builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(Outcome.REACHED, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(Outcome.REACHED, DayHistogram.LONGEST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(Outcome.REACHED, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.quantile(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.quantile(-0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.quantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.quantiles(0.5, 0.4));
    }

    @Test
    void the_longest_wait_and_the_largest_count_still_fit() {
        long most = (1L << 38) - 1;
        var huge = new DayHistogram.Builder()
                .add(Outcome.WAITING, DayHistogram.LONGEST, most)
                .add(Outcome.REACHED, DayHistogram.LONGEST)
                .build();

        assertThat(huge.waiting()).isEqualTo(most);
        assertThat(huge.n()).isEqualTo(1);
        assertThat(huge.longest()).hasValue(DayHistogram.LONGEST);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> huge.plus(huge)))
                .isInstanceOf(ArithmeticException.class);
    }
}
