package se.varjedag.pathway.statistics;

/// The regularised incomplete gamma functions: the tails of the Poisson and the chi-squared distribution.
///
/// P(a,x) = xᵃe⁻ˣ/Γ(a+1)·(1 + x/(a+1) + x²/((a+1)(a+2)) + …) where x < a+1, and otherwise Q(a,x) = 1 − P(a,x)
/// = a·xᵃe⁻ˣ/Γ(a+1)·1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …))). Source: NIST Digital Library of Mathematical
/// Functions, 8.7.1 and 8.9.2, the fraction contracted to its even part and evaluated by Lentz's method.
final class IncompleteGamma {

    private static final double TINY = 1e-300;

    private IncompleteGamma() {}

    /// P(a,x), for a > 0.
    static double lower(double a, double x) {
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /// Q(a,x), for a > 0.
    static double upper(double a, double x) {
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (double above = a + 1; term > sum * 1e-17; above++) {
            term *= x / above;
            sum += term;
        }
        return CountChances.poisson(a, x) * sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        double factor = 0;
        for (int i = 1; Math.abs(factor - 1) > 3e-16 && i < 100_000; i++) {
            double numerator = -i * (i - a);
            b += 2;
            d = 1 / nonZero(numerator * d + b);
            c = nonZero(b + numerator / c);
            factor = d * c;
            value *= factor;
        }
        return a * CountChances.poisson(a, x) * value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
