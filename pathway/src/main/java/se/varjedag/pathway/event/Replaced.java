package se.varjedag.pathway.event;

import java.util.List;

/// Timelines in which some persons stand as they are now, and where each stretch of persons came from, in order.
public record Replaced(Timelines timelines, List<Stretch> stretches) {
    public Replaced {
        stretches = List.copyOf(stretches);
    }
}
