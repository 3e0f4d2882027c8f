package se.varjedag.pathway.trace;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.Timelines;

/// What must hold for any patients at all.
class TracerPropertiesTest {

    @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
    void the_tracer_agrees_with_the_rules_followed_by_hand(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var asOf = patients.asOf(events);

        assertThat(Lines.of(trace(events, asOf)))
                .describedAs(told(events) + "as of " + asOf)
                .containsExactlyElementsOf(RulesByHand.lines(Examples.DEFINITIONS, events, asOf));
    }

    @Property(tries = 500)
    void the_order_of_rows_never_matters(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var asOf = patients.asOf(events);
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Lines.of(trace(shuffled, asOf))).isEqualTo(Lines.of(trace(events, asOf)));
    }

    @Property(tries = 500)
    void tracing_one_person_alone_equals_tracing_that_person_inside_a_crowd(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var asOf = patients.asOf(events);
        var alone = events.stream().filter(event -> event.person().equals("p1")).toList();

        assertThat(Lines.of(trace(alone, asOf)))
                .isEqualTo(Lines.of(trace(events, asOf)).stream()
                        .filter(line -> line.startsWith("p1 "))
                        .toList());
    }

    @Property(tries = 1000)
    void an_event_after_the_end_never_changes_the_lead_time(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var before = trace(events, LocalDate.of(2030, 1, 1));
        var added = patients.oneMore(events);
        var with = new ArrayList<>(events);
        with.add(added);
        var after = trace(with, LocalDate.of(2030, 1, 1));

        assertThat(ends(after, added)).containsAll(ends(before, added));
    }

    @Property(tries = 300)
    void events_as_known_at_a_moment_give_that_moments_answers(
            @ForAll long seed, @ForAll @IntRange(max = 20) int known) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var asOf = patients.asOf(events);
        var learnt = IntStream.range(0, events.size())
                .mapToObj(i -> events.get(i).learnt(Instant.ofEpochSecond(i)))
                .toList();
        var moment = Instant.ofEpochSecond(known);
        var then = learnt.subList(0, Math.min(known + 1, learnt.size()));

        assertThat(Lines.of(new Tracer(Examples.DEFINITIONS)
                        .listingFindings()
                        .trace(Timelines.of(Story.columns(learnt), moment, asOf))))
                .isEqualTo(Lines.of(trace(then, asOf)));
    }

    @Property(tries = 1000)
    void no_row_is_dropped_without_a_finding(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var traced = trace(patients.some(), LocalDate.of(2030, 1, 1));
        var timelines = traced.timelines();
        var used = new boolean[timelines.rows()];
        for (int i = 0; i < traced.size(); i++) {
            used[traced.startRow(i)] = true;
            if (traced.endRow(i) != TracedPathways.NONE) {
                used[traced.endRow(i)] = true;
            }
            for (int k = traced.pointsFrom(i); k < traced.pointsTo(i); k++) {
                used[traced.pointRow(k)] = true;
            }
        }
        var named = traced.findings().stream()
                .map(f -> f.person() + f.code() + f.day() + f.region() + f.unit())
                .toList();
        for (int row = 0; row < timelines.rows(); row++) {
            var event = person(traced, row)
                    + timelines.codeText(timelines.code(row))
                    + LocalDate.ofEpochDay(timelines.day(row))
                    + timelines.regionText(timelines.region(row))
                    + timelines.unitText(timelines.unit(row));
            assertThat(used[row] || named.contains(event) || transfer(traced, row) || marker(traced, row))
                    .describedAs(event)
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void what_is_found_does_not_depend_on_the_number_of_threads(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int threads) {
        var events = new ArrayList<CareEvent>();
        for (int i = 0; i < 4; i++) {
            for (var event : new RandomPatients(seed + i).some()) {
                events.add(CareEvent.of(i + event.person(), event.code(), event.day())
                        .at(event.region(), event.unit())
                        .of(event.pathway(), event.ref())
                        .named("s", i + event.id()));
            }
        }
        var timelines = Timelines.of(Story.columns(events), null, null);
        var tracer = new Tracer(Examples.DEFINITIONS).listingFindings();

        var alone = tracer.sharing(1, 1).trace(timelines);
        var shared = tracer.sharing(threads, 1).trace(timelines);

        assertThat(inOrder(shared)).isEqualTo(inOrder(alone));
        assertThat(shared.findings().stream())
                .containsExactlyElementsOf(alone.findings().stream().toList());
    }

    @Property(tries = 300)
    void without_points_everything_but_the_points_is_the_same(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var timelines = Timelines.of(Story.columns(events), null, patients.asOf(events));
        var tracer = new Tracer(Examples.DEFINITIONS).listingFindings();

        var with = tracer.trace(timelines);
        var without = tracer.withoutPoints().trace(timelines);

        assertThat(Lines.of(without).stream().map(TracerPropertiesTest::pointless))
                .containsExactlyElementsOf(Lines.of(with).stream()
                        .map(TracerPropertiesTest::pointless)
                        .toList());
        assertThat(IntStream.range(0, without.size()).map(i -> without.pointsTo(i) - without.pointsFrom(i)))
                .allMatch(count -> count == 0);
        assertThat(with.withPoints()).isTrue();
        assertThat(without.withPoints()).isFalse();
    }

    @Property(tries = 300)
    void counting_findings_gives_the_number_of_those_listed(@ForAll long seed) {
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var timelines = Timelines.of(Story.columns(events), null, patients.asOf(events));

        var counted = new Tracer(Examples.DEFINITIONS).trace(timelines).findings();
        var listed = new Tracer(Examples.DEFINITIONS)
                .listingFindings()
                .trace(timelines)
                .findings();

        assertThat(counted.byKind()).isEqualTo(listed.byKind());
        assertThat(counted.total()).isEqualTo(listed.stream().count());
        assertThat(listed.byUnit().values().stream()
                        .flatMap(kinds -> kinds.values().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(listed.total());
    }

    private static TracedPathways trace(List<CareEvent> events, LocalDate asOf) {
        return Story.of(events, asOf).traced();
    }

    private static String told(List<CareEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(CareEvent::person).thenComparing(CareEvent::day))
                .map(e -> "%s %s %s @%s/%s #%s >%s born %s%n"
                        .formatted(e.person(), e.code(), e.day(), e.region(), e.unit(), e.ref(), e.pathway(), e.born()))
                .collect(joining());
    }

    private static List<String> inOrder(TracedPathways traced) {
        return IntStream.range(0, traced.size())
                .mapToObj(i -> Lines.line(traced, i))
                .toList();
    }

    private static String pointless(String line) {
        return line.replaceFirst(" points .*", "");
    }

    /// The ended pathways that ended before the day of the event, each with its lead time.
    private static List<String> ends(TracedPathways traced, CareEvent event) {
        return IntStream.range(0, traced.size())
                .filter(i -> traced.end(i) != TracedPathways.NONE
                        && traced.end(i) < event.day().toEpochDay())
                .mapToObj(i -> traced.timelines().person(traced.person(i)) + traced.definition(i) + traced.start(i)
                        + " " + traced.end(i) + traced.state(i) + traced.treatment(i))
                .toList();
    }

    private static String person(TracedPathways traced, int row) {
        int person = 0;
        while (traced.timelines().to(person) <= row) {
            person++;
        }
        return traced.timelines().person(person);
    }

    private static boolean transfer(TracedPathways traced, int row) {
        return code(traced, row).endsWith("90") || code(traced, row).endsWith("91");
    }

    private static boolean marker(TracedPathways traced, int row) {
        return code(traced, row).equals("EXT");
    }

    private static String code(TracedPathways traced, int row) {
        return traced.timelines().codeText(traced.timelines().code(row));
    }
}
