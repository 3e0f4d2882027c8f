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

/// What the pages read: one state of the data, and the questions it answers.
public interface Basis {

    /// The definitions in force, those of the simulation included.
    Definitions definitions();

    /// The pathways as traced.
    TracedPathways traced();

    /// The answer to a question, with inclusion where expected cases are given.
    Answer answer(Question question);

    /// Where the days went.
    List<StepSum> steps(Question question);

    /// The same by the unit that each step ended in.
    List<StepSum> stepsByUnit(Question question);

    /// One step seen closely.
    ///
    /// @param unit the one unit that it must have ended in; empty for all
    Bottleneck bottleneck(Question question, Step step, Optional<String> unit);

    /// The queue between the question's two points, so many full weeks back.
    Queue queue(Question question, int weeks);

    /// Who waited on each of some earlier days.
    ///
    /// @param question counted by the end, without groups
    List<WaitingThen> waiting(Question question, List<LocalDate> days);

    /// The day the waiting are counted to.
    LocalDate asOf();

    /// The moment whose knowledge the figures rest on.
    Instant knownAt();
}
