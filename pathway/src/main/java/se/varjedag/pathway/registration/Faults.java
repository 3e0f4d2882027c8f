package se.varjedag.pathway.registration;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.varjedag.pathway.trace.Finding.Kind;
import se.varjedag.pathway.trace.TracedPathways;

/// Which pathways carry which findings. A finding of no pathway (an end with nothing open) is with none.
public final class Faults {

    private final Map<Integer, EnumSet<Kind>> kinds = new HashMap<>();

    private Faults() {}

    /// The findings of these pathways, each with the pathway it is about.
    public static Faults of(TracedPathways traced) {
        var faults = new Faults();
        var first = firstOfPersons(traced);
        traced.findings().each((kind, person, definition, start, row) -> {
            for (int pathway = first[person]; pathway < first[person + 1]; pathway++) {
                if (traced.definition(pathway) == definition && traced.start(pathway) == start) {
                    faults.kinds
                            .computeIfAbsent(pathway, _ -> EnumSet.noneOf(Kind.class))
                            .add(kind);
                    break;
                }
            }
        });
        return faults;
    }

    private static int[] firstOfPersons(TracedPathways traced) {
        var first = new int[traced.timelines().persons() + 1];
        int pathway = 0;
        for (int person = 0; person < first.length; person++) {
            while (pathway < traced.size() && traced.person(pathway) < person) {
                pathway++;
            }
            first[person] = pathway;
        }
        return first;
    }

    /// The kinds of finding that a pathway carries; none for most.
    public Set<Kind> of(int pathway) {
        var found = kinds.get(pathway);
        return found == null ? Set.of() : found;
    }

    /// Whether a pathway carries any of these.
    public boolean any(int pathway, Set<Kind> wanted) {
        return of(pathway).stream().anyMatch(wanted::contains);
    }
}
