package se.varjedag.pathway.statistics;

/// How many of n it will be when each has the same chance, exactly.
///
/// Tails are sums of single probabilities from the tail's own edge outwards, so that a chance of one in a
/// million has as many correct digits as one of a half.
public final class Binomial {

    private Binomial() {}

    /// The chance of exactly `count` of `n` when each has the chance `p`.
    public static double exactly(long count, long n, double p) {
        require(n, p);
        return CountChances.binomial(count, n, p, 1 - p);
    }

    /// The chance of at most `count` of `n` when each has the chance `p`.
    public static double atMost(long count, long n, double p) {
        require(n, p);
        return tail(count, n, p, 1 - p);
    }

    /// The chance of at least `count` of `n` when each has the chance `p`.
    public static double atLeast(long count, long n, double p) {
        require(n, p);
        return tail(n - count, n, 1 - p, p);
    }

    /// The exact interval of a share, with at most (1−level)/2 of chance in either tail.
    ///
    /// Its lower bound is the p for which at least this numerator has the chance (1−level)/2, its upper the p
    /// for which at most this numerator has it. Source: Clopper and Pearson, The use of confidence or fiducial
    /// limits illustrated in the case of the binomial, Biometrika 26 (1934) 404–413.
    public static Interval clopperPearson(Share share, double level) {
        long x = share.numerator();
        long n = share.denominator();
        if (n == 0) {
            throw new IllegalArgumentException("A share of nobody has no interval");
        }
        return new Interval(clopperPearsonLower(x, n, level), 1 - clopperPearsonLower(n - x, n, level));
    }

    /// The limits within which the share of `n` varies by chance where each has the chance `target`, with less
    /// than (1−level)/2 of chance beyond either: the lines of a funnel.
    ///
    /// Lower: (r − α)/n, with r the smallest count whose chance "at most r" F(r) is not below t = (1−level)/2,
    /// and α = (F(r) − t)/(F(r) − F(r−1)), so that the line runs smoothly over n. Upper: the same for those who
    /// are not counted, seen from the other end; never below 0 or above 1. Source of the interpolation:
    /// Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005)
    /// 1185–1202, appendix. There the upper line is found from below too and so lies one patient lower, whence
    /// 30 of 30 lie outside 99.8 % at a target of 80 % though chance gives that more often than one time in a
    /// thousand. Each end by its own tail is the first of the three ways compared by Manktelow and Seaton, PLoS
    /// ONE 7 (2012) e45723; a point is outside just when its tail's chance is below t.
    public static Interval limits(long n, double target, double level) {
        require(n, target);
        if (n == 0) {
            throw new IllegalArgumentException("The share of nobody has no limits");
        }
        double tail = Tail.of(level);
        return new Interval(
                Math.max(0, lowerLimit(n, target, tail) / n), Math.min(1, 1 - lowerLimit(n, 1 - target, tail) / n));
    }

    private static double lowerLimit(long n, double p, double tail) {
        return Tail.interpolated(n, count -> atMost(count, n, p), tail);
    }

    private static double clopperPearsonLower(long x, long n, double level) {
        double tail = Tail.of(level);
        return x == 0
                ? 0
                : Tail.solve(
                        tail,
                        0,
                        (double) x / n,
                        p -> atLeast(x, n, p),
                        p -> n * CountChances.binomial(x - 1, n - 1, p, 1 - p));
    }

    // Both p and q = 1 − p are handed on, so that the smaller of them keeps all its digits.
    private static double tail(long count, long n, double p, double q) {
        if (count < 0) {
            return 0;
        }
        return count >= n ? 1 : count <= n * p ? summed(count, n, p, q) : 1 - summed(n - count - 1, n, q, p);
    }

    private static double summed(long count, long n, double p, double q) {
        double term = CountChances.binomial(count, n, p, q);
        double odds = q / p;
        double sum = 0;
        for (long k = count; k >= 0 && term > sum * 1e-18; k--) {
            sum += term;
            term *= k * odds / (n - k + 1);
        }
        return sum;
    }

    private static void require(long n, double p) {
        if (n < 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("There is no chance of %s for %d".formatted(p, n));
        }
    }
}
