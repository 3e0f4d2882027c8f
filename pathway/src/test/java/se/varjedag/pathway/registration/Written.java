package se.varjedag.pathway.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Patients written as lines, `person code date`, then where it matters the region and `#ref`; and many patients by
/// chance, badly registered.
final class Written {
    private static final List<String> SUFFIXES =
            List.of("10", "10", "10", "25", "35", "50", "50", "52", "54", "58", "70", "74", "76", "90", "91");

    private Written() {}

    static TracedPathways down(String lines, String asOf) {
        var events = lines.lines()
                .filter(line -> !line.isBlank())
                .map(Written::event)
                .toList();
        return traced(events, LocalDate.parse(asOf));
    }

    static TracedPathways byChance(long seed) {
        var random = new Random(seed);
        var events = IntStream.range(0, 400)
                .mapToObj(i -> CareEvent.of(
                                "p" + random.nextInt(60),
                                (random.nextBoolean() ? "VC0" : "VE0") + SUFFIXES.get(random.nextInt(SUFFIXES.size())),
                                LocalDate.of(2023, 1, 1).plusDays(random.nextInt(500)))
                        .at(random.nextBoolean() ? "01" : "14", "u" + random.nextInt(3))
                        .named("s", "e" + i))
                .toList();
        return traced(events, LocalDate.of(2024, 8, 1));
    }

    private static TracedPathways traced(List<CareEvent> events, LocalDate asOf) {
        return new Tracer(Definitions.shipped())
                .listingFindings()
                .trace(Timelines.of(EventColumns.of(events), null, asOf));
    }

    private static CareEvent event(String line) {
        var words = line.strip().split("\\s+");
        return CareEvent.of(words[0], words[1], LocalDate.parse(words[2])).at(words.length > 3 ? words[3] : "01", "u1");
    }
}
