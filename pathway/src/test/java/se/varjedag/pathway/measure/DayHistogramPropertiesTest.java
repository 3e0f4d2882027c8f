package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import se.varjedag.pathway.measure.DayHistogram.Outcome;

class DayHistogramPropertiesTest {

    record Wait(Outcome outcome, int day) {}

    @Provide
    Arbitrary<List<Wait>> waits() {
        return Combinators.combine(
                        Arbitraries.of(Outcome.class), Arbitraries.integers().between(0, 60))
                .as(Wait::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 300)
    void merging_histograms_gives_the_histogram_of_all(
            @ForAll("waits") List<Wait> one, @ForAll("waits") List<Wait> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);

        assertThat(histogram(one).plus(histogram(other))).isEqualTo(histogram(all));
        assertThat(histogram(other).plus(histogram(one))).isEqualTo(histogram(all));
    }

    @Property(tries = 200)
    void order_never_matters(@ForAll("waits") List<Wait> waits, @ForAll long seed) {
        var shuffled = new ArrayList<>(waits);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(histogram(shuffled)).isEqualTo(histogram(waits));
    }

    @Property(tries = 300)
    void quantiles_are_type_7_of_the_sorted_days(
            @ForAll @NotEmpty @Size(max = 200) List<@IntRange(max = 400) Integer> days,
            @ForAll @DoubleRange(max = 1) double p) {
        var sorted = days.stream().sorted().toList();
        double place = (sorted.size() - 1) * p;
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        double expected = sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);

        var histogram =
                DayHistogram.ofReached(days.stream().mapToInt(Integer::intValue).toArray());

        assertThat(histogram.quantile(p)).hasValueCloseTo(expected, within(1e-9));
        assertThat(histogram.quantiles(p / 2, p, 1))
                .containsExactly(histogram.quantile(p / 2), histogram.quantile(p), histogram.quantile(1));
    }

    @Property(tries = 200)
    void shares_overtime_and_mean_are_those_of_the_days_themselves(
            @ForAll @NotEmpty @Size(max = 200) List<@IntRange(max = 400) Integer> days,
            @ForAll @IntRange(max = 400) int limit) {
        var histogram =
                DayHistogram.ofReached(days.stream().mapToInt(Integer::intValue).toArray());

        assertThat(histogram.within(limit))
                .isEqualTo(days.stream().filter(day -> day <= limit).count());
        assertThat(histogram.overtime(limit))
                .isEqualTo(
                        days.stream().mapToLong(day -> Math.max(0, day - limit)).sum());
        assertThat(histogram.mean())
                .hasValue(days.stream().mapToInt(Integer::intValue).average().orElseThrow());
    }

    @Property(tries = 200)
    void nobody_waiting_and_nobody_left_makes_the_curve_the_plain_share(
            @ForAll @NotEmpty @Size(max = 100) List<@IntRange(max = 60) Integer> days,
            @ForAll @IntRange(max = 70) int day) {
        var histogram =
                DayHistogram.ofReached(days.stream().mapToInt(Integer::intValue).toArray());
        var point = CumulativeIncidence.of(histogram).on(day);
        double share = (double) histogram.within(day) / histogram.n();

        assertThat(point.started()).isCloseTo(share, within(1e-12));
        assertThat(point.variance()).isCloseTo(share * (1 - share) / histogram.n(), within(1e-12));
    }

    private static DayHistogram histogram(List<Wait> waits) {
        var builder = new DayHistogram.Builder();
        waits.forEach(wait -> builder.add(wait.outcome(), wait.day()));
        return builder.build();
    }
}
