package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.varjedag.pathway.statistics.XmrChart.Better.HIGHER;
import static se.varjedag.pathway.statistics.XmrChart.Better.LOWER;
import static se.varjedag.pathway.statistics.XmrChart.Better.NEITHER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.statistics.XmrChart.Assurance;
import se.varjedag.pathway.statistics.XmrChart.Plan;
import se.varjedag.pathway.statistics.XmrChart.Signal;
import se.varjedag.pathway.statistics.XmrChart.Variation;

/// The rules of Making Data Count. The figures are made so that mean and limits can be found by head: a fixed
/// baseline that swings between 9 and 11 has mean 10, an average moving range of 2, and limits 5.32 away; two
/// thirds of that is 3.5467.
class XmrChartTest {

    private static final int SWING = 14;

    private static XmrChart afterSwing(XmrChart.Better better, double... values) {
        return XmrChart.of(swingAnd(values), Plan.of(better).baseline(SWING));
    }

    private static List<Double> swingAnd(double... values) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < SWING; i++) {
            all.add(i % 2 == 0 ? 9.0 : 11.0);
        }
        Arrays.stream(values).forEach(all::add);
        return all;
    }

    private static List<Set<Signal>> signals(XmrChart chart) {
        return chart.points().stream().skip(SWING).map(XmrChart.Point::signals).toList();
    }

    @Test
    void limits_lie_2_66_average_moving_ranges_from_the_mean() {
        var point = afterSwing(HIGHER).points().getFirst();

        assertThat(point.mean()).isEqualTo(10);
        assertThat(point.upper()).isCloseTo(15.32, within(1e-12));
        assertThat(point.lower()).isCloseTo(4.68, within(1e-12));
    }

    @Test
    void a_baseline_fixes_mean_and_limits_and_without_it_all_points_make_them() {
        var values = swingAnd(20, 20, 20, 20);

        assertThat(XmrChart.of(values, Plan.of(HIGHER).baseline(SWING))
                        .points()
                        .getLast()
                        .mean())
                .isEqualTo(10);
        assertThat(XmrChart.of(values, Plan.of(HIGHER)).points().getLast().mean())
                .isCloseTo(220.0 / 18, within(1e-12));
    }

    @Test
    void a_point_outside_the_limits_is_a_signal_one_on_them_is_not() {
        assertThat(signals(afterSwing(HIGHER, 15.33, 4.67)))
                .containsExactly(Set.of(Signal.ABOVE_LIMIT), Set.of(Signal.BELOW_LIMIT));
        assertThat(signals(XmrChart.of(swingAnd(15.31, 4.69), Plan.of(HIGHER).baseline(SWING))))
                .containsExactly(Set.of(), Set.of());
        var flat = new ArrayList<>(java.util.Collections.nCopies(13, 5.0));
        assertThat(XmrChart.of(flat, Plan.of(HIGHER)).points())
                .allMatch(point -> point.signals().isEmpty());
    }

    @Test
    void seven_in_a_row_on_one_side_of_the_mean_are_a_signal_all_of_them() {
        var seven = signals(afterSwing(HIGHER, 9.5, 10.5, 10.6, 10.5, 10.6, 10.5, 10.6, 10.5, 9.5));

        assertThat(seven.subList(1, 8)).allMatch(found -> found.equals(Set.of(Signal.SEVEN_ABOVE)));
        assertThat(seven.getFirst()).isEmpty();
        assertThat(seven.getLast()).isEmpty();
        var below = signals(afterSwing(HIGHER, 10.5, 9.5, 9.4, 9.5, 9.4, 9.5, 9.4, 9.5));
        assertThat(below.subList(1, 8)).allMatch(found -> found.equals(Set.of(Signal.SEVEN_BELOW)));
    }

    @Test
    void six_in_a_row_are_none_and_a_point_on_the_mean_breaks_the_row() {
        assertThat(signals(afterSwing(HIGHER, 9.5, 10.5, 10.6, 10.5, 10.6, 10.5, 10.6)))
                .allMatch(Set::isEmpty);
        assertThat(signals(afterSwing(HIGHER, 9.5, 10.5, 10.6, 10.5, 10.0, 10.6, 10.5, 10.6, 10.5)))
                .allMatch(Set::isEmpty);
        assertThat(signals(afterSwing(HIGHER, 9.5, 10, 10, 10, 10, 10, 10, 10, 10)))
                .allMatch(Set::isEmpty);
    }

    @Test
    void seven_that_rise_or_fall_each_time_are_a_signal_all_of_them() {
        var rising = signals(afterSwing(HIGHER, 12, 9.4, 9.5, 9.6, 9.7, 10.1, 10.2, 10.3, 9));
        assertThat(rising.subList(1, 8)).allMatch(found -> found.equals(Set.of(Signal.SEVEN_RISING)));
        assertThat(rising.getFirst()).isEmpty();
        assertThat(rising.getLast()).isEmpty();

        var falling = signals(afterSwing(HIGHER, 9.4, 10.5, 10.4, 10.3, 10.2, 9.7, 9.6, 9.5));
        assertThat(falling.subList(1, 8)).allMatch(found -> found.equals(Set.of(Signal.SEVEN_FALLING)));
        assertThat(falling.getFirst()).isEmpty();
    }

    @Test
    void six_that_rise_are_none_and_two_alike_break_the_row() {
        assertThat(signals(afterSwing(HIGHER, 9.4, 9.5, 9.6, 10.1, 10.2, 10.3, 9)))
                .allMatch(Set::isEmpty);
        assertThat(signals(afterSwing(HIGHER, 9.4, 9.5, 9.6, 9.6, 10.1, 10.2, 10.3, 9)))
                .allMatch(Set::isEmpty);
    }

    @Test
    void two_of_three_between_two_thirds_and_the_limit_on_one_side_are_a_signal_those_two() {
        assertThat(signals(afterSwing(HIGHER, 14, 9, 14, 9)))
                .containsExactly(
                        Set.of(Signal.TWO_OF_THREE_HIGH), Set.of(), Set.of(Signal.TWO_OF_THREE_HIGH), Set.of());
        assertThat(signals(afterSwing(HIGHER, 11, 6, 6, 11)))
                .containsExactly(Set.of(), Set.of(Signal.TWO_OF_THREE_LOW), Set.of(Signal.TWO_OF_THREE_LOW), Set.of());
    }

    @Test
    void two_of_three_is_none_on_different_sides_too_near_too_far_apart_or_beyond_the_limit() {
        assertThat(signals(afterSwing(HIGHER, 14, 6, 9))).allMatch(Set::isEmpty);
        assertThat(signals(afterSwing(HIGHER, 13.5, 9, 13.5))).allMatch(Set::isEmpty);
        assertThat(signals(afterSwing(HIGHER, 14, 9, 9, 14))).allMatch(Set::isEmpty);
        assertThat(signals(afterSwing(HIGHER, 14, 9, 16)))
                .containsExactly(Set.of(), Set.of(), Set.of(Signal.ABOVE_LIMIT));
    }

    @Test
    void large_moving_ranges_are_screened_out_of_their_average_if_asked() {
        var jump = new ArrayList<>(swingAnd());
        jump.set(7, 111.0);
        double unscreened = (11 * 2 + 102 + 102) / 13.0;

        assertThat(XmrChart.of(jump, Plan.of(HIGHER).unscreened())
                        .points()
                        .getFirst()
                        .upper())
                .isCloseTo(240.0 / 14 + 2.66 * unscreened, within(1e-9));
        assertThat(XmrChart.of(jump, Plan.of(HIGHER)).points().getFirst().upper())
                .isCloseTo(240.0 / 14 + 2.66 * 2, within(1e-9));
    }

    @Test
    void the_way_that_is_better_decides_what_a_signal_means() {
        assertThat(afterSwing(HIGHER, 16).variation()).contains(Variation.IMPROVEMENT);
        assertThat(afterSwing(HIGHER, 4).variation()).contains(Variation.CONCERN);
        assertThat(afterSwing(LOWER, 16).variation()).contains(Variation.CONCERN);
        assertThat(afterSwing(LOWER, 4).variation()).contains(Variation.IMPROVEMENT);
        assertThat(afterSwing(NEITHER, 16).variation()).contains(Variation.HIGHER);
        assertThat(afterSwing(NEITHER, 4).variation()).contains(Variation.LOWER);
        assertThat(afterSwing(HIGHER, 10).variation()).contains(Variation.COMMON_CAUSE);
    }

    @Test
    void signals_both_ways_are_shown_as_an_improvement() {
        double[] fallingHigh = {12.7, 12.6, 12.5, 12.4, 12.3, 12.2, 12.1};

        var point = afterSwing(HIGHER, fallingHigh).points().getLast();

        assertThat(point.signals()).containsExactlyInAnyOrder(Signal.SEVEN_ABOVE, Signal.SEVEN_FALLING);
        assertThat(point.variation()).isEqualTo(Variation.IMPROVEMENT);
        assertThat(point.conflicting()).isTrue();
        assertThat(afterSwing(LOWER, fallingHigh).variation()).contains(Variation.IMPROVEMENT);
        assertThat(afterSwing(HIGHER, 16, 4, 10).points()).noneMatch(XmrChart.Point::conflicting);
    }

    @Test
    void groups_tell_where_they_begin_and_end_and_what_makes_their_limits() {
        var chart =
                XmrChart.of(swingAnd(20, 20, 20), Plan.of(HIGHER).baseline(12).rebaseAt(SWING));

        assertThat(chart.groups())
                .containsExactly(new XmrChart.Group(0, SWING, 12), new XmrChart.Group(SWING, SWING + 3, 3));
        assertThat(chart.groups()).extracting(XmrChart.Group::judged).containsExactly(true, false);
        assertThat(XmrChart.of(swingAnd(), Plan.of(HIGHER).baseline(99)).groups())
                .containsExactly(new XmrChart.Group(0, SWING, SWING));
        assertThat(XmrChart.of(List.of(), Plan.of(HIGHER)).groups()).isEmpty();
    }

    @Test
    void a_target_beyond_the_limits_is_passed_or_failed_and_one_between_them_hit_or_missed() {
        assertThat(assurance(HIGHER, 4)).isEqualTo(Assurance.PASSES);
        assertThat(assurance(HIGHER, 16)).isEqualTo(Assurance.FAILS);
        assertThat(assurance(LOWER, 4)).isEqualTo(Assurance.FAILS);
        assertThat(assurance(LOWER, 16)).isEqualTo(Assurance.PASSES);
        assertThat(assurance(HIGHER, 15)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(assurance(HIGHER, 5)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(afterSwing(HIGHER).assurance()).isEmpty();
        assertThat(XmrChart.of(swingAnd(), Plan.of(NEITHER).target(4)).assurance())
                .isEmpty();
    }

    private static Assurance assurance(XmrChart.Better better, double target) {
        return XmrChart.of(swingAnd(), Plan.of(better).baseline(SWING).target(target))
                .assurance()
                .orElseThrow();
    }

    @Test
    void a_target_on_a_limit_is_hit_or_missed() {
        var flat = java.util.Collections.nCopies(13, 5.0);

        assertThat(XmrChart.of(flat, Plan.of(HIGHER).target(5)).assurance()).contains(Assurance.HIT_OR_MISS);
    }

    @Test
    void fewer_than_13_points_get_no_marks_and_no_verdict() {
        var twelve = new ArrayList<Double>();
        for (int i = 0; i < 12; i++) {
            twelve.add((double) i);
        }
        var few = XmrChart.of(twelve, Plan.of(HIGHER).target(100));
        assertThat(few.points()).hasSize(12).allMatch(point -> point.variation() == Variation.COMMON_CAUSE);
        assertThat(few.variation()).isEmpty();
        assertThat(few.assurance()).isEmpty();

        twelve.add(12.0);
        var enough = XmrChart.of(twelve, Plan.of(HIGHER).target(100));
        assertThat(enough.points()).allMatch(point -> point.signals().contains(Signal.SEVEN_RISING));
        assertThat(enough.variation()).contains(Variation.IMPROVEMENT);
        assertThat(enough.assurance()).contains(Assurance.FAILS);
    }

    @Test
    void a_new_group_has_its_own_mean_limits_and_rows_and_the_latest_is_judged() {
        var values = new ArrayList<>(swingAnd());
        values.addAll(values.stream().map(value -> value + 20).toList());
        var chart = XmrChart.of(values, Plan.of(HIGHER).rebaseAt(SWING).target(20));

        assertThat(chart.points().get(SWING - 1).mean()).isEqualTo(10);
        assertThat(chart.points().get(SWING).mean()).isEqualTo(30);
        assertThat(chart.points()).allMatch(point -> point.signals().isEmpty());
        assertThat(chart.assurance()).contains(Assurance.PASSES);
        assertThat(XmrChart.of(
                                values.subList(0, 20),
                                Plan.of(HIGHER).rebaseAt(SWING).target(20))
                        .variation())
                .isEmpty();
        values.set(SWING, 36.0);
        values.set(SWING + 1, 31.0);
        assertThat(XmrChart.of(values, Plan.of(HIGHER).baseline(2).rebaseAt(SWING))
                        .points()
                        .getLast()
                        .mean())
                .isEqualTo(30.5);
    }

    @Test
    void what_cannot_be_drawn_is_refused_and_nothing_gives_an_empty_chart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(HIGHER).baseline(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmrChart.of(swingAnd(), Plan.of(HIGHER).rebaseAt(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmrChart.of(swingAnd(), Plan.of(HIGHER).rebaseAt(SWING)));
        assertThat(XmrChart.of(swingAnd(), Plan.of(HIGHER).rebaseAt(SWING - 1)).points())
                .hasSize(SWING);
        assertThat(XmrChart.of(List.of(), Plan.of(HIGHER)).points()).isEmpty();
        assertThat(XmrChart.of(List.of(), Plan.of(HIGHER)).variation()).isEmpty();
        assertThat(XmrChart.of(List.of(1.0), Plan.of(HIGHER).baseline(2))
                        .points()
                        .getFirst()
                        .upper())
                .isEqualTo(1);
    }
}
