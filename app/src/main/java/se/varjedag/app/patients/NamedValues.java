package se.varjedag.app.patients;

import java.util.Optional;
import se.varjedag.pathway.definition.Language;

/// Says what clinical values are of that no diagnosis' content names: a module that makes values of its own implements
/// it.
public interface NamedValues {
    /// The name of an item, where the module knows it.
    Optional<Name> named(String item);

    /// A name.
    ///
    /// @param part whether another value sums it up with others, so that it needs no lane of its own
    record Name(String swedish, String english, boolean part) {
        /// In the reader's language.
        public String in(Language language) {
            return language == Language.SV ? swedish : english;
        }
    }
}
