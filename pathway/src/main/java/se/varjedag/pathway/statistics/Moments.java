package se.varjedag.pathway.statistics;

import java.util.Optional;

/// How many figures there are, their sum, and the sum of their squares: what a mean and its interval need.
///
/// The intervals lean on the normal distribution; with fewer than [#FEWEST] figures there is none.
public record Moments(long n, long sum, long squares) {

    /// No figures.
    public static final Moments NONE = new Moments(0, 0, 0);

    /// The fewest figures for an interval.
    public static final int FEWEST = 30;

    /// With one figure more.
    public Moments and(long figure) {
        return and(figure, 1);
    }

    /// With the same figure so many times more.
    public Moments and(long figure, long times) {
        return new Moments(n + times, sum + figure * times, squares + figure * figure * times);
    }

    /// The mean; not a number where there are no figures.
    public double mean() {
        return (double) sum / n;
    }

    /// The variance, divided by n − 1.
    public double variance() {
        return Math.max(0, squares - mean() * sum) / (n - 1);
    }

    /// The interval of the sum, had n other figures like these come: sum ± z·√n·s. It is n times the interval of a
    /// mean; the jackknife over the figures gives the same error, and neither needs chance. Empty with too few.
    ///
    /// Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), section 11, for the jackknife.
    public Optional<Interval> sumInterval(double level) {
        if (n < FEWEST) {
            return Optional.empty();
        }
        double reach = Normal.z(level) * Math.sqrt(n * variance());
        return Optional.of(new Interval(sum - reach, sum + reach));
    }

    /// The interval of this mean less the other, two independent groups:
    /// m₁ − m₂ ± z·√(s₁²/n₁ + s₂²/n₂). Empty with too few in either.
    ///
    /// Source: Welch, Biometrika 29 (1938) 350–362, with the normal quantile in place of
    /// Student's, which from 30 on is at most 5 % longer.
    public Optional<Interval> meanLess(Moments other, double level) {
        if (n < FEWEST || other.n < FEWEST) {
            return Optional.empty();
        }
        double value = mean() - other.mean();
        double reach = Normal.z(level) * Math.sqrt(variance() / n + other.variance() / other.n);
        return Optional.of(new Interval(value - reach, value + reach));
    }
}
