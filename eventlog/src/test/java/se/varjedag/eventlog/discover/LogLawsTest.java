package se.varjedag.eventlog.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.varjedag.pathway.flow.Variants;

class LogLawsTest {
    record Event(int patient, String activity, int minute) {}

    @Property(tries = 300)
    void every_event_but_the_last_of_its_case_begins_one_edge(@ForAll("events") List<Event> events) {
        var log = log(events);

        assertThat(DirectlyFollows.of(log).stream()
                        .mapToInt(DirectlyFollows.Edge::count)
                        .sum())
                .isEqualTo(log.events() - log.cases());
    }

    @Property(tries = 300)
    void the_variants_share_out_all_cases_and_all_events(@ForAll("events") List<Event> events) {
        var log = log(events);
        var variants = Variants.of(log);

        assertThat(variants.stream().mapToInt(Variants.Variant::count).sum()).isEqualTo(log.cases());
        assertThat(variants.stream()
                        .mapToInt(variant -> variant.count() * variant.length())
                        .sum())
                .isEqualTo(log.events());
    }

    @Property(tries = 300)
    void the_edges_are_those_found_along_the_variants(@ForAll("events") List<Event> events) {
        var log = log(events);
        for (var edge : DirectlyFollows.of(log)) {
            int along = 0;
            for (var variant : Variants.of(log)) {
                var steps = variant.activities();
                for (int i = 1; i < steps.size(); i++) {
                    if (steps.get(i - 1).equals(edge.from()) && steps.get(i).equals(edge.to())) {
                        along += variant.count();
                    }
                }
            }
            assertThat(along).as("%s to %s", edge.from(), edge.to()).isEqualTo(edge.count());
        }
    }

    @Property(tries = 300)
    void each_case_begins_once_and_ends_once(@ForAll("events") List<Event> events) {
        var log = log(events);
        for (var kind : Endpoints.Kind.values()) {
            assertThat(Endpoints.of(log).stream()
                            .filter(endpoint -> endpoint.kind() == kind)
                            .mapToInt(Endpoints.Endpoint::count)
                            .sum())
                    .isEqualTo(log.cases());
        }
    }

    @Property(tries = 300)
    void how_the_cases_are_mixed_in_the_file_never_matters(@ForAll("events") List<Event> events) {
        var byCase = new ArrayList<>(events);
        byCase.sort(Comparator.comparingInt(Event::patient).reversed());

        assertThat(counts(Variants.of(log(byCase)))).isEqualTo(counts(Variants.of(log(events))));
        assertThat(Endpoints.of(log(byCase))).isEqualTo(Endpoints.of(log(events)));
    }

    @Property(tries = 300)
    void a_pairing_at_or_after_finds_at_least_what_first_to_first_finds(@ForAll("events") List<Event> events) {
        var log = log(events);
        var first = Between.of(log, "x", "y", Between.Pairing.FIRST);
        var after = Between.of(log, "x", "y", Between.Pairing.AFTER);

        assertThat(after.n()).isGreaterThanOrEqualTo(first.n());
        assertThat(first.n() + first.negative()).isEqualTo(first.casesWithBoth());
        assertThat(after.casesWithBoth()).isEqualTo(first.casesWithBoth());
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of("x", "y", "z"),
                        Arbitraries.integers().between(0, 9))
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static CaseLog log(List<Event> events) {
        var log = CaseLog.builder();
        for (var event : events) {
            log.add(
                    log.caseNamed("p" + event.patient()),
                    event.activity(),
                    new EventTime(event.minute() * 60_000_000L, false));
        }
        return log.build();
    }

    private static List<String> counts(List<Variants.Variant> variants) {
        return variants.stream()
                .map(variant -> variant.count() + " " + variant.text())
                .toList();
    }
}
