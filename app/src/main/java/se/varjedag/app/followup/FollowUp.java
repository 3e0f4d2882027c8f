package se.varjedag.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Question;

/// Questions and answers over what is known now, as of a day, or as known at a moment.
@Component
public class FollowUp {
    private final Timeline timeline;
    private final ExpectedCancer expectedCancer;
    private final boolean simulated;
    private final boolean assumedLimits;

    FollowUp(Timeline timeline, ExpectedCancer expectedCancer, Environment environment) {
        this.timeline = timeline;
        this.expectedCancer = expectedCancer;
        this.simulated = environment.getProperty("varjedag.demo", Boolean.class, false);
        this.assumedLimits = hasAssumed(timeline.definitions());
    }

    /// What is known now.
    public Generation current() {
        var snapshot = timeline.snapshot();
        return new Generation(
                snapshot.change(),
                snapshot.pathways(),
                timeline.definitions(),
                LocalDate.ofEpochDay(snapshot.pathways().asOf()),
                snapshot.knownAt(),
                simulated,
                assumedLimits,
                expectedCancer.cases());
    }

    /// The answer as of a day and as known at a moment; by default that of the generation.
    public Answer answer(Generation current, Question question, Optional<LocalDate> asOf, Optional<Instant> knownAt) {
        var pathways = asOf.isEmpty() && knownAt.isEmpty() ? current.pathways() : timeline.pathways(asOf, knownAt);
        return Answers.answer(pathways, question, current.expected());
    }

    /// Whether there is an answer at all: the log has been read since the start, and a simulation has its first
    /// figures.
    public boolean ready() {
        return timeline.read()
                && !(timeline.snapshot().pathways().size() == 0 && loading().goingOn());
    }

    /// What is being loaded, so that a page can say so.
    public Loading loading() {
        return timeline.loading();
    }

    private static boolean hasAssumed(Definitions definitions) {
        return definitions.all().stream()
                .map(PathwayDefinition::limits)
                .anyMatch(rows -> rows.stream().anyMatch(row -> row.assumed()));
    }
}
