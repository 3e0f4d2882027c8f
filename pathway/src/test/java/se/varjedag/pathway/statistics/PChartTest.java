package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.statistics.XmrChart.Better;
import se.varjedag.pathway.statistics.XmrChart.Group;
import se.varjedag.pathway.statistics.XmrChart.Plan;
import se.varjedag.pathway.statistics.XmrChart.Variation;

class PChartTest {

    private static final Plan PLAN = Plan.of(Better.HIGHER);

    @Test
    void limits_narrow_as_more_are_counted_around_the_share_of_all_together() {
        var chart = PChart.of(List.of(new Share(50, 100), new Share(200, 400)), PLAN);

        assertThat(chart.points()).extracting(XmrChart.Point::mean).containsExactly(0.5, 0.5);
        assertThat(chart.points().getFirst().upper()).isCloseTo(0.65, within(1e-12));
        assertThat(chart.points().getLast().upper()).isCloseTo(0.575, within(1e-12));
        assertThat(chart.points().getLast().lower()).isCloseTo(0.425, within(1e-12));
        assertThat(chart.shares()).containsExactly(new Share(50, 100), new Share(200, 400));
        assertThat(chart.sigmaZ()).containsExactly(1.0);
    }

    @Test
    void limits_are_cut_where_shares_end() {
        var chart = PChart.of(List.of(new Share(9, 10), new Share(1, 10)), PLAN);

        assertThat(chart.points().getFirst().upper()).isCloseTo(0.5 + 0.15 * Math.sqrt(10), within(1e-12));
        assertThat(PChart.of(List.of(new Share(3, 4), new Share(1, 4)), PLAN).points())
                .allMatch(point -> point.lower() == 0 && point.upper() == 1);
    }

    @Test
    void a_share_that_leaps_is_judged_by_its_own_limits() {
        var shares = new ArrayList<>(Collections.nCopies(12, new Share(50, 100)));
        shares.add(new Share(66, 100));

        var chart = PChart.of(shares, PLAN.baseline(12).target(0.3));

        assertThat(chart.variation()).contains(Variation.IMPROVEMENT);
        assertThat(chart.assurance()).contains(XmrChart.Assurance.PASSES);
        assertThat(chart.groups()).containsExactly(new Group(0, 13, 12));
        shares.set(12, new Share(64, 100));
        assertThat(PChart.of(shares, PLAN.baseline(12)).variation()).contains(Variation.COMMON_CAUSE);
        shares.set(12, new Share(33, 50));
        assertThat(PChart.of(shares, PLAN.baseline(12)).variation()).contains(Variation.COMMON_CAUSE);
    }

    @Test
    void laney_s_limits_go_with_the_variation_from_one_to_the_next() {
        // z is 1 and −1 in turn: a moving range of 2, and σz = 2/1.128.
        var shares = new ArrayList<Share>();
        for (int i = 0; i < 14; i++) {
            shares.add(new Share(i % 2 == 0 ? 55 : 45, 100));
        }

        var chart = PChart.laney(shares, PLAN);

        assertThat(chart.sigmaZ().getFirst()).isCloseTo(2 / 1.128, within(1e-12));
        assertThat(chart.points().getFirst().upper()).isCloseTo(0.5 + 0.15 * 2 / 1.128, within(1e-12));
    }

    @Test
    void shares_that_cannot_vary_have_limits_without_width() {
        for (var share : List.of(new Share(0, 5), new Share(5, 5))) {
            var chart = PChart.laney(Collections.nCopies(13, share), PLAN);

            assertThat(chart.points())
                    .allMatch(point ->
                            point.lower() == point.upper() && point.signals().isEmpty());
        }
        assertThat(PChart.laney(List.of(new Share(1, 2)), PLAN).sigmaZ()).containsExactly(1.0);
    }

    @Test
    void a_share_of_nobody_cannot_be_drawn_and_nothing_gives_an_empty_chart() {
        assertThatIllegalArgumentException().isThrownBy(() -> PChart.of(List.of(new Share(0, 0)), PLAN));
        assertThat(PChart.of(List.of(), PLAN).points()).isEmpty();
        assertThat(PChart.of(List.of(), PLAN).groups()).isEmpty();
        assertThat(PChart.of(List.of(), PLAN).variation()).isEmpty();
    }
}
