package se.varjedag.app.followup.web.bottlenecks;

import java.util.Optional;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Step;

/// A step as links write it: `specimen-taken..pathology-reported`, or `first-visit..now` for the wait after a point.
final class StepName {

    static final String STEP = "steg";
    static final String ROW = "rad";

    private static final String NOW = "now";

    private StepName() {}

    static String of(Step step) {
        return switch (step) {
            case Step.Between(var from, var to) -> from.key() + ".." + to.key();
            case Step.WaitingAfter(var from) -> from.key() + ".." + NOW;
            case Step.NotMeasured() -> "";
        };
    }

    /// The step of a link; empty where it names none.
    static Optional<Step> chosen(Selection selection) {
        return selection.own(STEP).map(StepName::read);
    }

    private static Step read(String text) {
        int dots = text.indexOf("..");
        var from = MeasuringPoint.ofKey(dots < 0 ? "" : text.substring(0, dots));
        var to = dots < 0 ? "" : text.substring(dots + 2);
        if (from.isPresent() && to.equals(NOW)) {
            return new Step.WaitingAfter(from.get());
        }
        return from.flatMap(one -> MeasuringPoint.ofKey(to).<Step>map(other -> new Step.Between(one, other)))
                .orElseThrow(() -> Selection.unclear(STEP, text));
    }
}
