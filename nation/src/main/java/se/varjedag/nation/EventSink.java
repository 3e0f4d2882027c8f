package se.varjedag.nation;

import se.varjedag.pathway.event.CareEvent;

/// Takes the events of a simulated nation one by one, in the order they were registered.
@FunctionalInterface
public interface EventSink {
    void accept(CareEvent event);
}
