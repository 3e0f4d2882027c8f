package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.Effect;
import se.varjedag.pathway.whatif.WhatIf;

/// The patients of the selection as they are and with something otherwise, one scenario a row.
///
/// @param verdict which scenario would save the most, in a sentence
/// @param rows    today, and the scenarios below it, those that save the most days first
/// @param adding  what can be added
/// @param tooFew  whether fewer than two were chosen to be recomputed together
public record WhatIfPage(
        SelectionForm form,
        Rich verdict,
        Figure figure,
        List<ScenarioRow> rows,
        Adding adding,
        boolean tooFew,
        boolean empty) {

    public WhatIfPage {
        rows = List.copyOf(rows);
    }

    /// A scenario, where it stands in the link, and what it comes to.
    record Line(int index, Scenario scenario, ScenarioRow.Outcome outcome) {

        long saved() {
            return outcome.effect().saved().sum();
        }
    }

    static WhatIfPage of(Reading reading) {
        var whatIf = new WhatIf(
                reading.basis().traced(), reading.selection().question().build());
        var held = whatIf.heldSteps();
        var scenarios = Asked.list(reading).orElseGet(() -> Adding.usual(whatIf, held));
        var today = whatIf.with(new Change.Nothing());
        var lines = lines(whatIf, held, scenarios);
        var rows = new ArrayList<ScenarioRow>();
        rows.add(ScenarioRow.today(reading, today));
        for (var line : lines) {
            rows.add(ScenarioRow.of(
                    reading, line.index(), line.scenario(), line.outcome(), without(reading, scenarios, line.index())));
        }
        return new WhatIfPage(
                SelectionForm.ofFollowUp(reading, List.of()),
                Rich.of(verdict(reading, lines, today)),
                EffectTable.figure(reading, lines, today),
                rows,
                Adding.of(reading, whatIf, held, scenarios),
                Asked.tooFew(reading),
                today.days().n() == 0);
    }

    /// What each comes to, those that save the most overtime days first. What several have in common is worked out
    /// once.
    private static List<Line> lines(WhatIf whatIf, List<WhatIf.StepTaken> held, List<Scenario> scenarios) {
        Map<Change, Effect> known = new HashMap<>();
        Function<Change, Effect> effects = change -> known.computeIfAbsent(change, whatIf::with);
        return IntStream.range(0, scenarios.size())
                .mapToObj(i -> {
                    var scenario = scenarios.get(i);
                    var outcome = new ScenarioRow.Outcome(
                            effects.apply(scenario.change()),
                            allowed(held, scenario.change()),
                            scenario.parts().stream()
                                    .mapToLong(part ->
                                            effects.apply(part.change()).saved().sum())
                                    .sum());
                    return new Line(i, scenario, outcome);
                })
                .sorted(Comparator.comparingLong(Line::saved).reversed())
                .toList();
    }

    private static Optional<WhatIf.Allowed> allowed(List<WhatIf.StepTaken> held, Change change) {
        return change instanceof Change.AtAllowance(var from, var to)
                ? held.stream()
                        .filter(step -> step.from() == from && step.to() == to)
                        .findFirst()
                        .flatMap(WhatIf.StepTaken::allowed)
                : Optional.empty();
    }

    private static String without(Reading reading, List<Scenario> scenarios, int index) {
        var rest = new ArrayList<>(scenarios);
        rest.remove(index);
        return Asked.link(reading, rest);
    }

    private static String verdict(Reading reading, List<Line> lines, Effect today) {
        var formats = reading.formats();
        if (today.limits().withLimit() == 0) {
            return reading.t("whatif.verdict.nolimit");
        }
        // Another limit moves no treatment: what it changes is the measure.
        return lines.stream()
                .filter(line -> !line.scenario().otherLimit() && line.saved() > 0)
                .findFirst()
                .map(line -> reading.t(
                        "whatif.verdict",
                        formats.whole(line.saved()),
                        formats.whole(today.limits().overtimeDays()),
                        line.scenario().name(reading),
                        share(formats, today),
                        share(formats, line.outcome().effect())))
                .orElseGet(() -> reading.t("whatif.verdict.none", share(formats, today)));
    }

    private static String share(Formats formats, Effect effect) {
        return formats.percent(
                effect.limits().share().value(),
                Formats.shareDecimals(effect.limits().withLimit()));
    }
}
