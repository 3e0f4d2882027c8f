package se.varjedag.pathway.statistics;

/// The chi-squared distribution, as far as tests need it.
public final class ChiSquared {

    private ChiSquared() {}

    /// The chance of at least `value` with so many degrees of freedom: Q(degrees/2, value/2). Source: Abramowitz
    /// and Stegun, Handbook of Mathematical Functions (1964), 26.4.19.
    public static double atLeast(double value, int degrees) {
        if (degrees < 1 || !(value >= 0)) {
            throw new IllegalArgumentException("No chi-squared %s on %d degrees".formatted(value, degrees));
        }
        return IncompleteGamma.upper(degrees / 2.0, value / 2);
    }
}
