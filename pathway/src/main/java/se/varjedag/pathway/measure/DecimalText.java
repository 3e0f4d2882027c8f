package se.varjedag.pathway.measure;

import java.math.BigDecimal;

/// Numbers as answers write them: the shortest decimal that reads back as the same number, without exponent and
/// without idle zeros.
final class DecimalText {
    /// From here on not every whole number has a double of its own.
    private static final double EVERY_WHOLE = 1L << 53;

    /// Quantiles of whole days, and means of few, often have two decimals at most. Below [#FEW] such a number is the
    /// only one of so few digits that reads back as the same double, and so the shortest.
    private static final int HUNDREDTHS = 100;

    private static final double FEW = 1e9;

    /// Between these Java itself writes a double without exponent; the number is no whole one here, so no zero is idle.
    private static final double PLAIN_FROM = 1e-3;

    private static final double PLAIN_BELOW = 1e7;

    private DecimalText() {}

    /// Writes a number, which must be finite.
    static void append(double number, StringBuilder to) {
        if (number == (long) number && Math.abs(number) < EVERY_WHOLE) {
            to.append((long) number);
            return;
        }
        long hundredths = (long) (number * HUNDREDTHS + 0.5);
        if (number > 0 && number < FEW && (double) hundredths / HUNDREDTHS == number) {
            appendHundredths(hundredths, to);
            return;
        }
        double size = Math.abs(number);
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            to.append(number);
        } else {
            to.append(
                    new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString());
        }
    }

    /// Writes a number that is not whole.
    private static void appendHundredths(long hundredths, StringBuilder to) {
        int decimals = (int) (hundredths % HUNDREDTHS);
        to.append(hundredths / HUNDREDTHS).append('.').append((char) ('0' + decimals / 10));
        if (decimals % 10 != 0) {
            to.append((char) ('0' + decimals % 10));
        }
    }
}
