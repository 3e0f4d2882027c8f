package se.varjedag.app.palliative;

import java.util.OptionalDouble;
import se.varjedag.pathway.definition.Language;

/// A point of palliative care that is fulfilled or not.
///
/// @param key     what its clinical values are of
/// @param target  the least share, from 0 to 1; empty where none is known
/// @param earlier whether it counts also before the last week of life
/// @param later   whether it counts after death
public record Point(String key, String sv, String en, OptionalDouble target, boolean earlier, boolean later) {

    /// What it is called on pages.
    public String name(Language language) {
        return language == Language.SV ? sv : en;
    }
}
