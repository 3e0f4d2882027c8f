package se.varjedag.pathway.prognosis;

/// How likely one of those who wait is to start within the limit.
///
/// @param value from 0 to 1
/// @param daysLeft days until the limit; 0 or less where it has been reached, and then the chance is 0
/// @param alike how many stood at the same point of the same pathway for as long, whom it was learnt from
public record Chance(double value, int daysLeft, long alike) {
    public Chance {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A chance lies between 0 and 1, not at " + value);
        }
    }
}
