package se.varjedag.pathway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.registration.Reconciliation.Cause;
import se.varjedag.pathway.registration.Reconciliation.Figure;
import se.varjedag.pathway.trace.Finding.Kind;
import se.varjedag.pathway.trace.State;

class RegistrationTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    @Test
    void a_point_is_complete_when_every_treated_pathway_has_it() {
        var traced = Written.down("""
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC050 2023-02-01
                b VC010 2023-01-01
                b VC025 2023-01-06
                b VC025 2023-01-09
                b VC035 2023-01-20
                b VC050 2023-02-01""", "2023-03-01");
        var all = Completeness.by(traced, new int[] {0, 1}, _ -> "").get("");

        assertThat(all.pathways()).isEqualTo(2);
        assertThat(all.share(MeasuringPoint.FIRST_VISIT).value()).hasValue(1);
        assertThat(all.share(MeasuringPoint.MDT).value()).hasValue(0.5);
        assertThat(all.share(MeasuringPoint.DECISION).value()).hasValue(0);
    }

    @Test
    void a_finding_stands_with_its_own_pathway_of_the_person() {
        var traced = Written.down("""
                a VC010 2023-01-01
                a VC050 2023-02-01
                a VC010 2023-05-01
                a VC010 2023-05-03
                a VC050 2023-06-01""", "2023-07-01");
        var faults = Faults.of(traced);

        assertThat(faults.of(0)).isEmpty();
        assertThat(faults.of(1)).containsExactly(Kind.FURTHER_START);
    }

    @Test
    void leaving_out_those_with_a_finding_changes_share_and_number() {
        var traced = Written.down("""
                a VC010 2023-01-01
                a VC050 2023-01-20
                b VC010 2023-01-01
                b VC010 2023-01-02
                b VC050 2023-06-01
                c VC010 2023-01-01""", "2024-01-01");
        var correction = Correction.of(
                traced, Question.leadTime().period(FIRST, LAST).limit(44).build(), Faults.of(traced));

        assertThat(correction.all().n()).isEqualTo(2);
        assertThat(correction.all().share().value()).hasValue(0.5);
        assertThat(correction.clean().n()).isEqualTo(1);
        assertThat(correction.clean().share().value()).hasValue(1);
        assertThat(correction.without(Kind.FURTHER_START)).isEqualTo(correction.clean());
        assertThat(correction.endless()).isEqualTo(1);
        assertThat(correction.bounds().lower()).isEqualTo(1 / 3.0);
        assertThat(correction.bounds().upper()).isEqualTo(2 / 3.0);
    }

    @Test
    void a_difference_is_laid_on_the_patients_whom_another_rule_counts_otherwise() {
        var traced = Written.down("""
                here     VC010 2023-01-01 01
                here     VC050 2023-02-01 01
                away     VC010 2023-01-01 01
                away     VC091 2023-01-10 14
                away     VC050 2023-02-01 14
                from     VC010 2023-01-01 14
                from     VC091 2023-01-10 01
                from     VC050 2023-02-01 01
                not-met  VC010 2023-01-01 01
                not-met  VC070 2023-02-01 01
                left     VC010 2023-01-01 01
                left     VC076 2023-02-01 01
                stale    VC010 2023-01-01 01
                before   VC010 2022-12-01 01
                before   VC050 2023-01-15 01
                later    VC010 2023-12-20 01
                later    VC050 2024-01-15 01
                double   VC010 2023-01-01 01
                double   VC010 2023-01-03 01
                double   VC050 2023-02-01 01
                again    VC010 2023-03-01 01
                again    VC050 2023-04-01 01
                again    VC010 2023-07-01 01
                again    VC050 2023-08-01 01""", "2024-02-01");
        var figure = new Figure(Optional.of("lungcancer"), Optional.of("01"), FIRST, LAST, 7, OptionalLong.empty());
        var laid = Reconciliation.of(traced, Faults.of(traced), figure);

        assertThat(laid.n()).isEqualTo(6);
        for (var cause : Cause.values()) {
            assertThat(laid.count(cause)).as(cause.name()).isEqualTo(1);
        }
        assertThat(laid.difference()).isEqualTo(1);
        assertThat(laid.fitting()).allMatch(Cause::adds).hasSize(6);
    }

    @RepeatedTest(50)
    void the_pathways_behind_an_answer_are_as_many_as_it_counts(RepetitionInfo run) {
        var traced = Written.byChance(run.getCurrentRepetition());
        for (var rule : CountBy.values()) {
            var question = Question.leadTime()
                    .period(FIRST, LAST)
                    .countBy(rule)
                    .only(GroupKey.REGION, "14")
                    .build();
            var answer = Answers.answer(traced, question, Optional.empty()).total();

            assertThat(Counted.in(State.TREATED, traced, question).length)
                    .isEqualTo(answer.map(group -> group.n()).orElse(0L).intValue());
            assertThat(Counted.in(State.LEFT, traced, question).length)
                    .isEqualTo(answer.map(group -> group.left()).orElse(0L).intValue());
            assertThat(Counted.in(State.WAITING, traced, question).length)
                    .isEqualTo(answer.map(group -> group.waiting()).orElse(0L).intValue());
            assertThat(Counted.in(State.STALE, traced, question).length)
                    .isEqualTo(
                            answer.map(group -> group.waitingStale()).orElse(0L).intValue());
        }
    }

    @RepeatedTest(50)
    void our_side_of_a_reconciliation_is_the_answer_to_the_same_question(RepetitionInfo run) {
        var traced = Written.byChance(run.getCurrentRepetition());
        var figure = new Figure(Optional.of("lungcancer"), Optional.of("01"), FIRST, LAST, 0, OptionalLong.empty());
        var question = Question.leadTime()
                .period(FIRST, LAST)
                .only(GroupKey.SVF, "lungcancer")
                .only(GroupKey.REGION, "01")
                .build();
        var faults = Faults.of(traced);
        var laid = Reconciliation.of(traced, faults, figure);
        var answer = Answers.answer(traced, question, Optional.empty()).total().orElseThrow();

        assertThat(laid.n()).isEqualTo(answer.n());
        assertThat(laid.limits()).isEqualTo(answer.limits());
        assertThat(Correction.of(traced, question, faults).all().limits()).isEqualTo(answer.limits());
    }

    @RepeatedTest(20)
    void every_finding_of_a_pathway_is_found_with_one(RepetitionInfo run) {
        var traced = Written.byChance(run.getCurrentRepetition());
        var faults = Faults.of(traced);
        var told = new ArrayList<Kind>();
        traced.findings().forEach(finding -> {
            if (finding.start().isPresent()) {
                told.add(finding.kind());
            }
        });
        long found = 0;
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            found += faults.of(pathway).size();
        }

        assertThat(told).isNotEmpty();
        assertThat(found).isPositive().isLessThanOrEqualTo(told.size());
    }
}
