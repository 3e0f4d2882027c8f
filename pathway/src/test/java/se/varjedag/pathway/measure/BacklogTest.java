package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What waits for an answer, and where.
class BacklogTest {

    private static final String WAITING = """
            a VC010 2023-01-01 01/clinic
            a specimen-taken 2023-01-02 01/clinic #first
            a specimen-received 2023-01-04 02/lab #first
            a specimen-taken 2023-01-10 01/clinic #second
            a specimen-received 2023-01-11 03/other #second
            a pathology-reported 2023-01-12 03/other #second
            b VC010 2023-01-01 01/clinic
            b specimen-received 2023-01-08 02/lab #first
            b specimen-received 2023-01-09 02/lab #first
            c VC010 2023-01-01 01/clinic
            c specimen-received 2023-01-08 02/lab
            c VC050 2023-01-12 01/clinic
            """;

    private static List<Backlog> backlog(String asOf, GroupKey... by) {
        return Backlog.of(
                traced(WAITING, asOf),
                Question.leadTime()
                        .between(MeasuringPoint.SPECIMEN_RECEIVED, MeasuringPoint.PATHOLOGY_REPORTED)
                        .by(by)
                        .build());
    }

    private static DayHistogram days(int... days) {
        var builder = new DayHistogram.Builder();
        for (int day : days) {
            builder.add(DayHistogram.Outcome.WAITING, day);
        }
        return builder.build();
    }

    @Test
    void what_is_unanswered_waits_at_the_laboratory_that_has_it() {
        assertThat(backlog("2023-01-20", GroupKey.REGION, GroupKey.UNIT))
                .containsExactly(new Backlog(List.of("02", "lab"), days(12, 16)));
    }

    @Test
    void an_answer_tells_that_the_specimen_was_received_too() {
        assertThat(Backlog.of(
                        traced("""
                                a VC010 2023-01-01 01/clinic
                                a specimen-taken 2023-01-02 01/clinic #answered
                                a pathology-reported 2023-01-12 03/other #answered
                                a specimen-taken 2023-01-10 01/clinic #lost
                                a VC025 2023-01-12 01/clinic #lost
                                """, "2023-01-20"),
                        Question.leadTime()
                                .between(MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.SPECIMEN_RECEIVED)
                                .build()))
                .containsExactly(new Backlog(List.of(), days(10)));
    }

    @Test
    void a_specimen_of_which_nothing_is_heard_for_long_waits_nowhere() {
        assertThat(backlog("2023-12-20")).isEmpty();
    }

    @Test
    void its_age_is_told() {
        var all = backlog("2023-01-20").getFirst();

        assertThat(all.olderThan(12)).isEqualTo(1);
        assertThat(all.olderThan(11)).isEqualTo(2);
        assertThat(all.oldest()).isEqualTo(16);
        assertThat(new Backlog(List.of(), DayHistogram.EMPTY).oldest()).isEqualTo(-1);
        assertThat(all.plus(new Backlog(List.of("x"), days(30)), List.of("y")))
                .isEqualTo(new Backlog(List.of("y"), days(12, 16, 30)));
    }

    @Test
    void points_that_do_not_pair_have_no_backlog() {
        var traced = traced(WAITING, "2023-01-20");
        var question = Question.leadTime().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backlog.of(traced, question))
                .withMessageContaining("imaging");
    }
}
