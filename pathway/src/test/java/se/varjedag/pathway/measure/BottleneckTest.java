package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.TracedPathways;

/// One step seen closely. The allowances stand in [Ward].
class BottleneckTest {
    private static final Step TO_MDT = new Step.Between(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT);

    /// Ten days are allowed from the first visit to the conference, 14 from there to surgery, 44 in all.
    private static final TracedPathways THREE = traced("""
            a VC010 2023-01-01 01/A
            a VC025 2023-01-02 01/A
            a VC035 2023-02-11 01/B
            a VC050 2023-02-20 01/C
            b VC010 2023-01-01 01/A
            b VC025 2023-01-02 01/A
            b VC035 2023-01-10 01/A
            b VC050 2023-01-20 01/C
            c VC010 2023-01-01 01/A
            c VC025 2023-01-02 01/A
            c VC035 2023-01-18 01/B
            c VC050 2023-03-20 01/C
            """, "2023-04-01");

    private static Bottleneck seen(Optional<String> unit) {
        return Bottleneck.of(THREE, Question.leadTime().build(), TO_MDT, unit);
    }

    @Test
    void it_tells_how_long_the_step_took_and_who_kept_its_allowance() {
        var seen = seen(Optional.empty());

        assertThat(seen.days()).isEqualTo(DayHistogram.ofReached(40, 8, 16));
        assertThat(seen.allowances()).isEqualTo(new LimitCount(3, 1, 30 + 6));
    }

    @Test
    void it_tells_whom_the_step_cost_the_limit_and_whether_it_alone_did() {
        var seen = seen(Optional.empty());

        assertThat(seen.late()).hasSize(2);
        assertThat(seen.late().getFirst()).isEqualTo(new Bottleneck.Late(0, 40, 6, 6, true));
        assertThat(seen.late().getLast().decisive())
                .as("with 10 days to the conference the 61 to surgery had been too many all the same")
                .isFalse();
        assertThat(seen.overtimeDays())
                .isEqualTo(
                        seen.late().stream().mapToLong(Bottleneck.Late::placed).sum());
    }

    @Test
    void a_step_belongs_to_the_unit_it_ended_in() {
        assertThat(seen(Optional.empty()).units())
                .extracting(unit -> unit.unit() + " " + unit.patients() + " " + unit.days())
                .containsExactly("B 2 56", "A 1 8");
        assertThat(seen(Optional.of("A")).days()).isEqualTo(DayHistogram.ofReached(8));
        assertThat(seen(Optional.of("D")).days()).isEqualTo(DayHistogram.EMPTY);
    }

    @Test
    void of_a_wait_that_is_not_over_the_days_so_far_count_where_the_patient_is() {
        var seen = Bottleneck.of(
                traced("a VC010 2023-01-01 01/A\na VC025 2023-01-05 01/B", "2023-03-01"),
                Question.leadTime().build(),
                new Step.WaitingAfter(MeasuringPoint.FIRST_VISIT),
                Optional.empty());

        assertThat(seen.days().count(DayHistogram.Outcome.WAITING, 55)).isEqualTo(1);
        assertThat(seen.units()).extracting(Bottleneck.Unit::unit).containsExactly("A");
    }

    @Test
    void what_is_not_measured_cannot_be_seen_closely() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Bottleneck.of(THREE, Question.leadTime().build(), new Step.NotMeasured(), Optional.empty()));
    }
}
