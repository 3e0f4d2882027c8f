package se.varjedag.app.identity;

import java.util.Optional;
import se.varjedag.eventlog.IdentityNumber;

/// What may be shown of who a pseudonym is. Who is protected has no name here at all, so that no page can show it.
public sealed interface Shown {

    /// Somebody whose number is known, with the name where a source told one.
    record Known(IdentityNumber number, Optional<String> name) implements Shown {
        @Override
        public String toString() {
            return "Known ••••";
        }
    }

    /// Somebody whose personal data are protected: the number only.
    record Protected(IdentityNumber number, Protection protection) implements Shown {
        @Override
        public String toString() {
            return "Protected ••••";
        }
    }

    /// Nobody: one of the made-up patients of the demo, with a name that says so and no number.
    record MadeUp(String name) implements Shown {}

    /// A person of whom the sources told no identity number.
    record Unknown() implements Shown {}
}
