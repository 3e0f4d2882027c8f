package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.whatif.Work;

/// Ways from other pages to Tänk om.
public final class WhatIfLink {

    private WhatIfLink() {}

    /// The address of Tänk om with a step at its allowance, under the same selection.
    ///
    /// @param changes what is otherwise in the selection; an empty value takes a choice away
    /// @param unit    the unit that the step ended in, where one is looked at: more capacity there is shown
    ///     beside it, if what queues there is what the step ends with
    public static String atAllowance(
            Selection selection, Map<String, String> changes, Step.Between step, Optional<String> unit) {
        var scenarios = new ArrayList<>(List.of(Scenario.atAllowance(step.from(), step.to())));
        unit.flatMap(one -> work(step).map(work -> Scenario.capacity(work, Adding.USUAL_PERCENT, one)))
                .ifPresent(scenarios::add);
        var choices = new LinkedHashMap<>(changes);
        choices.put(Asked.SCENARIOS, Scenario.text(scenarios));
        return WhatIfController.PATH + selection.with(choices);
    }

    /// The work at a unit that a step ends with.
    public static Optional<Work> work(Step.Between step) {
        return Arrays.stream(Work.values())
                .filter(work -> work.done() == step.to())
                .findFirst();
    }
}
