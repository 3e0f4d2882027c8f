package se.varjedag.pathway.statistics;

/// The standard normal distribution, as far as intervals need it.
public final class Normal {

    // The two that every chart and interval asks for; a curve asks at every step.
    private static final double OF_95 = solved(0.95);
    private static final double OF_998 = solved(0.998);

    private Normal() {}

    /// The z for which the standard normal distribution holds `level` between −z and z (1.959964 for 0.95).
    ///
    /// Newton's method on Φ(z) − ½ = φ(z)·(z + z³/3 + z⁵/(3·5) + …), from z = 0 upwards: the function is
    /// concave there, so every step stays below the root. Series: Abramowitz and Stegun, Handbook of
    /// Mathematical Functions (1964), 26.2.11.
    public static double z(double level) {
        if (!(level > 0 && level <= 0.999_999)) {
            throw new IllegalArgumentException(
                    "A level of confidence lies above 0 and at most at 0.999999, not at " + level);
        }
        return level == 0.95 ? OF_95 : level == 0.998 ? OF_998 : solved(level);
    }

    private static double solved(double level) {
        double z = 0;
        for (int step = 0; step < 100; step++) {
            double next = z + (level / 2 - half(z)) / density(z);
            if (Math.abs(next - z) <= 1e-15 * next) {
                return next;
            }
            z = next;
        }
        return z;
    }

    private static double half(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; term > sum * 1e-17; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return density(z) * sum;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
