package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.varjedag.pathway.measure.Ward.traced;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Where the days went. The allowances stand in [Ward].
class StepsTest {

    private static List<String> steps(String lines) {
        return steps(traced(lines), Question.leadTime());
    }

    /// `from..to days overtime patients`, the worst first.
    private static List<String> steps(TracedPathways traced, Question.Builder question) {
        return Steps.of(traced, question.build()).stream()
                .map(sum -> String.join(" ", sum.key()) + (sum.key().isEmpty() ? "" : " ") + name(sum.step()) + " "
                        + sum.days() + " " + sum.overtimeDays() + " " + sum.patients())
                .toList();
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Between(var from, var to) -> from.key() + ".." + to.key();
            case Step.WaitingAfter(var from) -> from.key() + "..now";
            case Step.NotMeasured() -> "not-measured";
        };
    }

    @Test
    void milestones_in_date_order_cut_the_time_into_gaps_that_add_up_to_it() {
        assertThat(steps("""
                a VC010 2023-01-01
                a referral-received 2023-01-02
                a VC025 2023-01-05
                a VC035 2023-01-15
                a VC044 2023-01-17
                a VC050 2023-01-29
                """))
                .containsExactly(
                        "decision..treatment 12 0 1",
                        "first-visit..mdt 10 0 1",
                        "referral-received..first-visit 3 0 1",
                        "mdt..decision 2 0 1",
                        "suspicion..referral-received 1 0 1");
    }

    @Test
    void on_one_day_milestones_stand_in_the_order_of_care() {
        assertThat(steps("""
                a VC010 2023-01-01
                a VC044 2023-01-05
                a VC035 2023-01-05
                a VC025 2023-01-05
                a VC050 2023-01-05
                """))
                .containsExactlyInAnyOrder(
                        "suspicion..first-visit 4 0 1",
                        "first-visit..mdt 0 0 1",
                        "mdt..decision 0 0 1",
                        "decision..treatment 0 0 1");
    }

    @Test
    void a_milestone_is_the_first_time_a_point_is_reached_within_the_pathway() {
        assertThat(steps("""
                a VC005 2022-12-20
                a imaging-referral 2022-12-25
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC025 2023-01-08
                a VC050 2023-01-11
                a specimen-taken 2023-01-15 >VC0
                """)).containsExactly("first-visit..treatment 6 0 1", "suspicion..first-visit 4 0 1");
    }

    @Test
    void what_ran_beside_and_was_finished_earlier_than_it_started_stands_in_the_chain() {
        assertThat(steps("""
                a VC010 2023-01-01
                a imaging-referral 2023-01-02
                a imaging-performed 2023-01-09
                a imaging-reported 2023-01-10
                a specimen-taken 2023-01-12
                a pathology-reported 2023-01-18
                a VC035 2023-01-20
                a VC050 2023-01-21
                """))
                .containsExactly(
                        "imaging-referral..imaging-performed 7 0 1",
                        "specimen-taken..pathology-reported 6 0 1",
                        "imaging-reported..specimen-taken 2 0 1",
                        "pathology-reported..mdt 2 0 1",
                        "suspicion..imaging-referral 1 0 1",
                        "imaging-performed..imaging-reported 1 0 1",
                        "mdt..treatment 1 0 1");
    }

    @Test
    void of_two_lines_that_overlap_the_one_that_was_waited_for_cuts() {
        assertThat(steps("""
                a VC010 2023-01-01
                a VC025 2023-01-03
                a specimen-taken 2023-01-04
                a imaging-referral 2023-01-05
                a pathology-reported 2023-01-10
                a imaging-reported 2023-01-20
                a VC035 2023-01-22
                a VC050 2023-01-23
                """))
                .containsExactly(
                        "imaging-referral..imaging-reported 15 0 1",
                        "suspicion..first-visit 2 0 1",
                        "first-visit..imaging-referral 2 0 1",
                        "imaging-reported..mdt 2 0 1",
                        "mdt..treatment 1 0 1");
    }

    @Test
    void a_line_still_running_when_a_milestone_came_did_not_hold_that_one_up() {
        assertThat(steps("""
                a VC010 2023-01-01
                a VC025 2023-01-03
                a imaging-referral 2023-01-04
                a VC035 2023-01-10
                a imaging-reported 2023-01-12
                a VC050 2023-01-12
                """))
                .containsExactly(
                        "first-visit..mdt 7 0 1",
                        "suspicion..first-visit 2 0 1",
                        "mdt..imaging-reported 2 0 1",
                        "imaging-reported..treatment 0 0 1");
    }

    @Test
    void overtime_is_shared_over_the_gaps_in_proportion_to_how_far_each_exceeds_its_allowance() {
        // Limit 44, 56 days: 12 over. Beyond the allowances of 2, 3, 10 and 14 days lie 8, 1, 15 and 3.
        assertThat(steps("""
                a VC010 2023-01-01
                a referral-received 2023-01-11
                a VC025 2023-01-15
                a VC035 2023-02-09
                a VC050 2023-02-26
                """))
                .containsExactly(
                        "first-visit..mdt 25 7 1",
                        "suspicion..referral-received 10 4 1",
                        "mdt..treatment 17 1 1",
                        "referral-received..first-visit 4 0 1");
    }

    @Test
    void no_gap_is_blamed_for_more_than_it_exceeded_its_allowance_by_and_the_rest_is_not_measured() {
        // Limit 44, 64 days: 20 over. Only suspicion to referral is known to have taken too long, by 3 days.
        assertThat(steps("""
                a VC010 2023-01-01
                a referral-received 2023-01-06
                a VC044 2023-02-05
                a VC050 2023-03-06
                """))
                .containsExactly(
                        "not-measured 0 17 1",
                        "suspicion..referral-received 5 3 1",
                        "referral-received..decision 30 0 1",
                        "decision..treatment 29 0 1");
    }

    @Test
    void without_milestones_overtime_is_not_measured() {
        assertThat(steps("a VC010 2023-01-01\na VC050 2023-02-24"))
                .containsExactly("not-measured 0 10 1", "suspicion..treatment 54 0 1");
    }

    @Test
    void an_allowance_that_spans_several_gaps_is_shared_over_them_by_their_days() {
        // No conference: the 30 days from first visit to treatment span visit, decision and treatment. 45 days: 15
        // over, limit 44.
        assertThat(steps("""
                a VC010 2023-01-01
                a VC025 2023-01-02
                a VC044 2023-01-11
                a VC050 2023-02-16
                """))
                .containsExactly(
                        "decision..treatment 36 2 1", "first-visit..decision 9 0 1", "suspicion..first-visit 1 0 1");
        assertThat(steps("""
                a VC010 2023-01-01
                a VC025 2023-01-02
                a VC044 2023-01-11
                a VC050 2023-02-26
                """))
                .containsExactly(
                        "decision..treatment 46 10 1", "first-visit..decision 9 2 1", "suspicion..first-visit 1 0 1");
    }

    @Test
    void the_allowance_is_the_one_valid_on_the_start_date() {
        var lines = """
                a VC010 %1$d-01-01
                a referral-received %1$d-01-01
                a VC025 %1$d-01-06
                a VC050 %1$d-02-15
                """;

        assertThat(steps(lines.formatted(2023)))
                .contains("referral-received..first-visit 5 0 1", "first-visit..treatment 40 1 1");
        assertThat(steps("""
                a VC010 2023-12-31
                a referral-received 2023-12-31
                a VC025 2024-02-10
                a VC050 2024-02-19
                """)).contains("referral-received..first-visit 41 6 1");
        assertThat(steps("""
                a VC010 2024-01-01
                a referral-received 2024-01-01
                a VC025 2024-01-06
                a VC050 2024-02-19
                """)).contains("first-visit..treatment 44 5 1", "referral-received..first-visit 5 0 1");
    }

    @Test
    void where_several_allowances_hold_the_most_days_count() {
        // Conference to treatment: 14 days for surgery, 7 for any other kind.
        assertThat(steps("""
                a VC010 2023-01-01
                a VC035 2023-02-04
                a VC050 2023-02-18
                """)).contains("mdt..treatment 14 0 1", "not-measured 0 4 1");
        assertThat(steps("""
                a VC010 2023-01-01
                a VC035 2023-02-04
                a VC054 2023-02-18
                """)).contains("mdt..treatment 14 4 1");
    }

    @Test
    void those_waiting_wait_from_their_latest_milestone_and_share_their_overtime_too() {
        var waiting = steps(traced("""
                a VX010 2023-01-01
                a VX025 2023-01-11
                """, "2023-02-01"), Question.leadTime());

        assertThat(waiting)
                .containsExactly("not-measured 0 11 1", "first-visit..now 21 0 1", "suspicion..first-visit 10 0 1");
    }

    @Test
    void for_those_waiting_an_allowance_whose_end_is_not_reached_lasts_until_now() {
        var question = Question.leadTime().limit(20);

        assertThat(steps(traced("""
                a VC010 2023-01-01
                a referral-received 2023-01-02
                """, "2023-02-01"), question))
                .containsExactly("referral-received..now 30 11 1", "suspicion..referral-received 1 0 1");
        // After the conference surgery's 14 days are still possible: 17 days exceed them by 3.
        assertThat(steps(traced("""
                a VC010 2023-01-01
                a VC035 2023-01-15
                """, "2023-02-01"), question))
                .containsExactly("not-measured 0 8 1", "mdt..now 17 3 1", "suspicion..mdt 14 0 1");
    }

    @Test
    void those_waiting_are_held_against_imaging_that_is_still_running() {
        assertThat(steps(traced("""
                a VC010 2023-01-01
                a VC025 2023-01-04
                a imaging-referral 2023-01-06
                a specimen-taken 2023-01-08
                a pathology-reported 2023-01-10
                a imaging-performed 2023-01-12
                """, "2023-02-01"), Question.leadTime()))
                .contains("imaging-performed..now 20 0 1", "imaging-referral..imaging-performed 6 0 1");
    }

    @Test
    void the_stale_those_who_left_and_those_whose_criteria_were_not_met_have_no_steps() {
        assertThat(steps(traced("""
                a VC010 2023-01-01
                b VC010 2023-01-01
                b VC078 2023-02-01
                c VC010 2023-01-01
                c VC070 2023-02-01
                """, "2023-12-01"), Question.leadTime())).isEmpty();
    }

    @Test
    void an_unknown_limit_gives_days_but_no_overtime_and_a_given_limit_gives_both() {
        var lines = "a VC010 2023-01-01\na referral-received 2023-01-31\na VC060 2023-03-01";

        assertThat(steps(lines))
                .containsExactly("suspicion..referral-received 30 0 1", "referral-received..treatment 29 0 1");
        assertThat(steps(traced(lines), Question.leadTime().limit(40)))
                .containsExactly("suspicion..referral-received 30 19 1", "referral-received..treatment 29 0 1");
    }

    @Test
    void steps_follow_the_question_s_groups_period_and_filters() {
        var traced = traced("""
                a VC010 2023-01-01 01/A
                a VC050 2023-03-01 03/B
                b VC010 2023-01-01 01/A
                b VC050 2023-04-01 12/C
                c VC010 2023-01-15 01/A
                c VC091 2023-02-01 14/D
                """, "2023-04-30");

        assertThat(steps(traced, Question.leadTime().by(GroupKey.REGION)))
                .containsExactly(
                        "03 not-measured 0 15 1",
                        "03 suspicion..treatment 59 0 1",
                        "12 not-measured 0 46 1",
                        "12 suspicion..treatment 90 0 1",
                        "14 suspicion..now 105 61 1");
        assertThat(steps(traced, Question.leadTime().period(LocalDate.parse("2023-03-15"), null)))
                .containsExactly("suspicion..now 105 61 1", "not-measured 0 46 1", "suspicion..treatment 90 0 1");
        assertThat(steps(traced, Question.leadTime().only(GroupKey.REGION, "03")))
                .hasSize(2);
        assertThat(steps(
                        traced, Question.leadTime().countBy(CountBy.START).period(LocalDate.parse("2023-01-10"), null)))
                .containsExactly("suspicion..now 105 61 1");
    }

    @Test
    void steps_of_different_definitions_are_kept_apart() {
        var sums = Steps.of(
                traced(
                        "a VC010 2023-01-01\na VC050 2023-01-11\nb VE010 2023-01-01\nb VE050 2023-01-06\nc VE010 2023-01-01\nc VE050 2023-01-06"),
                Question.leadTime().build());

        assertThat(sums).extracting(StepSum::svf).containsExactly("lungcancer", "melanoma");
        assertThat(sums).extracting(StepSum::patients).containsExactly(1L, 2L);
        assertThat(sums).extracting(StepSum::days).containsExactly(10L, 10L);
    }

    @Test
    void steps_are_those_of_the_whole_lead_time() {
        var traced = traced("a VC010 2023-01-01");
        var bare = new Tracer(Ward.DEFINITIONS).withoutPoints().trace(traced.timelines());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps(traced, Question.leadTime().measure("suspicion..mdt")));
        assertThatIllegalArgumentException().isThrownBy(() -> steps(bare, Question.leadTime()));
    }
}
