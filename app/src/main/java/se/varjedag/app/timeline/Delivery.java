package se.varjedag.app.timeline;

/// What one import run hands to the log: which run it is, and how its rows stand to what the log has.
///
/// @param complete it holds all that its sources have
/// @param newestWins of one event the version that its source learnt last is the current one, in whatever order the
///                   versions come; otherwise the row that comes last (rule 3)
/// @param takenBack events that their source takes back without saying again what they were
public record Delivery(long importRun, boolean complete, boolean newestWins, Iterable<TakenBack> takenBack) {

    /// A delivery whose later rows stand above its earlier ones, and that takes nothing back by name alone.
    public Delivery(long importRun, boolean complete) {
        this(importRun, complete, false, java.util.List.of());
    }
}
