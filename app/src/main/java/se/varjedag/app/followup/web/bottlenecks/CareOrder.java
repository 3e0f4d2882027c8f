package se.varjedag.app.followup.web.bottlenecks;

import java.util.Comparator;
import java.util.List;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Step;

/// Steps in the order of care.
final class CareOrder {

    private static final List<MeasuringPoint> POINTS = List.of(
            MeasuringPoint.SUSPECTED,
            MeasuringPoint.SUSPICION,
            MeasuringPoint.REFERRAL_RECEIVED,
            MeasuringPoint.FIRST_VISIT,
            MeasuringPoint.IMAGING_REFERRAL,
            MeasuringPoint.IMAGING_PERFORMED,
            MeasuringPoint.IMAGING_REPORTED,
            MeasuringPoint.DIAGNOSTIC_SURGERY,
            MeasuringPoint.SPECIMEN_TAKEN,
            MeasuringPoint.SPECIMEN_RECEIVED,
            MeasuringPoint.PATHOLOGY_REPORTED,
            MeasuringPoint.MDT,
            MeasuringPoint.INFORMED,
            MeasuringPoint.DECISION,
            MeasuringPoint.TREATMENT);

    static final Comparator<Step> OF_STEPS =
            Comparator.<Step>comparingInt(CareOrder::from).thenComparingInt(CareOrder::to);

    private CareOrder() {}

    private static int from(Step step) {
        return switch (step) {
            case Step.Between(var from, var _) -> POINTS.indexOf(from);
            case Step.WaitingAfter(var from) -> POINTS.indexOf(from);
            case Step.NotMeasured() -> POINTS.size();
        };
    }

    private static int to(Step step) {
        return step instanceof Step.Between(var _, var to) ? POINTS.indexOf(to) : POINTS.size();
    }
}
