package se.varjedag.pathway.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.StepAllowance;
import se.varjedag.pathway.definition.TreatmentKind;

/// The allowances of one definition for exactly one step.
record StepTarget(List<StepAllowance> allowances) {

    static StepTarget of(PathwayDefinition definition, MeasuringPoint from, MeasuringPoint to) {
        return new StepTarget(definition.allowances().stream()
                .filter(StepAllowance::measured)
                .filter(step -> step.from().orElseThrow() == from && step.to().orElseThrow() == to)
                .toList());
    }

    /// The days that hold for a pathway, the most where several do; -1 where none does.
    int days(int start, @Nullable TreatmentKind kind) {
        int days = -1;
        for (var step : allowances) {
            boolean holds =
                    step.kinds().isEmpty() || kind == null || step.kinds().contains(kind);
            boolean begun = start >= step.validFrom().toEpochDay();
            boolean over =
                    step.validTo().isPresent() && start > step.validTo().get().toEpochDay();
            if (holds && begun && !over) {
                days = Math.max(days, step.days().orElseThrow());
            }
        }
        return days;
    }
}
