package se.varjedag.pathway.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/// A count with what it is counted per: cases per thousand inhabitants, overtime days per patient, arrivals per
/// week.
///
/// @param count how many
/// @param per   of how much, above 0
public record Rate(long count, double per) {

    public Rate {
        if (count < 0 || !(per > 0 && per < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%d per %s is no rate".formatted(count, per));
        }
    }

    /// How many per one.
    public double value() {
        return count / per;
    }

    /// The exact interval of a rate whose cases come one by one, by [Poisson#garwood].
    public Interval exact(double level) {
        var bounds = Poisson.garwood(count, level);
        return new Interval(bounds.lower() / per, bounds.upper() / per);
    }

    /// This rate in proportion to the other; empty when the other has no case.
    public OptionalDouble ratio(Rate other) {
        return other.count == 0 ? OptionalDouble.empty() : OptionalDouble.of(value() / other.value());
    }

    /// The exact interval of the ratio; empty when neither has a case. Its upper bound is infinite when the
    /// other has none.
    ///
    /// Given both counts together this one is binomial, with the chance π = ρt/(ρt + u) for the ratio ρ of rates
    /// per t and per u; so Clopper and Pearson's bounds of π give ρ = π·u/((1 − π)·t). Source: Przyborowski and
    /// Wilenski, Biometrika 31 (1940) 313–323; R's `poisson.test` of two counts.
    public Optional<Interval> ratio(Rate other, double level) {
        if (count + other.count == 0) {
            return Optional.empty();
        }
        var share = Binomial.clopperPearson(new Share(count, count + other.count), level);
        return Optional.of(new Interval(against(share.lower(), other), against(share.upper(), other)));
    }

    private double against(double share, Rate other) {
        return share / (1 - share) * other.per / per;
    }
}
