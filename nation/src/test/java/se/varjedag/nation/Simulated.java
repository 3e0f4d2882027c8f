package se.varjedag.nation;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.pathway.event.CareEvent;

/// Small nations for tests, simulated once.
final class Simulated {
    static final NationOptions SMALL = NationOptions.years(2023, 2023, 0.02, 7).withSubprocesses();
    private static final List<CareEvent> EVENTS = events(SMALL);

    private Simulated() {}

    static List<CareEvent> small() {
        return EVENTS;
    }

    static List<CareEvent> events(NationOptions options) {
        var events = new ArrayList<CareEvent>();
        Nation.simulate(options, events::add);
        return events;
    }
}
