package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.Timelines;

/// Tracing the touched persons again must give what tracing everybody gives, whatever came in.
class RetracingPropertiesTest {
    private static final Tracer TRACER = new Tracer(Examples.DEFINITIONS).listingFindings();

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void tracing_the_touched_again_equals_tracing_everybody(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int deliveries) {
        putTogether(seed, deliveries);
    }

    static void putTogether(long seed, int deliveries) {
        var random = new Random(seed);
        var asOf = random.nextBoolean() ? null : LocalDate.of(2022, 1, 1).plusDays(random.nextInt(800));
        var log = new LinkedHashMap<String, CareEvent>();
        var kept = trace(log.values().stream().toList(), asOf);
        for (int number = 0; number <= deliveries; number++) {
            var touched = deliver(random, log);
            var events = List.copyOf(log.values());
            kept = kept.with(
                    trace(
                            events.stream()
                                    .filter(event -> touched.contains(event.person()))
                                    .toList(),
                            asOf),
                    touched);

            assertSame(kept, trace(events, asOf));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void what_was_put_together_can_be_asked_as_of_any_day(@ForAll long seed) {
        var random = new Random(seed);
        var log = new LinkedHashMap<String, CareEvent>();
        deliver(random, log);
        var before = trace(List.copyOf(log.values()), null);
        var touched = deliver(random, log);
        var events = List.copyOf(log.values());
        var all = before.with(
                trace(
                        events.stream()
                                .filter(event -> touched.contains(event.person()))
                                .toList(),
                        null),
                touched);
        var day = events.isEmpty()
                ? LocalDate.EPOCH
                : events.get(random.nextInt(events.size())).day();

        assertSame(TRACER.trace(all.timelines().asOf(day)), trace(events, day));
    }

    /// New events, corrected ones, some moved to another person and some withdrawn; gives the persons touched.
    private static Set<String> deliver(Random random, LinkedHashMap<String, CareEvent> log) {
        var touched = new HashSet<String>();
        for (int crowd = random.nextInt(3); crowd >= 0; crowd--) {
            var name = "c" + random.nextInt(6);
            for (var event : new RandomPatients(random.nextLong()).some()) {
                if (random.nextInt(3) > 0) {
                    put(random, event, name + event.person(), log, touched);
                }
            }
        }
        for (var id : List.copyOf(log.keySet())) {
            if (random.nextInt(20) == 0) {
                touched.add(log.get(id).person());
                log.remove(id);
            }
        }
        return touched;
    }

    private static void put(
            Random random, CareEvent event, String person, LinkedHashMap<String, CareEvent> log, Set<String> touched) {
        var id = random.nextInt(10) == 0 ? "moving-" + random.nextInt(5) : person + event.id();
        var unit = event.unit().isEmpty() ? "" : event.unit() + random.nextInt(4);
        var old = log.get(id);
        if (old != null) {
            touched.add(old.person());
        }
        touched.add(person);
        var home = random.nextInt(3) == 0 ? "" : "0" + random.nextInt(9);
        var now = new CareEvent(
                person,
                event.code(),
                event.day(),
                unit,
                event.region(),
                home,
                random.nextInt(3) == 0 ? "F" : "",
                event.born(),
                event.pathway(),
                "s",
                id,
                random.nextInt(12) == 0 ? CareEvent.Status.PLANNED : CareEvent.Status.DONE,
                null,
                event.ref());
        log.put(id, now);
    }

    private static TracedPathways trace(List<CareEvent> events, @Nullable LocalDate asOf) {
        return TRACER.trace(Timelines.of(Story.columns(events), null, asOf));
    }

    private static void assertSame(TracedPathways put, TracedPathways whole) {
        assertThat(put.asOf()).isEqualTo(whole.asOf());
        assertThat(persons(put.timelines())).isEqualTo(persons(whole.timelines()));
        assertThat(put.timelines().bookings().all())
                .containsExactlyElementsOf(whole.timelines().bookings().all());
        assertThat(pathways(put)).isEqualTo(pathways(whole));
        assertThat(put.findings().stream())
                .containsExactlyElementsOf(whole.findings().stream().toList());
        assertThat(put.findings().byKind()).isEqualTo(whole.findings().byKind());
        assertThat(put.findings().byUnit()).isEqualTo(whole.findings().byUnit());
    }

    private static List<List<Object>> pathways(TracedPathways traced) {
        return IntStream.range(0, traced.size())
                .mapToObj(i -> List.<Object>of(
                        Lines.line(traced, i),
                        traced.person(i),
                        traced.startRow(i),
                        traced.endRow(i),
                        traced.pointsFrom(i),
                        traced.pointsTo(i),
                        traced.treatmentOrdinal(i),
                        IntStream.range(traced.pointsFrom(i), traced.pointsTo(i))
                                .mapToObj(k -> traced.pointRow(k))
                                .toList()))
                .toList();
    }

    private static List<List<Object>> persons(Timelines timelines) {
        var persons = new ArrayList<List<Object>>();
        for (int p = 0; p < timelines.persons(); p++) {
            persons.add(List.of(
                    timelines.person(p),
                    timelines.regionText(timelines.homeRegion(p)),
                    timelines.sex(p),
                    timelines.born(p),
                    IntStream.range(timelines.from(p), timelines.to(p))
                            .mapToObj(row -> LocalDate.ofEpochDay(timelines.day(row)) + " "
                                    + timelines.codeText(timelines.code(row)) + " "
                                    + timelines.regionText(timelines.region(row)) + "/"
                                    + timelines.unitText(timelines.unit(row)) + " "
                                    + timelines.refText(timelines.ref(row)) + " "
                                    + timelines.pathwayText(timelines.pathway(row)))
                            .toList()));
        }
        return persons;
    }
}
