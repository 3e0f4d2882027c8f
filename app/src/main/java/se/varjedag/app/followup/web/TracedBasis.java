package se.varjedag.app.followup.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.varjedag.pathway.change.EarlierDays;
import se.varjedag.pathway.change.WaitingThen;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Bottleneck;
import se.varjedag.pathway.measure.ExpectedCases;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Queue;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;
import se.varjedag.pathway.measure.Steps;
import se.varjedag.pathway.trace.TracedPathways;

/// One tracing and the expected cases that belong to it.
///
/// @param asOf    the day the waiting are counted to; today where there is nobody yet
/// @param knownAt the moment whose knowledge it is
/// @param earlier those who waited on earlier days, of the same tracing
record TracedBasis(Facts facts, Optional<ExpectedCases> expected, LocalDate asOf, Instant knownAt, EarlierDays earlier)
        implements Basis {

    static TracedBasis of(TracedPathways traced, Optional<ExpectedCases> expected, LocalDate today, Instant knownAt) {
        return of(Facts.of(traced), expected, today, knownAt);
    }

    static TracedBasis of(Facts facts, Optional<ExpectedCases> expected, LocalDate today, Instant knownAt) {
        return of(facts, expected, today, knownAt, new EarlierDays(facts.traced()));
    }

    static TracedBasis of(
            Facts facts, Optional<ExpectedCases> expected, LocalDate today, Instant knownAt, EarlierDays earlier) {
        var traced = facts.traced();
        return new TracedBasis(
                facts, expected, traced.size() == 0 ? today : LocalDate.ofEpochDay(traced.asOf()), knownAt, earlier);
    }

    @Override
    public TracedPathways traced() {
        return facts.traced();
    }

    @Override
    public Definitions definitions() {
        return traced().definitions();
    }

    @Override
    public Answer answer(Question question) {
        return Answers.answer(facts, question, expected);
    }

    @Override
    public List<StepSum> steps(Question question) {
        return Steps.of(traced(), question);
    }

    @Override
    public List<StepSum> stepsByUnit(Question question) {
        return Steps.byUnit(traced(), question);
    }

    @Override
    public Bottleneck bottleneck(Question question, Step step, Optional<String> unit) {
        return Bottleneck.of(traced(), question, step, unit);
    }

    @Override
    public Queue queue(Question question, int weeks) {
        return Queue.of(traced(), question, weeks);
    }

    @Override
    public List<WaitingThen> waiting(Question question, List<LocalDate> days) {
        return earlier.waiting(question, days);
    }
}
