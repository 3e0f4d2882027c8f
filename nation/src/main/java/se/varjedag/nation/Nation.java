package se.varjedag.nation;

import java.util.List;
import se.varjedag.pathway.event.CareEvent;

/// The synthetic Sweden: what happens in it, how many cases it expects, and the units it is made of.
public final class Nation {

    private Nation() {}

    /// Sends every event of the options' years to the sink, in the order they were registered.
    public static void simulate(NationOptions options, EventSink sink) {
        for (var event : List.<CareEvent>of()) {
            sink.accept(event);
        }
    }

    /// The expected new cases by pathway, region of residence and year, for the same options.
    public static List<ExpectedCancer> expectedCases(NationOptions options) {
        return List.of();
    }

    /// Every unit that events name.
    public static List<CareUnit> units() {
        return List.of();
    }
}
