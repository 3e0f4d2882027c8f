package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.Timelines;

/// Persons shared among threads, each range with passed-over starts so that the ranges have to be closed up.
class RangesTest {

    private static final String PERSONS = """
            VC010 2023-01-01 person:a
            VC010 2023-01-02 person:a
            VC025 2023-01-03 person:a
            VC025 2024-01-03 person:a
            VC050 2023-02-01 person:a
            VE010 2023-01-01 person:b
            VE010 2023-01-04 person:b
            VE035 2022-01-05 person:b
            VP810 2023-01-01 person:c
            VP878 2023-01-09 person:c
            VC010 2023-02-01 @14/x person:d
            VC025 2023-02-03 person:d
            """;
    private static final Timelines TIMELINES =
            Timelines.of(Story.columns(Story.events(PERSONS)), null, LocalDate.of(2023, 3, 1));

    @Test
    void ranges_of_persons_are_put_together_in_order() {
        var alone = new Tracer(Examples.DEFINITIONS).sharing(1, 1).trace(TIMELINES);
        var shared = new Tracer(Examples.DEFINITIONS).sharing(4, 1).trace(TIMELINES);

        assertThat(lines(alone)).hasSize(4).isEqualTo(lines(shared));
        assertThat(IntStream.range(0, 4).map(shared::person)).containsExactly(0, 1, 2, 3);
        assertThat(IntStream.range(0, 4).map(i -> shared.pointsTo(i) - shared.pointsFrom(i)))
                .containsExactly(3, 1, 2, 2);
        assertThat(shared.findings().byKind()).isEqualTo(alone.findings().byKind());
        assertThat(shared.asOf()).isEqualTo((int) LocalDate.of(2023, 3, 1).toEpochDay());
    }

    @Test
    void rows_lead_back_to_the_events() {
        var traced = new Tracer(Examples.DEFINITIONS).sharing(3, 1).trace(TIMELINES);

        assertThat(TIMELINES.codeText(TIMELINES.code(traced.startRow(3)))).isEqualTo("VC010");
        assertThat(TIMELINES.from(3)).isEqualTo(traced.startRow(3));
        assertThat(TIMELINES.codeText(TIMELINES.code(traced.endRow(2)))).isEqualTo("VP878");
        assertThat(traced.endRow(3)).isEqualTo(TracedPathways.NONE);
        assertThat(TIMELINES.codeText(TIMELINES.code(traced.pointRow(traced.pointsFrom(3) + 1))))
                .isEqualTo("VC025");
        assertThat(traced.endSuffix(3)).isEqualTo(TracedPathways.NONE);
        assertThat(traced.endRegion(3)).isZero();
    }

    @Test
    void points_can_be_left_out() {
        var without =
                new Tracer(Examples.DEFINITIONS).sharing(2, 1).withoutPoints().trace(TIMELINES);
        var with = new Tracer(Examples.DEFINITIONS).trace(TIMELINES);

        assertThat(with.withPoints()).isTrue();
        assertThat(without.withPoints()).isFalse();
        assertThat(without.size()).isEqualTo(4);
        assertThat(without.pointsFrom(3)).isEqualTo(without.pointsTo(3));
        assertThat(without.findings().byKind()).isEqualTo(with.findings().byKind());
        assertThat(without.lastHeard(3))
                .isEqualTo((int) LocalDate.of(2023, 2, 3).toEpochDay());
    }

    private static List<String> lines(TracedPathways traced) {
        return IntStream.range(0, traced.size())
                .mapToObj(i -> Lines.line(traced, i))
                .toList();
    }
}
