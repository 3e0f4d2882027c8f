package se.varjedag.pathway.measure;

import se.varjedag.pathway.statistics.Share;

/// How many had a known limit, how many of them were within it, and by how many days the others went beyond
/// it in all.
public record LimitCount(long withLimit, long within, long overtimeDays) {

    /// Nobody.
    public static final LimitCount NONE = new LimitCount(0, 0, 0);

    /// Both together.
    public LimitCount plus(LimitCount other) {
        return new LimitCount(withLimit + other.withLimit, within + other.within, overtimeDays + other.overtimeDays);
    }

    /// These without others who are all among them.
    LimitCount minus(LimitCount other) {
        return new LimitCount(withLimit - other.withLimit, within - other.within, overtimeDays - other.overtimeDays);
    }

    /// How many are beyond their limit.
    public long over() {
        return withLimit - within;
    }

    /// Those within of those with a limit.
    public Share share() {
        return new Share(within, withLimit);
    }
}
