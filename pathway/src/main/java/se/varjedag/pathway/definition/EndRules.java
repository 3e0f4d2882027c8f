package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// Where a definition's ends differ from the national model.
///
/// @param forbidden suffixes that end nothing in this definition
/// @param reaching suffixes beside the treatment starts that reach the measure, each from the start date given
/// @param shorterAtPathology days that every limit is shorter when the suspicion arose at the pathology answer
public record EndRules(Set<Integer> forbidden, Map<Integer, LocalDate> reaching, int shorterAtPathology) {

    /// The national model: the treatment starts reach, nothing is forbidden.
    public static final EndRules NATIONAL = new EndRules(Set.of(), Map.of(), 0);

    /// Whether the code ends nothing here.
    public boolean forbids(int suffix) {
        return forbidden.contains(suffix);
    }

    /// Whether the end counts as treated, for a pathway started that day.
    public boolean reaches(int suffix, LocalDate start) {
        if (forbids(suffix)) {
            return false;
        }
        return switch (suffix) {
            case 50, 52, 54, 56, 58, 59, 60, 65 -> true;
            default -> {
                var since = reaching.get(suffix);
                yield since != null && !start.isBefore(since);
            }
        };
    }

    /// Whether any end of this kind can reach the measure, at some time.
    boolean admits(TreatmentKind kind) {
        return switch (kind) {
            case SURGERY -> !forbids(50);
            case DRUG -> !forbids(52);
            case RADIOTHERAPY -> !forbids(54);
            case PALLIATIVE -> !forbids(58);
            case OTHER -> !forbids(59);
            case EXPECTANCY -> !forbids(60);
            case NONE_NEEDED -> reaching.containsKey(73);
            case CLOSED -> reaching.containsKey(72) || reaching.containsKey(78);
        };
    }
}
