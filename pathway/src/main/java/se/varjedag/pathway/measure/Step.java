package se.varjedag.pathway.measure;

import se.varjedag.pathway.definition.MeasuringPoint;

/// Where in a pathway days were spent.
public sealed interface Step {

    /// Between two milestones that followed each other.
    record Between(MeasuringPoint from, MeasuringPoint to) implements Step {}

    /// From the last milestone on, while the patient still waits.
    record WaitingAfter(MeasuringPoint from) implements Step {}

    /// Overtime that no step can be held responsible for: the milestones are missing, or no step is known to
    /// have exceeded its allowance.
    record NotMeasured() implements Step {}
}
