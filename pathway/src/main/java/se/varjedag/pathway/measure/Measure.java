package se.varjedag.pathway.measure;

import se.varjedag.pathway.definition.MeasuringPoint;

/// Between which two points a lead time is measured.
record Measure(MeasuringPoint from, MeasuringPoint to) {

    /// The measure that the definitions limit: from well-founded suspicion to first treatment.
    static final Measure WHOLE = new Measure(MeasuringPoint.SUSPICION, MeasuringPoint.TREATMENT);

    /// Whether this is the time from suspicion to treatment.
    boolean whole() {
        return equals(WHOLE);
    }

    /// Whether the two points pair within each referral or specimen of a pathway, not once per pathway.
    boolean pairsByRef() {
        return (from.laboratory() && to.laboratory()) || (from.imaging() && to.imaging());
    }
}
