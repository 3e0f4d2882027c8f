package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianSpreadTest {

    /// The right column was computed with R 4 (`pbinom`, `qnorm`) by Price and Bonett's formula over the values
    /// `(1:n * 7919) %% 211`.
    @ParameterizedTest
    @CsvSource({
        "2,5385.91740621302",
        "5,1125.79507830359",
        "10,738.8311929238",
        "16,591.199330479117",
        "17,632.498279818251",
        "25,452.717265822408",
        "49,222.668260952924",
        "100,99.4264974312448",
        "1000,12.3395654447218",
        "20000,0.249715931520091"
    })
    void the_variance_of_a_median_agrees_with_r(int n, double expected) {
        var values =
                LongStream.rangeClosed(1, n).map(i -> i * 7919 % 211).sorted().toArray();

        assertThat(MedianSpread.variance(n, rank -> values[(int) rank - 1]).orElseThrow())
                .isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void one_value_has_no_spread() {
        assertThat(MedianSpread.variance(1, _ -> 7)).isEmpty();
    }
}
