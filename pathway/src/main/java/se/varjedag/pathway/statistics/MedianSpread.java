package se.varjedag.pathway.statistics;

import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/// How far a median may lie from that of all like it: its standard error, without any shape being assumed.
public final class MedianSpread {
    private MedianSpread() {}

    /// The variance of the median of `n` values; empty for fewer than two.
    ///
    /// With c = (n + 1)/2 − √n, rounded and at least 1, and p the probability that a binomial of n and ½ is
    /// below c, it is ((x₍ₙ₋c₊₁₎ − x₍c₎) / 2z)², where z is the normal quantile of 1 − p. Source: Price and
    /// Bonett, Estimating the variance of the sample median, J. Statist. Comput. Simul. 68 (2001) 295–305; Bonett
    /// and Price, Psychological Methods 7 (2002) 370–383.
    ///
    /// @param inOrder the values in order, the first being number 1
    public static Optional<Double> variance(long n, LongToDoubleFunction inOrder) {
        if (n < 2) {
            return Optional.empty();
        }
        long c = Math.max(1, (long) Math.rint((n + 1) / 2.0 - Math.sqrt((double) n)));
        double width = inOrder.applyAsDouble(n - c + 1) - inOrder.applyAsDouble(c);
        double error = width / (2 * Normal.z(1 - 2 * Binomial.atMost(c - 1, n, 0.5)));
        return Optional.of(error * error);
    }
}
