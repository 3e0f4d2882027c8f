package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.StepAllowance;
import se.varjedag.pathway.definition.TreatmentKind;

/// The steps of one definition that gaps can be held against.
final class Allowances {

    private record Allowance(int from, int to, int days, int validFrom, int validTo, Set<TreatmentKind> kinds) {
        static Allowance of(StepAllowance step) {
            return new Allowance(
                    Milestones.place(step.from().orElseThrow()),
                    Milestones.place(step.to().orElseThrow()),
                    step.days().orElseThrow(),
                    (int) step.validFrom().toEpochDay(),
                    (int) step.validTo()
                            .map(LocalDate::toEpochDay)
                            .orElse((long) Integer.MAX_VALUE)
                            .longValue(),
                    step.kinds());
        }

        boolean holds(int start, @Nullable TreatmentKind kind) {
            return start >= validFrom && start <= validTo && (kind == null || kinds.isEmpty() || kinds.contains(kind));
        }
    }

    private final List<Allowance> allowances;
    private int end;
    private int days;

    Allowances(PathwayDefinition definition) {
        allowances = definition.allowances().stream()
                .filter(StepAllowance::measured)
                .map(Allowance::of)
                .filter(allowance -> allowance.from() >= 0 && allowance.to() >= 0)
                .toList();
    }

    /// Finds the shortest step that is allowed from a milestone on: the one whose end comes first in the
    /// chain. Where several end there, the most days count, so that nothing is called late that one of them
    /// allows. For someone waiting, a step whose end has not been reached, nor anything after it in the order
    /// of care, lasts until now.
    ///
    /// @param kind the kind of treatment; null while it is not known
    /// @return whether there is one; then [#end()] and [#days()] tell it
    boolean find(Milestones milestones, int index, int start, @Nullable TreatmentKind kind) {
        end = Integer.MAX_VALUE;
        days = -1;
        for (var allowance : allowances) {
            if (allowance.from() == milestones.placeAt(index) && allowance.holds(start, kind)) {
                int at = endOf(allowance.to(), milestones, index);
                if (at < end || (at == end && allowance.days() > days)) {
                    end = at;
                    days = allowance.days();
                }
            }
        }
        return end != Integer.MAX_VALUE;
    }

    /// The index of the milestone at which the found step ends.
    int end() {
        return end;
    }

    /// The days it allows.
    int days() {
        return days;
    }

    private static int endOf(int place, Milestones milestones, int index) {
        int last = milestones.size() - 1;
        boolean open = milestones.placeAt(last) == Milestones.NOW && !milestones.reached(place);
        for (int later = index + 1; later <= last; later++) {
            if (milestones.placeAt(later) == place) {
                return later;
            }
            open &= later == last || milestones.placeAt(later) < place;
        }
        return open ? last : Integer.MAX_VALUE;
    }
}
