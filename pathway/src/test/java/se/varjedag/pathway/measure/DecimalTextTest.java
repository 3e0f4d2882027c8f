package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every number is written as `BigDecimal` would write it.
class DecimalTextTest {

    private static void assertSameText(double number) {
        var text = new StringBuilder();
        DecimalText.append(number, text);
        assertThat(text)
                .hasToString(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    @Property
    void any_finite_number_is_written_as_the_shortest_decimal(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        if (Double.isFinite(number)) {
            assertSameText(number);
        }
    }

    @Property
    void shares_and_means_are_written_as_the_shortest_decimal(
            @ForAll @LongRange(max = 10_000_000_000L) long sum, @ForAll @IntRange(min = 1, max = 100_000) int n) {
        assertSameText((double) sum / n);
        assertSameText((double) n / (sum + 1));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.0, -0.0, 1, -1, 0.5, 1e7, 12_345_678.5, 0.001, 0.00099, 9.007199254740991E15, 1.0E16, 1e-300})
    void edges_are_written_as_the_shortest_decimal(double number) {
        assertSameText(number);
    }
}
