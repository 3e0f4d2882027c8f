package se.varjedag.pathway.prognosis;

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
}
