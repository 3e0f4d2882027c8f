package se.varjedag.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// So many pathways of the synthetic Sweden: one simulation with imaging and pathology, then the same again under other
/// names. Persons have names as long as the pseudonyms of the database.
final class ManyPathways {
    private static final NationOptions OPTIONS =
            NationOptions.years(2018, 2025, 0.52, 7).withSubprocesses();

    private final Tracer tracer = new Tracer(Nation.definitions()).listingFindings();
    private final List<CareEvent> simulated = simulated();
    private final List<List<CareEvent>> byPerson = List.copyOf(simulated.stream()
            .collect(Collectors.groupingBy(CareEvent::person, LinkedHashMap::new, Collectors.toList()))
            .values());

    /// The pathways: at least so many.
    TracedPathways trace(int atLeast) {
        TracedPathways all = null;
        for (int round = 0; all == null || all.size() < atLeast; round++) {
            var columns = EventColumns.builder();
            var whom = new HashSet<String>();
            for (var event : simulated) {
                var renamed = renamed(event, round);
                columns.add(renamed);
                whom.add(renamed.person());
            }
            all = put(all, tracer.trace(Timelines.of(columns.build(), null, null)), whom);
            System.err.printf(
                    "%,d pathways of %,d events …%n",
                    all.size(), all.timelines().rows());
        }
        return all;
    }

    private static TracedPathways put(@Nullable TracedPathways all, TracedPathways more, Set<String> whom) {
        return all == null ? more : all.with(more, whom);
    }

    /// All events of some persons of the first round: what an import brings of them.
    Import touching(int persons, int after) {
        var columns = EventColumns.builder();
        var whom = new HashSet<String>();
        for (var ofOne : byPerson.subList(
                after % byPerson.size(), Math.min(byPerson.size(), after % byPerson.size() + persons))) {
            for (var event : ofOne) {
                var renamed = renamed(event, 0);
                columns.add(renamed);
                whom.add(renamed.person());
            }
        }
        return new Import(columns.build(), whom);
    }

    /// What an import brings: all events of the persons it touches.
    record Import(EventColumns events, Set<String> whom) {}

    /// What the tracer makes of an import.
    TracedPathways trace(Import one) {
        return tracer.trace(Timelines.of(one.events(), null, null));
    }

    /// The pathways as of another day, traced again.
    TracedPathways asOf(TracedPathways all, java.time.LocalDate day) {
        return tracer.trace(all.timelines().asOf(day));
    }

    private static List<CareEvent> simulated() {
        var events = new ArrayList<CareEvent>();
        Nation.simulate(OPTIONS, event -> {
            if (event.status() == CareEvent.Status.DONE) {
                events.add(event);
            }
        });
        return events;
    }

    private static CareEvent renamed(CareEvent event, int round) {
        var person = UUID.nameUUIDFromBytes((event.person() + '/' + round).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new CareEvent(
                person,
                event.code(),
                event.day(),
                event.unit(),
                event.region(),
                event.homeRegion(),
                event.sex(),
                event.born(),
                event.pathway(),
                "",
                event.id().isEmpty() ? "" : event.id() + '/' + round,
                event.status(),
                null,
                event.ref().isEmpty() ? "" : event.ref() + '/' + round);
    }
}
