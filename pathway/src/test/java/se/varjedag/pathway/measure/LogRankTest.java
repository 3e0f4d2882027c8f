package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.measure.DayHistogram.Outcome;

class LogRankTest {

    @Test
    void alike_groups_differ_by_nothing() {
        var group = DayHistogram.ofReached(1, 5, 5, 30);

        var test = LogRank.of(List.of(group, group, group));

        assertThat(test.chiSquared()).isCloseTo(0, within(1e-12));
        assertThat(test.degrees()).isEqualTo(2);
        assertThat(test.p().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(test.groups()).allMatch(one -> one.observed() == 4 && Math.abs(one.expected() - 4) < 1e-12);
    }

    @Test
    void one_start_of_two_is_shared_by_who_waits() {
        // Day 1: one of two starts, of whom one is in each group: E = ½, V = ¼.
        var test = LogRank.of(List.of(
                DayHistogram.ofReached(1),
                new DayHistogram.Builder().add(Outcome.WAITING, 2).build()));

        assertThat(test.groups()).containsExactly(new LogRank.Compared(1, 0.5), new LogRank.Compared(0, 0.5));
        assertThat(test.chiSquared()).isEqualTo(1);
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.p().orElseThrow()).isCloseTo(0.317310507863, within(1e-12));
    }

    @Test
    void where_nothing_can_be_compared_there_is_no_p() {
        var waiting = new DayHistogram.Builder().add(Outcome.WAITING, 9).build();
        for (var groups : List.of(
                List.<DayHistogram>of(),
                List.of(DayHistogram.ofReached(1, 2)),
                List.of(DayHistogram.EMPTY, DayHistogram.EMPTY),
                List.of(waiting, waiting),
                List.of(DayHistogram.EMPTY, DayHistogram.ofReached(3, 4)))) {
            var test = LogRank.of(groups);

            assertThat(test.degrees()).isZero();
            assertThat(test.chiSquared()).isZero();
            assertThat(test.p()).isEmpty();
        }
    }

    @Test
    void groups_that_are_all_started_at_once_tell_nothing() {
        var test = LogRank.of(List.of(DayHistogram.ofReached(4, 4), DayHistogram.ofReached(4)));

        assertThat(test.degrees()).isZero();
        assertThat(test.groups()).containsExactly(new LogRank.Compared(2, 2), new LogRank.Compared(1, 1));
    }

    @Test
    void the_order_of_the_groups_does_not_matter() {
        var a = DayHistogram.ofReached(1, 4, 8, 8, 20);
        var b = DayHistogram.ofReached(2, 9, 15);
        var c = new DayHistogram.Builder()
                .add(Outcome.REACHED, 7, 3)
                .add(Outcome.LEFT, 3, 2)
                .build();

        var test = LogRank.of(List.of(a, b, c));

        assertThat(LogRank.of(List.of(c, a, b)).chiSquared()).isCloseTo(test.chiSquared(), within(1e-12));
        assertThat(LogRank.of(List.of(b, c, a)).chiSquared()).isCloseTo(test.chiSquared(), within(1e-12));
    }
}
