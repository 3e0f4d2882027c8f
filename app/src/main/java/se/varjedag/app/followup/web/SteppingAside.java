package se.varjedag.app.followup.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.varjedag.pathway.change.WaitingThen;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.Bottleneck;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Queue;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;
import se.varjedag.pathway.trace.TracedPathways;

/// What the pages read, for one who is in no hurry: before each question those who are in a hurry are let pass.
record SteppingAside(Basis basis, Runnable letPass) implements Basis {

    @Override
    public Definitions definitions() {
        return basis.definitions();
    }

    @Override
    public TracedPathways traced() {
        letPass.run();
        return basis.traced();
    }

    @Override
    public Answer answer(Question question) {
        letPass.run();
        return basis.answer(question);
    }

    @Override
    public List<StepSum> steps(Question question) {
        letPass.run();
        return basis.steps(question);
    }

    @Override
    public List<StepSum> stepsByUnit(Question question) {
        letPass.run();
        return basis.stepsByUnit(question);
    }

    @Override
    public Bottleneck bottleneck(Question question, Step step, Optional<String> unit) {
        letPass.run();
        return basis.bottleneck(question, step, unit);
    }

    @Override
    public Queue queue(Question question, int weeks) {
        letPass.run();
        return basis.queue(question, weeks);
    }

    @Override
    public List<WaitingThen> waiting(Question question, List<LocalDate> days) {
        letPass.run();
        return basis.waiting(question, days);
    }

    @Override
    public LocalDate asOf() {
        return basis.asOf();
    }

    @Override
    public Instant knownAt() {
        return basis.knownAt();
    }
}
