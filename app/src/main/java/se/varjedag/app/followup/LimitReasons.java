package se.varjedag.app.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Why limits were passed, as those who coordinate have said. The module that asks them implements it.
public interface LimitReasons {

    /// A pathway by who walks it, by which definition, and the day it started.
    record Passed(UUID person, String definition, LocalDate start) {}

    /// What was said, in the order it is shown.
    enum Why {
        PATIENT,
        MEDICAL,
        CAPACITY,
        OTHER
    }

    /// An answer.
    ///
    /// @param step key of the point whose step lacked capacity; empty for other reasons
    record Answer(Why why, String step) {}

    /// The answers of those of the pathways that have one.
    Map<Passed, Answer> of(Collection<Passed> passed);
}
