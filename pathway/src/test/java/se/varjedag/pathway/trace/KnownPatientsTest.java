package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.Timelines;

/// Patients in whom everything goes wrong, the same in every run: fewer than in [TracerPropertiesTest], and quick.
class KnownPatientsTest {

    @Test
    void the_tracer_agrees_with_the_rules_followed_by_hand() {
        for (int seed = 1; seed <= 200; seed++) {
            var patients = new RandomPatients(seed);
            var events = patients.some();
            var asOf = patients.asOf(events);

            assertThat(Lines.of(Story.of(events, asOf).traced()))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(RulesByHand.lines(Examples.DEFINITIONS, events, asOf));
        }
    }

    @Test
    void without_points_everything_else_is_the_same() {
        for (int seed = 1; seed <= 50; seed++) {
            var events = new RandomPatients(seed).some();
            var timelines = Timelines.of(Story.columns(events), null, LocalDate.of(2030, 1, 1));
            var with = new Tracer(Examples.DEFINITIONS).trace(timelines);
            var without = new Tracer(Examples.DEFINITIONS).withoutPoints().trace(timelines);

            assertThat(without.size()).isEqualTo(with.size());
            for (int i = 0; i < with.size(); i++) {
                assertThat(without.pointsFrom(i)).isEqualTo(without.pointsTo(i));
                assertThat(without.lastHeard(i)).isEqualTo(with.lastHeard(i));
                assertThat(without.extended(i)).isEqualTo(with.extended(i));
                assertThat(without.limit(i)).isEqualTo(with.limit(i));
            }
            assertThat(without.findings().byKind()).isEqualTo(with.findings().byKind());
        }
    }
}
