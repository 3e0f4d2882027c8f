package se.varjedag.app.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.StepAllowance;

/// Two measuring points, the days between which are measured.
record PointPair(MeasuringPoint from, MeasuringPoint to) {
    /// The one most often asked for, by its id.
    static final String WHOLE = "suspicion..treatment";

    /// The measure with this id: any two points are one.
    static Optional<PointPair> of(String id) {
        int dots = id.indexOf("..");
        return dots < 0
                ? Optional.empty()
                : MeasuringPoint.ofKey(id.substring(0, dots))
                        .flatMap(from -> MeasuringPoint.ofKey(id.substring(dots + 2))
                                .filter(to -> to != from)
                                .map(to -> new PointPair(from, to)));
    }

    /// The measures that are listed: the whole lead time, and every step that some definition allows a number of days.
    static List<PointPair> all(Definitions definitions) {
        var all = new LinkedHashSet<PointPair>();
        all.add(of(WHOLE).orElseThrow());
        for (var from : MeasuringPoint.inOrderOfCare()) {
            for (var to : MeasuringPoint.inOrderOfCare()) {
                var measure = new PointPair(from, to);
                if (definitions.all().stream()
                        .flatMap(one -> one.allowances().stream())
                        .filter(StepAllowance::measured)
                        .anyMatch(step ->
                                step.from().orElseThrow() == from && step.to().orElseThrow() == to)) {
                    all.add(measure);
                }
            }
        }
        return new ArrayList<>(all);
    }

    String id() {
        return from.key() + ".." + to.key();
    }

    /// Whether definitions limit it.
    boolean limited() {
        return id().equals(WHOLE);
    }
}
