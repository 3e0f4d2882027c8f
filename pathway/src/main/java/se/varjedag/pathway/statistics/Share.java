package se.varjedag.pathway.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/// A share with its numerator and denominator, which it never leaves behind.
public record Share(long numerator, long denominator) {
    public Share {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(numerator, denominator));
        }
    }

    /// The share of both groups together.
    public Share plus(Share other) {
        return new Share(numerator + other.numerator, denominator + other.denominator);
    }

    /// The share as a number from 0 to 1; empty when nobody is in the denominator.
    public OptionalDouble value() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /// Wilson's score interval; empty when nobody is in the denominator.
    ///
    /// With p = numerator/n it is (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It never leaves 0 to 1
    /// and holds its level also for small n. Source: Wilson, Probable inference, the law of succession, and
    /// statistical inference, JASA 22 (1927) 209–212; without correction for continuity, method 3 in
    /// Newcombe, Statistics in Medicine 17 (1998) 857–872.
    public Optional<Interval> wilson(double level) {
        double z = Normal.z(level);
        if (denominator == 0) {
            return Optional.empty();
        }
        double n = denominator;
        double p = numerator / n;
        double middle = p + z * z / (2 * n);
        double reach = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double whole = 1 + z * z / n;
        // At the ends the formula gives exactly 0 and 1; the arithmetic of doubles would miss them by a hair.
        double lower = numerator == 0 ? 0 : (middle - reach) / whole;
        double upper = numerator == denominator ? 1 : (middle + reach) / whole;
        return Optional.of(new Interval(lower, upper));
    }

    /// The interval of this share less the other, two independent groups; empty when either has nobody in the
    /// denominator.
    ///
    /// With d = p₁ − p₂ and Wilson's bounds l and u of each it is d − √((p₁−l₁)² + (u₂−p₂)²) to d +
    /// √((u₁−p₁)² + (p₂−l₂)²). Source: Newcombe, Interval estimation for the difference between independent
    /// proportions, Statistics in Medicine 17 (1998) 873–890, method 10.
    public Optional<Interval> less(Share other, double level) {
        var mine = wilson(level);
        var theirs = other.wilson(level);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        double p1 = (double) numerator / denominator;
        double p2 = (double) other.numerator / other.denominator;
        double down = Math.hypot(p1 - mine.get().lower(), theirs.get().upper() - p2);
        double up = Math.hypot(mine.get().upper() - p1, p2 - theirs.get().lower());
        return Optional.of(new Interval(p1 - p2 - down, p1 - p2 + up));
    }
}
