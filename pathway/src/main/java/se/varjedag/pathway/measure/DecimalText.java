package se.varjedag.pathway.measure;

import java.math.BigDecimal;
import java.util.List;

/// Numbers as answers write them: the shortest decimal that reads back as the same number, without exponent and
/// without idle zeros.
final class DecimalText {
    /// From here on not every whole number has a double of its own.
    private static final double EVERY_WHOLE = 1L << 53;

    /// Quantiles of whole days often are quarters; below this number they are written exactly as any other.
    private static final int QUARTERS = 4;

    private static final double SHORT = 1_000_000;
    private static final List<String> PARTS = List.of("", ".25", ".5", ".75");

    private DecimalText() {}

    /// Writes a number, which must be finite.
    static void append(double number, StringBuilder to) {
        if (number == (long) number && Math.abs(number) < EVERY_WHOLE) {
            to.append((long) number);
            return;
        }
        long quarters = (long) (number * QUARTERS);
        if (quarters == number * QUARTERS && number > 0 && number < SHORT) {
            to.append(quarters / QUARTERS).append(PARTS.get((int) (quarters % QUARTERS)));
            return;
        }
        var text = Double.toString(number);
        if (text.indexOf('E') < 0) {
            to.append(text);
        } else {
            to.append(new BigDecimal(text).stripTrailingZeros().toPlainString());
        }
    }
}
