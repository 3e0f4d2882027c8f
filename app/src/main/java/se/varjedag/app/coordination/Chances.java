package se.varjedag.app.coordination;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.followup.Prognoses;
import se.varjedag.app.patients.UnitPathways;
import se.varjedag.pathway.prognosis.Chance;
import se.varjedag.pathway.prognosis.Prognosis;
import se.varjedag.pathway.trace.TracedPathways;

/// The chance of each pathway to start within its limit, from the prognosis that follow-up makes. While a new one is
/// worked out the last is asked, which knows every pathway but those that have just come.
@Component
class Chances {
    private final FollowUp followUp;
    private final Prognoses prognoses;

    Chances(FollowUp followUp, Prognoses prognoses) {
        this.followUp = followUp;
        this.prognoses = prognoses;
    }

    /// Whether the prognosis has been worked out since the start of the program.
    boolean known() {
        return prognoses.of(followUp.current()).or(prognoses::latest).isPresent();
    }

    /// What can be asked of pathways.
    interface Asked {
        /// The chance of one of the pathways.
        Optional<Chance> of(int pathway);
    }

    /// What can be asked of these pathways now.
    Asked of(TracedPathways traced) {
        var known = prognoses.of(followUp.current()).or(prognoses::latest).map(Prognoses.Known::prognosis);
        if (known.isEmpty()) {
            return _ -> Optional.empty();
        }
        var prognosis = known.get();
        return prognosis.traced() == traced ? prognosis::chance : pathway -> earlier(prognosis, traced, pathway);
    }

    private static Optional<Chance> earlier(Prognosis prognosis, TracedPathways traced, int pathway) {
        var person = UUID.fromString(traced.timelines().person(traced.person(pathway)));
        var definition =
                traced.definitions().all().get(traced.definition(pathway)).id();
        var then = UnitPathways.find(prognosis.traced(), person, definition, traced.start(pathway));
        return then.isEmpty() ? Optional.empty() : prognosis.chance(then.getAsInt());
    }
}
