package se.varjedag.app.coordination;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.LimitReasons;

/// The reasons that coordinators have given, for figures over many.
@Component
class ReasonsGiven implements LimitReasons {
    private final Notes notes;

    ReasonsGiven(Notes notes) {
        this.notes = notes;
    }

    @Override
    public Map<Passed, Answer> of(Collection<Passed> passed) {
        var wanted = new HashSet<>(passed);
        var answers = new HashMap<Passed, Answer>();
        notes.reasons().forEach((key, reason) -> {
            var pathway = new Passed(key.person(), key.definition(), key.start());
            if (wanted.contains(pathway)) {
                answers.put(pathway, new Answer(Why.valueOf(reason.why().name()), reason.step()));
            }
        });
        return answers;
    }
}
