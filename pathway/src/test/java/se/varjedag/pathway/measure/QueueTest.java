package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The queue of a step. 2023-03-01 is a Wednesday; the last full week before it begins 2023-02-20.
class QueueTest {

    /// `monday +in -out -without =queue`
    private static List<String> weeks(String lines, String measure) {
        return weeks(lines, Question.leadTime().measure(measure).build());
    }

    private static List<String> weeks(String lines, Question question) {
        return Queue.of(traced(lines, "2023-03-01"), question, 3).weeks().stream()
                .map(week -> "%s +%d -%d -%d =%d"
                        .formatted(week.monday(), week.in(), week.out(), week.without(), week.queue()))
                .toList();
    }

    @Test
    void somebody_stands_in_the_queue_from_the_first_point_to_the_day_of_the_last() {
        assertThat(weeks("""
                a VC010 2023-02-01
                a VC025 2023-02-07
                a VC035 2023-02-13
                """, "first-visit..mdt"))
                .containsExactly("2023-02-06 +1 -0 -0 =1", "2023-02-13 +0 -1 -0 =0", "2023-02-20 +0 -0 -0 =0");
    }

    @Test
    void whoever_came_before_the_weeks_shown_stands_in_it_from_the_first() {
        assertThat(weeks("""
                a VC010 2022-12-01
                a VC025 2022-12-07
                b VC010 2022-12-01
                b VC025 2022-12-07
                b VC035 2022-12-13
                """, "first-visit..mdt"))
                .containsExactly("2023-02-06 +0 -0 -0 =1", "2023-02-13 +0 -0 -0 =1", "2023-02-20 +0 -0 -0 =1");
    }

    @Test
    void a_later_point_without_the_last_one_takes_out_of_the_queue() {
        assertThat(weeks("""
                a VC010 2023-02-01
                a VC025 2023-02-07
                a VC044 2023-02-21
                """, "first-visit..mdt"))
                .containsExactly("2023-02-06 +1 -0 -0 =1", "2023-02-13 +0 -0 -0 =1", "2023-02-20 +0 -0 -1 =0");
    }

    @Test
    void what_runs_beside_takes_nobody_out_of_a_queue() {
        assertThat(weeks("""
                a VC010 2023-02-01
                a VC025 2023-02-07
                a specimen-taken 2023-02-08
                """, "first-visit..imaging-referral"))
                .containsExactly("2023-02-06 +1 -0 -0 =1", "2023-02-13 +0 -0 -0 =1", "2023-02-20 +0 -0 -0 =1");
    }

    @Test
    void the_end_of_the_pathway_takes_out_of_the_queue_whatever_it_was() {
        assertThat(weeks("""
                a VC010 2023-02-01
                a VC025 2023-02-07
                a VC074 2023-02-15
                b VC010 2023-02-01
                b VC025 2023-02-07
                b VC070 2023-02-22
                """, "first-visit..mdt"))
                .as("criteria not met counts nowhere else, but stood in the queue")
                .containsExactly("2023-02-06 +2 -0 -0 =2", "2023-02-13 +0 -0 -1 =1", "2023-02-20 +0 -0 -1 =0");
    }

    @Test
    void each_specimen_has_a_place_of_its_own_until_it_is_answered() {
        assertThat(weeks("""
                a VC010 2023-02-01
                a specimen-taken 2023-02-07 #r1
                a specimen-taken 2023-02-08 #r2
                a pathology-reported 2023-02-14 #r2
                a VC035 2023-02-15
                """, "specimen-taken..pathology-reported"))
                .containsExactly("2023-02-06 +2 -0 -0 =2", "2023-02-13 +0 -1 -0 =1", "2023-02-20 +0 -0 -0 =1");
    }

    @Test
    void a_place_belongs_where_the_step_ended_or_where_the_patient_is() {
        var lines = """
                a VC010 2023-02-01 01/A
                a VC025 2023-02-07 01/A
                a VC035 2023-02-14 12/B
                b VC010 2023-02-01 12/B
                b VC025 2023-02-07 01/A
                """;
        var question = Question.leadTime().measure("first-visit..mdt");

        assertThat(weeks(lines, question.only(GroupKey.REGION, "12").build()))
                .containsExactly("2023-02-06 +2 -0 -0 =2", "2023-02-13 +0 -1 -0 =1", "2023-02-20 +0 -0 -0 =1");
        assertThat(weeks(lines, question.only(GroupKey.REGION, "01").build()))
                .containsExactly("2023-02-06 +0 -0 -0 =0", "2023-02-13 +0 -0 -0 =0", "2023-02-20 +0 -0 -0 =0");
    }

    @Test
    void those_waiting_are_as_old_as_the_days_since_they_came() {
        var queue = Queue.of(
                traced("""
                a VC010 2023-02-01
                a VC025 2023-02-07
                b VC010 2023-02-01
                b VC025 2023-02-28
                c VC010 2022-06-01
                c VC025 2022-06-07
                """, "2023-03-01"),
                Question.leadTime().measure("first-visit..mdt").build(),
                3);

        assertThat(queue.waiting()).isEqualTo(DayHistogram.ofReached(1, 22));
        assertThat(queue.stale()).isEqualTo(1);
    }

    @Test
    void a_week_that_ends_on_the_day_asked_for_is_full() {
        var queue = Queue.of(
                traced("a VC010 2023-02-01", "2023-03-05"),
                Question.leadTime().measure("first-visit..mdt").build(),
                1);

        assertThat(queue.weeks().getFirst().monday()).hasToString("2023-02-27");
    }
}
