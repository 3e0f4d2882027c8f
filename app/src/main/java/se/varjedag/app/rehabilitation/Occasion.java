package se.varjedag.app.rehabilitation;

import java.util.Set;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.pathway.definition.Language;

/// Something on a patient's way at which her needs are to be assessed.
///
/// @param key       how it is written in addresses and texts
/// @param suffixes  of the national codes that tell of it
/// @param begins    kinds of clinical values whose first day tells of it
/// @param ends      kinds of clinical values whose last day tells of it
/// @param changes   kinds of clinical values of which every one but the first tells of it
/// @param caregiver whether the first event at another caregiver tells of it
public record Occasion(
        String key,
        Name name,
        Set<Integer> suffixes,
        Set<Kind> begins,
        Set<Kind> ends,
        Set<Kind> changes,
        boolean caregiver) {

    public Occasion {
        suffixes = Set.copyOf(suffixes);
        begins = Set.copyOf(begins);
        ends = Set.copyOf(ends);
        changes = Set.copyOf(changes);
    }

    /// A name in the two languages.
    public record Name(String sv, String en) {
        public String in(Language language) {
            return language == Language.SV ? sv : en;
        }
    }

    /// Whether anything that comes in tells of it; of one that nothing tells the program cannot say when it is time.
    public boolean told() {
        return caregiver || !suffixes.isEmpty() || !begins.isEmpty() || !ends.isEmpty() || !changes.isEmpty();
    }
}
