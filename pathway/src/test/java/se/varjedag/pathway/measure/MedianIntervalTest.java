package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

    @Test
    void nobody_has_no_median() {
        assertThat(MedianInterval.of(DayHistogram.EMPTY, 0.95)).isEmpty();
    }

    @Test
    void the_bounds_are_the_days_at_wilsons_interval_about_one_half() {
        // 100 patients on days 0 to 99: 1/2 ± 1.959964 / 2√(100 + 3.841459) = 0.5 ± 0.096169, times 99.
        var days = DayHistogram.ofReached(IntStream.range(0, 100).toArray());
        var interval = MedianInterval.of(days, 0.95).orElseThrow();

        assertThat(interval.lower()).isCloseTo(39.97929, within(1e-4));
        assertThat(interval.upper()).isCloseTo(59.02071, within(1e-4));
    }

    @Test
    void the_interval_holds_the_true_median_about_as_often_as_it_says() {
        var random = new Random(7);
        int held = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            // Whole days from 0 to 100, each as likely: the median is 50.
            var days = random.ints(80, 0, 101).toArray();
            var interval = MedianInterval.of(DayHistogram.ofReached(days), 0.95).orElseThrow();
            held += interval.lower() <= 50 && interval.upper() >= 50 ? 1 : 0;
        }
        assertThat(held).isBetween(1_850, 1_980);
    }
}
