package se.varjedag.pathway.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;

/// Finds where a tail of a distribution holds a given chance.
final class Tail {

    private Tail() {}

    /// The chance left in each tail outside an interval of this level.
    static double of(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level of confidence lies between 0 and 1, not at " + level);
        }
        return (1 - level) / 2;
    }

    /// The x between `low` and `high` where `rising` is `sought`, by Newton's method, halved where a step would
    /// leave the bracket.
    static double solve(double sought, double low, double high, DoubleUnaryOperator rising, DoubleUnaryOperator slope) {
        double below = low;
        double above = high;
        double x = (low + high) / 2;
        for (int step = 0; step < 200; step++) {
            double missing = sought - rising.applyAsDouble(x);
            if (missing == 0) {
                return x;
            }
            if (missing > 0) {
                below = x;
            } else {
                above = x;
            }
            double next = x + missing / slope.applyAsDouble(x);
            if (!(next > below && next < above)) {
                next = (below + above) / 2;
            }
            if (Math.abs(next - x) <= 2 * Math.ulp(x)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /// r − (F(r) − t)/(F(r) − F(r−1)), with r the smallest of 0 … `most` for which `atMost`, F, is not below
    /// the chance t.
    static double interpolated(long most, LongToDoubleFunction atMost, double tail) {
        long low = 0;
        long high = most;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (atMost.applyAsDouble(middle) < tail) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double reached = atMost.applyAsDouble(low);
        return low - (reached - tail) / (reached - atMost.applyAsDouble(low - 1));
    }
}
