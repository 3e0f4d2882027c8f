package se.varjedag.app.followup.web.bottlenecks;

import java.util.Comparator;
import java.util.List;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Step;

/// Steps in the order of care.
final class CareOrder {

    private static final List<MeasuringPoint> POINTS = MeasuringPoint.inOrderOfCare();

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
