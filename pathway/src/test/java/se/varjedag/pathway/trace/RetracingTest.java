package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.Timelines;

/// Tracing the touched persons again must give what tracing everybody gives.
class RetracingTest {

    @Test
    void who_is_silent_becomes_stale_when_others_are_heard_later() {
        var silent =
                Story.of("VC010 2023-01-01 person:a\nVC010 2023-01-01 person:b").traced();
        var later =
                Story.of("VC010 2023-01-01 person:b\nVC050 2023-12-01 person:b").traced();

        var all = silent.with(later, Set.of("b"));

        assertThat(all.state(0)).isEqualTo(State.STALE);
        assertThat(all.state(1)).isEqualTo(State.TREATED);
        assertThat(all.findings().byKind()).containsExactly(Map.entry(Finding.Kind.STALE, 1L));
    }

    @Test
    void who_was_sent_shows_as_not_received_when_others_are_heard_later() {
        var sent = Story.of("""
                VC010 2023-01-01 person:a
                VC090 2023-01-05 person:a
                VC010 2023-01-01 person:b
                VC090 2023-01-05 person:b
                VC010 2023-01-01 person:c
                VC090 2023-01-05 person:c
                """).traced();
        var later =
                Story.of("VC010 2023-01-01 person:b\nVC050 2023-02-01 person:b").traced();

        var all = sent.with(later, Set.of("b"));

        assertThat(sent.findings().total()).isZero();
        assertThat(all.findings().stream().map(finding -> finding.person() + " " + finding.kind()))
                .containsExactly("a SENT_NOT_RECEIVED", "c SENT_NOT_RECEIVED");
    }

    @Test
    void what_was_only_counted_cannot_be_put_together() {
        var counted = new Tracer(Examples.DEFINITIONS)
                .trace(Timelines.of(Story.columns(Story.events("VC010 2023-01-01")), null, null));

        assertThatThrownBy(() -> counted.with(counted, Set.of("p"))).hasMessageContaining("listing");
    }

    @Test
    void who_has_no_events_any_more_has_no_pathways_either() {
        var both =
                Story.of("VC010 2023-01-01 person:a\nVC010 2023-01-02 person:b").traced();
        var nobody = new Tracer(Examples.DEFINITIONS)
                .listingFindings()
                .trace(Timelines.of(Story.columns(List.of()), null, null));

        var all = both.with(nobody, Set.of("b"));

        assertThat(all.timelines().persons()).isEqualTo(1);
        assertThat(all.size()).isEqualTo(1);
        assertThat(LocalDate.ofEpochDay(all.asOf())).isEqualTo("2023-01-01");
    }

    @Test
    void nobody_comes_in_who_was_not_touched() {
        var both =
                Story.of("VC010 2023-01-01 person:a\nVC010 2023-01-02 person:b").traced();

        assertThatThrownBy(() -> both.with(both, Set.of("b"))).hasMessageContaining("not among the 1 persons touched");
    }

    @Test
    void one_day_does_not_take_in_another() {
        var one = Story.of("VC010 2023-01-01", "2023-02-01").traced();
        var other = Story.of("VC010 2023-01-01", "2023-03-01").traced();

        assertThatThrownBy(() -> one.with(other, Set.of("p"))).hasMessageContaining("as of one day");
        assertThatThrownBy(() -> one.timelines().asOf(LocalDate.of(2023, 3, 1)))
                .hasMessageContaining("lack what came after");
    }

    @Test
    void what_different_tracers_found_is_not_put_together() {
        var one = Story.of("VC010 2023-01-01").traced();
        var without = new Tracer(Examples.DEFINITIONS).withoutPoints().trace(one.timelines());

        assertThatThrownBy(() -> one.with(without, Set.of("p"))).hasMessageContaining("same tracer");
    }

    @Test
    void pathways_with_other_points_and_findings_than_before_take_the_place_of_the_old() {
        for (int seed = 1; seed <= 40; seed++) {
            RetracingPropertiesTest.putTogether(seed, 1 + seed % 4);
        }
    }
}
