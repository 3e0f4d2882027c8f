package se.varjedag.pathway.statistics;

/// The building stones of the binomial and the Poisson distribution: one count's probability to full precision,
/// for one patient as for millions.
///
/// The logarithms of the factorials are never subtracted from each other; they would cancel away nine digits
/// for a few million patients. Instead each is Stirling's formula plus its error, and the powers gather in one
/// deviance that is small where the probability is not. Source: Loader, Fast and Accurate Computation of
/// Binomial Probabilities (2000).
final class CountChances {

    private CountChances() {}

    /// C(n,x)·pˣ·qⁿ⁻ˣ, where q is 1 − p.
    static double binomial(long x, long n, double p, double q) {
        if (x < 0 || x > n) {
            return 0;
        }
        if (p == 0 || q == 0) {
            return x == (p == 0 ? 0 : n) ? 1 : 0;
        }
        if (x == 0 || x == n) {
            return Math.exp(n * (x == 0 ? logarithm(q, p) : logarithm(p, q)));
        }
        double counted = x;
        double others = n - x;
        double all = n;
        double exponent = stirlingError(all)
                - stirlingError(counted)
                - stirlingError(others)
                - deviance(counted, all * p)
                - deviance(others, all * q);
        return Math.exp(exponent) * Math.sqrt(all / (2 * Math.PI * counted * others));
    }

    private static double logarithm(double p, double q) {
        return p < q ? Math.log(p) : Math.log1p(-q);
    }

    /// mˣ·e⁻ᵐ/Γ(x+1), for a whole x the Poisson probability of x where m are expected.
    static double poisson(double x, double mean) {
        if (x < 0) {
            return 0;
        }
        if (mean == 0) {
            return x == 0 ? 1 : 0;
        }
        if (x == 0) {
            return Math.exp(-mean);
        }
        return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
    }

    /// ln Γ(x+1) − ((x+½)·ln x − x + ½·ln 2π): how far Stirling's formula for x! is from it, as a logarithm.
    ///
    /// From x to x+1 it loses (x+½)·ln(1+1/x) − 1, as Γ's recurrence says; so it is climbed to 16, where five
    /// terms of Stirling's series are exact to the last digit. Series: Abramowitz and Stegun, Handbook of
    /// Mathematical Functions (1964), 6.1.41.
    static double stirlingError(double x) {
        double climbed = 0;
        double at = x;
        while (at < 16) {
            climbed += (at + 0.5) * Math.log1p(1 / at) - 1;
            at++;
        }
        double square = at * at;
        double series =
                (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square) / square)
                        / at;
        return climbed + series;
    }

    /// x·ln(x/m) + m − x, without cancelling where x is near m: there it is the series of (1+t)·ln(1+t) − t
    /// written in v = (x−m)/(x+m).
    static double deviance(double x, double mean) {
        if (Math.abs(x - mean) >= 0.1 * (x + mean)) {
            return x * Math.log(x / mean) + mean - x;
        }
        double v = (x - mean) / (x + mean);
        double sum = (x - mean) * v;
        double power = 2 * x * v;
        double before;
        int odd = 1;
        do {
            before = sum;
            power *= v * v;
            odd += 2;
            sum += power / odd;
        } while (sum != before);
        return sum;
    }
}
