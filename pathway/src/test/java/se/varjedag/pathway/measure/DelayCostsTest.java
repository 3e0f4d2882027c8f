package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What waiting for pathology and imaging cost. The limits and allowances stand in [Ward].
class DelayCostsTest {

    private static final String LATE_ANSWER = """
            a VC010 2023-01-01
            a specimen-taken 2023-01-05 01/ward
            a specimen-received 2023-01-06 01/lab
            a pathology-reported 2023-01-25 01/lab
            a VC050 2023-02-20 02/theatre
            """;

    private static DelayCost pathology(String lines, int target) {
        return only(cost(lines, Question.leadTime(), target));
    }

    private static DelayCost only(List<DelayCost> costs) {
        assertThat(costs).hasSize(1);
        return costs.getFirst();
    }

    private static List<DelayCost> cost(String lines, Question.Builder question, int target) {
        return DelayCosts.of(
                traced(lines),
                question.build(),
                MeasuringPoint.SPECIMEN_TAKEN,
                MeasuringPoint.PATHOLOGY_REPORTED,
                OptionalInt.of(target));
    }

    private static DelayCost of(long measured, long over, long lost, long days) {
        return new DelayCost(List.of(), measured, over, lost, days);
    }

    @Test
    void an_answer_that_took_longer_than_its_target_cost_the_limit_of_who_would_have_kept_it() {
        // 50 days against 44; the answer took 20 days.
        assertThat(pathology(LATE_ANSWER, 14)).isEqualTo(of(1, 1, 1, 6));
        assertThat(pathology(LATE_ANSWER, 15)).isEqualTo(of(1, 1, 0, 5));
        assertThat(pathology(LATE_ANSWER, 20)).isEqualTo(of(1, 1, 0, 0));
    }

    @Test
    void who_kept_the_limit_lost_nothing() {
        assertThat(pathology(LATE_ANSWER.replace("2023-02-20", "2023-02-14"), 5))
                .isEqualTo(of(1, 0, 0, 0));
    }

    @Test
    void what_nobody_waited_for_cost_nothing() {
        assertThat(pathology(LATE_ANSWER + """
                a imaging-referral 2023-01-03
                a imaging-reported 2023-02-10
                """, 5)).isEqualTo(of(1, 1, 0, 0));
    }

    @Test
    void an_earlier_answer_helps_no_further_than_back_to_what_was_also_waited_for() {
        assertThat(pathology(LATE_ANSWER + """
                a imaging-referral 2023-01-03
                a imaging-reported 2023-01-21
                """, 5)).isEqualTo(of(1, 1, 0, 4));
        assertThat(pathology(LATE_ANSWER + "a VC025 2023-01-19\n", 5)).isEqualTo(of(1, 1, 1, 6));
    }

    @Test
    void the_step_is_the_first_specimen_to_the_first_answer() {
        assertThat(pathology(LATE_ANSWER + """
                a specimen-taken 2023-01-26 01/ward #second
                a pathology-reported 2023-02-18 03/other #second
                """, 5)).isEqualTo(of(1, 1, 1, 6));
    }

    @Test
    void the_cost_stands_with_the_laboratory_that_answered_not_with_who_treated() {
        assertThat(cost(LATE_ANSWER, Question.leadTime().by(GroupKey.REGION, GroupKey.UNIT), 5))
                .containsExactly(new DelayCost(List.of("01", "lab"), 1, 1, 1, 6));
        assertThat(cost(LATE_ANSWER, Question.leadTime().only(GroupKey.REGION, "02"), 5))
                .isEmpty();
    }

    @Test
    void pathways_without_the_step_or_without_a_limit_are_not_measured() {
        assertThat(cost("""
                a VC010 2023-01-01
                a VC050 2023-02-20
                b VC010 2023-01-01
                b specimen-taken 2023-01-05
                b VC050 2023-02-20
                c VC010 2023-01-01
                c pathology-reported 2023-01-05
                c VC050 2023-02-20
                d VL210 2023-01-01
                d specimen-taken 2023-01-05
                d pathology-reported 2023-01-25
                d VL250 2023-02-20
                """, Question.leadTime(), 5)).isEmpty();
    }

    @Test
    void without_a_target_each_definition_is_held_against_its_own_allowance() {
        var traced = traced(LATE_ANSWER);

        assertThat(DelayCosts.of(
                        traced,
                        Question.leadTime().build(),
                        MeasuringPoint.SPECIMEN_TAKEN,
                        MeasuringPoint.PATHOLOGY_REPORTED,
                        OptionalInt.empty()))
                .as("lung cancer has no allowance for it here")
                .isEmpty();
        assertThat(DelayCosts.of(
                        traced("""
                                a VB610 2023-01-01
                                a imaging-referral 2023-01-02
                                a imaging-performed 2023-01-20
                                a VB650 2023-02-09
                                """),
                        Question.leadTime().build(),
                        MeasuringPoint.IMAGING_REFERRAL,
                        MeasuringPoint.IMAGING_PERFORMED,
                        OptionalInt.empty()))
                .containsExactly(of(1, 1, 1, 4));
    }

    @Test
    void only_a_step_of_imaging_or_of_the_laboratory_can_be_asked_for() {
        var traced = traced(LATE_ANSWER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayCosts.of(
                        traced,
                        Question.leadTime().build(),
                        MeasuringPoint.SPECIMEN_TAKEN,
                        MeasuringPoint.MDT,
                        OptionalInt.of(5)))
                .withMessageContaining("imaging or pathology");
    }

    @Test
    void costs_add_up() {
        assertThat(of(2, 1, 1, 6).plus(of(3, 2, 0, 4), List.of())).isEqualTo(of(5, 3, 1, 10));
        assertThat(of(5, 3, 1, 10).lostOfOver().value()).hasValue(1.0 / 3);
    }
}
