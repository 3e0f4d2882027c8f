package se.varjedag.app.strategy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The steps that an activity can be to shorten, written as links write them: `specimen-taken..pathology-reported`.
final class Steps {
    private static final String BETWEEN = "..";

    private Steps() {}

    /// A step with both its points, if it is one.
    static Optional<List<MeasuringPoint>> points(String step) {
        int dots = step.indexOf(BETWEEN);
        if (dots < 0) {
            return Optional.empty();
        }
        var from = MeasuringPoint.ofKey(step.substring(0, dots));
        var to = MeasuringPoint.ofKey(step.substring(dots + BETWEEN.length()));
        return from.isPresent() && to.isPresent() && from.get() != to.get()
                ? Optional.of(List.of(from.get(), to.get()))
                : Optional.empty();
    }

    /// The step in words; empty for none.
    static String name(String step, Texts texts) {
        return points(step)
                .map(points -> {
                    var own = "step." + points.getFirst().key() + "."
                            + points.getLast().key();
                    return texts.has(own)
                            ? texts.text(own)
                            : texts.text(
                                    "strategy.step",
                                    points.getFirst().word(texts.language()),
                                    points.getLast().word(texts.language()));
                })
                .orElse("");
    }

    /// What is written of two points.
    static String of(String from, String to) {
        return from.isEmpty() && to.isEmpty() ? "" : from + BETWEEN + to;
    }

    /// Every point with its name, in the order of care.
    static List<PlanFrame.Option> options(String chosen, Texts texts) {
        var options = new ArrayList<PlanFrame.Option>();
        options.add(new PlanFrame.Option("", texts.text("strategy.none"), chosen.isEmpty()));
        for (var point : MeasuringPoint.inOrderOfCare()) {
            options.add(new PlanFrame.Option(
                    point.key(), point.word(texts.language()), point.key().equals(chosen)));
        }
        return options;
    }
}
