package se.varjedag.pathway.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Ward;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// A few patients with something otherwise. Limits and allowances stand in [Ward].
class WhatIfTest {

    private static final Change NOTHING = new Change.Nothing();

    private static Effect effect(String lines, Change change) {
        return new WhatIf(Ward.traced(lines), Question.leadTime().build()).with(change);
    }

    private static String days(Effect effect) {
        var days = new ArrayList<String>();
        effect.days()
                .each(DayHistogram.Outcome.REACHED, (day, count) -> days.add(day + (count > 1 ? "x" + count : "")));
        return String.join(" ", days);
    }

    @Test
    void another_limit_leaves_the_days_and_counts_treated_and_waiting_against_it() {
        var lines = """
                a VC010 2023-01-01
                a VC050 2023-01-31
                b VC010 2023-01-01
                b VC050 2023-03-02
                c VC010 2023-02-01
                """;

        var effect = effect(lines, new Change.OtherLimit(21));

        assertThat(days(effect)).isEqualTo("30 60");
        assertThat(effect.moved()).isZero();
        assertThat(effect.limits().withLimit()).isEqualTo(2);
        assertThat(effect.limits().within()).isZero();
        assertThat(effect.limits().overtimeDays()).isEqualTo(9 + 39);
        assertThat(effect.waitingLimits().overtimeDays()).isEqualTo(29 - 21);
        assertThat(effect.within().sum()).isEqualTo(-1);
        assertThat(effect.saved().sum()).isEqualTo(16 - 48);
    }

    @Test
    void a_limit_given_where_none_was_known_is_counted_but_has_nothing_to_be_compared_with() {
        var effect = effect("a VC010 2023-01-01\na VC060 2023-03-02", new Change.OtherLimit(21));

        assertThat(effect.limits().withLimit()).isEqualTo(1);
        assertThat(effect.saved().n()).isZero();
    }

    @Test
    void a_step_at_its_allowance_moves_the_end_by_the_days_beyond_it() {
        // First visit to conference took 25 days and is allowed 10: 56 days become 41, within the limit of 44.
        var lines = """
                a VC010 2023-01-01
                a referral-received 2023-01-11
                a VC025 2023-01-15
                a VC035 2023-02-09
                a VC050 2023-02-26
                """;

        var effect = effect(lines, new Change.AtAllowance(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT));

        assertThat(days(effect)).isEqualTo("41");
        assertThat(effect.moved()).isEqualTo(1);
        assertThat(effect.within().sum()).isEqualTo(1);
        assertThat(effect.saved().sum()).isEqualTo(12);
        assertThat(effect.limits().overtimeDays()).isZero();
    }

    @Test
    void a_step_within_its_allowance_or_not_there_moves_nobody() {
        var lines = "a VC010 2023-01-01\na VC025 2023-01-15\na VC035 2023-01-20\na VC050 2023-02-26";

        assertThat(days(effect(lines, new Change.AtAllowance(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT))))
                .isEqualTo("56");
        assertThat(days(effect(lines, new Change.AtAllowance(MeasuringPoint.SUSPICION, MeasuringPoint.DECISION))))
                .isEqualTo("56");
    }

    @Test
    void those_waiting_stand_as_they_are_when_a_step_is_shorter() {
        var lines = """
                a VC010 2023-01-01
                a VC025 2023-01-02
                a VC035 2023-01-31
                b VC010 2023-01-01
                b VC050 2023-03-01
                """;

        var now = effect(lines, NOTHING);
        var then = effect(lines, new Change.AtAllowance(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT));

        assertThat(then.waitingLimits()).isEqualTo(now.waitingLimits());
        assertThat(now.waitingLimits().withLimit()).isEqualTo(1);
        assertThat(then.days()).isEqualTo(now.days());
    }

    @Test
    void days_gained_in_pathology_count_only_until_imaging_was_finished() {
        // The laboratory took 20 days; imaging, beside it, was answered 4 days before: only 4 can be gained.
        var lines = unit(30, 1) + """
                a VC010 2023-03-01
                a specimen-received 2023-03-02 14/LAB #r
                a imaging-referral 2023-03-03
                a imaging-reported 2023-03-18
                a pathology-reported 2023-03-22 14/LAB #r
                a VC050 2023-04-01
                """;
        var question = Question.leadTime().period(LocalDate.parse("2023-03-01"), null);
        var change = new Change.MoreCapacity(Work.PATHOLOGY, "LAB", 1000);

        var effect = new WhatIf(Ward.traced(lines), question.build()).with(change);

        assertThat(days(effect)).isEqualTo("27");
    }

    /// Specimens of patients outside any pathway, one a day from January on, answered after so many days.
    private static String unit(int jobs, int days) {
        var lines = new StringBuilder();
        for (int i = 0; i < jobs; i++) {
            var in = LocalDate.parse("2023-03-01").plusDays(i);
            lines.append("o%1$d specimen-received %2$s 14/LAB #s%1$d\no%1$d pathology-reported %3$s 14/LAB #s%1$d\n"
                    .formatted(i, in, in.plusDays(days)));
        }
        return lines.toString();
    }

