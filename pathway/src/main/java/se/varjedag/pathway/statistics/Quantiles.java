package se.varjedag.pathway.statistics;

import java.util.function.LongToDoubleFunction;

/// Quantiles of sorted figures.
public final class Quantiles {

    private Quantiles() {}

    /// The quantile by Hyndman and Fan's type 7, as R, NumPy and DuckDB's `quantile_cont` give it.
    ///
    /// With the n figures sorted as x₀ … xₙ₋₁, h = (n − 1)·p, k = ⌊h⌋ and g = h − k it is (1 − g)·x₍ₖ₎ +
    /// g·x₍ₖ₊₁₎, calculated in that order, so that it agrees with DuckDB to the last digit. Source: Hyndman
    /// and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996) 361–365.
    ///
    /// @param n      how many figures there are, at least one
    /// @param sorted gives the figure of a rank, from 0
    public static double type7(long n, LongToDoubleFunction sorted, double p) {
        if (n < 1 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("There is no quantile %s of %d figures".formatted(p, n));
        }
        double h = (n - 1) * p;
        long k = (long) h;
        double low = sorted.applyAsDouble(k);
        double high = sorted.applyAsDouble(Math.min(k + 1, n - 1));
        return low * (1 - (h - k)) + high * (h - k);
    }
}
