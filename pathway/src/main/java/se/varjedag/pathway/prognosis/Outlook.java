package se.varjedag.pathway.prognosis;

import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Normal;

/// How many of those waiting are expected to start within their limit.
///
/// @param waiting those with a known limit who were given a chance
/// @param ahead those of them whose limit still lies ahead
/// @param expected the sum of their chances
/// @param variance of the number that will: Σ p(1 − p), as each is taken to be by itself
public record Outlook(long waiting, long ahead, double expected, double variance) {

    /// Nobody.
    public static final Outlook NONE = new Outlook(0, 0, 0, 0);

    /// With one more.
    public Outlook with(Chance chance) {
        double p = chance.value();
        return new Outlook(waiting + 1, ahead + (chance.daysLeft() > 0 ? 1 : 0), expected + p, variance + p * (1 - p));
    }

    /// Both together.
    public Outlook plus(Outlook other) {
        return new Outlook(
                waiting + other.waiting, ahead + other.ahead, expected + other.expected, variance + other.variance);
    }

    /// Between what the number will probably lie: expected ± z·√variance, by the central limit theorem, and never
    /// below nobody or above everybody whose limit lies ahead.
    public Interval interval(double level) {
        double reach = Normal.z(level) * Math.sqrt(variance);
        return new Interval(Math.max(0, expected - reach), Math.min((double) ahead, expected + reach));
    }
}
