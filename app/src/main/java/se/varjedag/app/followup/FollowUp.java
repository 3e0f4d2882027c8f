package se.varjedag.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.OpenPublication;
import se.varjedag.pathway.trace.TracedPathways;

/// Questions and answers over what is known now, as of a day, or as known at a moment.
@Component
public class FollowUp {
    private static final Loading MAKING_READY = new Loading("Sidorna görs i ordning", "The pages are made ready", 0, 0);

    private final Timeline timeline;
    private final ExpectedCancer expectedCancer;
    private final boolean simulated;
    private final boolean assumedLimits;
    private final Optional<Instant> openKnownAt;
    private final Object publishing = new Object();
    private @Nullable Published published;
    private volatile boolean heldBack;

    private record Published(TracedPathways pathways, OpenPublication publication) {}

    FollowUp(Timeline timeline, ExpectedCancer expectedCancer, Environment environment) {
        this.timeline = timeline;
        this.expectedCancer = expectedCancer;
        this.simulated = environment.getProperty("varjedag.demo", Boolean.class, false);
        this.assumedLimits = hasAssumed(timeline.definitions());
        this.openKnownAt = Optional.ofNullable(environment.getProperty("varjedag.open.known-at"))
                .filter(text -> !text.isBlank())
                .map(FollowUp::moment);
    }

    /// What is known now.
    public Generation current() {
        var snapshot = timeline.snapshot();
        return new Generation(
                snapshot.change(),
                snapshot.facts(),
                timeline.definitions(),
                LocalDate.ofEpochDay(snapshot.pathways().asOf()),
                snapshot.knownAt(),
                simulated,
                assumedLimits,
                expectedCancer.cases());
    }

    /// The answer as of a day and as known at a moment; by default that of the generation.
    public Answer answer(Generation current, Question question, Optional<LocalDate> asOf, Optional<Instant> knownAt) {
        var facts = asOf.isEmpty() && knownAt.isEmpty() ? current.facts() : timeline.facts(asOf, knownAt);
        return Answers.answer(facts, question, current.expected());
    }

    /// The open figures: of what was known at the moment that the installation publishes from, or of what is known now
    /// where none is set. Made once, and again only when what they rest on is another.
    public OpenPublication open(Generation current) {
        var pathways = openKnownAt
                .map(moment -> timeline.pathways(Optional.empty(), Optional.of(moment)))
                .orElse(current.pathways());
        synchronized (publishing) {
            var known = published;
            if (known == null || known.pathways != pathways) {
                known = new Published(pathways, new OpenPublication(pathways));
                published = known;
            }
            return known.publication;
        }
    }

    /// Whether the installation publishes from a moment that stays.
    public boolean openStays() {
        return openKnownAt.isPresent();
    }

    /// The moment whose knowledge the open figures rest on.
    public Instant openKnownAt(Generation current) {
        return openKnownAt.orElse(current.knownAt());
    }

    /// Whether there is an answer at all: the log has been read since the start, and a simulation has its first
    /// figures.
    public boolean ready() {
        return timeline.ready();
    }

    /// What is being loaded, or made ready before the figures are announced, so that a page can say so.
    public Loading loading() {
        var loading = timeline.loading();
        return heldBack && !loading.goingOn() ? MAKING_READY : loading;
    }

    /// Holds back the word that all figures are there, until they are announced. Who asks is answered all the same.
    public void holdBack() {
        heldBack = true;
    }

    /// All figures are there, and pages come fast.
    public void announce() {
        heldBack = false;
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CannotStart(
                    "VARJEDAG_OPEN_KNOWN_AT is a moment such as 2026-10-01T00:00:00Z, not '%s'.".formatted(text), e);
        }
    }

    private static boolean hasAssumed(Definitions definitions) {
        return definitions.all().stream()
                .map(PathwayDefinition::limits)
                .anyMatch(rows -> rows.stream().anyMatch(row -> row.assumed()));
    }
}