    /// One patient's specimen each day, answered 10 days later but for the first three, which took 2.
    private static String queue() {
        var lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            var in = LocalDate.parse("2023-03-01").plusDays(i);
            var out = in.plusDays(i < 3 ? 2 : 10);
            lines.append("p%1$d VC010 %2$s\np%1$d specimen-received %2$s 14/LAB #s%1$d\n".formatted(i, in));
            lines.append("p%1$d pathology-reported %2$s 14/LAB #s%1$d\np%1$d VC050 %3$s 14/CLINIC\n"
                    .formatted(i, out, out.plusDays(20)));
        }
        return lines.toString();
    }

    @Test
    void a_unit_with_twice_the_capacity_works_its_queue_off_and_none_is_done_sooner_than_it_can() {
        var traced = Ward.traced(queue());
        var whatIf = new WhatIf(traced, Question.leadTime().build());

        var effect = whatIf.with(new Change.MoreCapacity(Work.PATHOLOGY, "LAB", 100));

        assertThat(days(whatIf.with(NOTHING))).isEqualTo("22x3 30x27");
        assertThat(effect.queue()).isNotNull();
        assertThat(effect.queue().jobs()).isEqualTo(30);
        assertThat(effect.queue().meanDays()).isEqualTo((3 * 2 + 27 * 10) / 30.0);
        assertThat(effect.days().quantile(0).orElseThrow()).isEqualTo(22);
        assertThat(days(effect)).startsWith("22x").contains("30");
        assertThat(effect.moved()).isGreaterThan(20);
        assertThat(effect.days().days())
                .isEqualTo(whatIf.with(NOTHING).days().days()
                        - Math.round(
                                30 * (effect.queue().meanDays() - effect.queue().meanDaysThen())));
    }

    @Test
    void capacity_comes_with_the_first_day_of_the_period() {
        var traced = Ward.traced(queue());
        var late = Question.leadTime().period(LocalDate.parse("2023-04-24"), null);

        var effect = new WhatIf(traced, late.build()).with(new Change.MoreCapacity(Work.PATHOLOGY, "LAB", 100));

        // The last answer came on 8 April: before anything more could be done.
        assertThat(effect.moved()).isZero();
    }

    @Test
    void a_unit_that_nobody_knows_and_no_more_capacity_move_nobody() {
        var traced = Ward.traced(queue());
        var whatIf = new WhatIf(traced, Question.leadTime().build());

        assertThat(whatIf.with(new Change.MoreCapacity(Work.PATHOLOGY, "NOWHERE", 50))
                        .days())
                .isEqualTo(whatIf.with(NOTHING).days());
        assertThat(whatIf.with(new Change.MoreCapacity(Work.PATHOLOGY, "LAB", 0))
                        .days())
                .isEqualTo(whatIf.with(NOTHING).days());
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.MoreCapacity(Work.PATHOLOGY, "LAB", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.OtherLimit(-1));
    }

    /// So many patients of a region whose first visit to conference took from `shortest` days up, two each day.
    private static String region(String region, int patients, int shortest) {
        var lines = new StringBuilder();
        for (int i = 0; i < patients; i++) {
            var visit = LocalDate.parse("2023-01-10");
            var mdt = visit.plusDays(shortest + i / 2);
            lines.append("%1$s%2$d VC010 2023-01-01\n%1$s%2$d VC025 %3$s\n".formatted("r" + region + "x", i, visit));
            lines.append("%1$s%2$d VC035 %3$s\n%1$s%2$d VC050 %4$s %5$s/U\n"
                    .formatted("r" + region + "x", i, mdt, mdt.plusDays(10), region));
        }
        return lines.toString();
    }

    private static final Change AS_BEST = new Change.AsBestRegion(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT);

    @Test
    void a_step_as_in_the_best_region_keeps_each_patient_s_place_among_her_own() {
        var traced = Ward.traced(region("01", 30, 3) + region("12", 30, 9));
        var own = new WhatIf(
                traced, Question.leadTime().only(GroupKey.REGION, "12").build());

        var effect = own.with(AS_BEST);

        assertThat(effect.models()).hasSize(1);
        assertThat(effect.models().getFirst().region()).isEqualTo("01");
        assertThat(effect.models().getFirst().meanDays()).isEqualTo(10);
        assertThat(effect.moved()).isEqualTo(30);
        assertThat(days(effect)).startsWith("22x2 23x2").endsWith("36x2");
        assertThat(days(own.with(NOTHING))).startsWith("28x2 29x2").endsWith("42x2");
    }

    @Test
    void the_best_region_itself_stays_as_it_is() {
        var traced = Ward.traced(region("01", 30, 3) + region("12", 30, 9));
        var best = new WhatIf(
                traced, Question.leadTime().only(GroupKey.REGION, "01").build());

        assertThat(best.with(AS_BEST))
                .usingRecursiveComparison()
                .ignoringFields("models")
                .isEqualTo(best.with(NOTHING));
    }

    @Test
    void a_region_with_fewer_than_thirty_patients_is_no_model() {
        var traced = Ward.traced(region("01", 29, 3) + region("12", 29, 9));

        var effect = new WhatIf(traced, Question.leadTime().build()).with(AS_BEST);

        assertThat(effect.models()).isEmpty();
        assertThat(effect.moved()).isZero();
    }

    /// Imaging took 15 days and pathology, beside it, 17; it was answered two days later.
    private static final String BESIDE = """
            a VC010 2023-01-01
            a VC025 2023-01-05
            a imaging-referral 2023-01-05
            a imaging-reported 2023-01-20
            a specimen-taken 2023-01-05
            a pathology-reported 2023-01-22
            a VC050 2023-02-01
            """;

    private static final Change IMAGING =
            new Change.AtMost(MeasuringPoint.IMAGING_REFERRAL, MeasuringPoint.IMAGING_REPORTED, 5);
    private static final Change PATHOLOGY =
            new Change.AtMost(MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.PATHOLOGY_REPORTED, 7);

    @Test
    void two_that_run_beside_each_other_save_more_together_than_the_sum_of_each() {
        assertThat(days(effect(BESIDE, NOTHING))).isEqualTo("31");
        assertThat(days(effect(BESIDE, IMAGING))).isEqualTo("31");
        assertThat(days(effect(BESIDE, PATHOLOGY))).isEqualTo("29");
        assertThat(days(effect(BESIDE, new Change.Together(List.of(IMAGING, PATHOLOGY)))))
                .isEqualTo("21");
    }

    @Test
    void days_that_two_would_both_take_are_taken_once() {
        var whole = new Change.AtMost(MeasuringPoint.FIRST_VISIT, MeasuringPoint.TREATMENT, 25);
        var part = new Change.AtMost(MeasuringPoint.PATHOLOGY_REPORTED, MeasuringPoint.TREATMENT, 8);

        assertThat(days(effect(BESIDE, whole))).isEqualTo("29");
        assertThat(days(effect(BESIDE, part))).isEqualTo("29");
        assertThat(days(effect(BESIDE, new Change.Together(List.of(whole, part)))))
                .isEqualTo("29");
    }

    @Test
    void of_several_limits_the_shortest_holds_and_days_cut_are_read_against_it() {
        var limits = List.<Change>of(new Change.OtherLimit(40), new Change.OtherLimit(21), IMAGING, PATHOLOGY);

        var effect = effect(BESIDE, new Change.Together(limits));

        assertThat(effect.limits().within()).isEqualTo(1);
        assertThat(effect(BESIDE, new Change.OtherLimit(21)).limits().overtimeDays())
                .isEqualTo(10);
    }

    @Test
    void a_step_of_at_most_so_many_days_is_cut_even_where_no_allowance_is_known() {
        var change = new Change.AtMost(MeasuringPoint.SUSPICION, MeasuringPoint.FIRST_VISIT, 1);

        assertThat(days(effect(BESIDE, change))).isEqualTo("28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change.AtMost(MeasuringPoint.SUSPICION, MeasuringPoint.FIRST_VISIT, -1));
    }

    @Test
    void the_steps_and_units_to_choose_from_are_those_of_the_patients() {
        TracedPathways traced = Ward.traced(queue() + region("12", 2, 15));
        var whatIf = new WhatIf(traced, Question.leadTime().build());

        assertThat(whatIf.heldSteps().getFirst())
                .isEqualTo(new WhatIf.StepTaken(
                        MeasuringPoint.FIRST_VISIT,
                        MeasuringPoint.MDT,
                        2,
                        10,
                        Optional.of(new WhatIf.Allowed(10, 10))));
        assertThat(whatIf.takenSteps().getFirst().patients()).isEqualTo(30);
        assertThat(whatIf.workplaces(Work.PATHOLOGY))
                .isEqualTo(List.of(new WhatIf.Workplace(Work.PATHOLOGY, "LAB", 30)));
        assertThat(whatIf.workplaces(Work.READING)).isEmpty();
    }

    @Test
    void work_is_known_by_its_word() {
        assertThat(Work.ofKey("imaging")).contains(Work.IMAGING);
        assertThat(Work.ofKey("cooking")).isEmpty();
    }

    @Test
    void what_if_is_asked_of_the_whole_lead_time_with_points() {
        var traced = Ward.traced("a VC010 2023-01-01");
        var bare = new Tracer(Ward.DEFINITIONS).withoutPoints().trace(traced.timelines());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhatIf(bare, Question.leadTime().build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhatIf(
                        traced, Question.leadTime().measure("suspicion..mdt").build()));
    }
}
