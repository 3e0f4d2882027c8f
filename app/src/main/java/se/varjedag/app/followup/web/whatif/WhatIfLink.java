package se.varjedag.app.followup.web.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.pathway.measure.Step;

/// Ways from other pages to Tänk om.
public final class WhatIfLink {

    private WhatIfLink() {}

    /// The address of Tänk om with a step at its allowance, under the same selection.
    ///
    /// @param changes what is otherwise in the selection; an empty value takes a choice away
    public static String atAllowance(Selection selection, Map<String, String> changes, Step.Between step) {
        var choices = new LinkedHashMap<>(changes);
        choices.put(
                Asked.SCENARIOS, Scenario.atAllowance(step.from(), step.to()).text());
        return WhatIfController.PATH + selection.with(choices);
    }
}
