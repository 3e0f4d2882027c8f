package se.varjedag.eventlog.discover;

import java.math.BigInteger;
import java.util.Arrays;

/// Durations in order, and what is read from them. Kept in microseconds, given in seconds.
///
/// Quantiles are Hyndman–Fan type 7: with h = (n − 1)·p, between the values at ⌊h⌋ and ⌊h⌋ + 1 in proportion to h −
/// ⌊h⌋.
public final class Spread {
    private static final double SECOND = 1_000_000.0;
    private final long[] sorted;

    private Spread(long[] sorted) {
        this.sorted = sorted;
    }

    /// The spread of the first `count` values; at least one is needed.
    public static Spread of(long[] micros, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A spread needs at least one duration");
        }
        var sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return new Spread(sorted);
    }

    public int n() {
        return sorted.length;
    }

    public double min() {
        return sorted[0] / SECOND;
    }

    public double max() {
        return sorted[sorted.length - 1] / SECOND;
    }

    public double median() {
        return quantile(0.5);
    }

    public double quantile(double p) {
        double h = (sorted.length - 1) * p;
        int low = (int) Math.floor(h);
        int high = Math.min(low + 1, sorted.length - 1);
        return (sorted[low] + (h - low) * (sorted[high] - sorted[low])) / SECOND;
    }

    /// The arithmetic mean; the sum is exact.
    public double mean() {
        long sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            long next = sum + sorted[i];
            if (((sum ^ next) & (sorted[i] ^ next)) < 0) {
                return exactMean();
            }
            sum = next;
        }
        return sum / SECOND / sorted.length;
    }

    private double exactMean() {
        var sum = BigInteger.ZERO;
        for (long value : sorted) {
            sum = sum.add(BigInteger.valueOf(value));
        }
        return sum.doubleValue() / SECOND / sorted.length;
    }
}
