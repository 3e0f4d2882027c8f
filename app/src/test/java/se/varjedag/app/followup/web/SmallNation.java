package se.varjedag.app.followup.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.ExpectedCases;
import se.varjedag.pathway.trace.Tracer;

/// A small simulated Sweden in memory: what pages are tested on without a server.
public final class SmallNation {

    private static final NationOptions OPTIONS =
            NationOptions.years(2025, 2026, 0.02, 7).withSubprocesses().until(LocalDate.of(2026, 11, 20));

    static final Instant KNOWN_AT = Instant.parse("2026-11-21T13:05:00Z");

    private SmallNation() {}

    public static Basis basis() {
        return of(OPTIONS);
    }

    /// The same with imaging and specimens of patients outside the pathways.
    public static Basis withOutside() {
        return of(OPTIONS.withOutside());
    }

    static Basis of(NationOptions options) {
        var events = EventColumns.builder();
        Nation.simulate(options, events::add);
        var traced = new Tracer(Nation.definitions()).listingFindings().trace(Timelines.of(events.build(), null, null));
        return TracedBasis.of(
                traced,
                Optional.of(ExpectedCases.of(Nation.expectedCases(options))),
                LocalDate.of(2026, 11, 21),
                KNOWN_AT);
    }
}
