package se.varjedag.app.followup.web.bottlenecks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.whatif.WhatIfLink;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;

/// The step that is looked at, in one row or in all.
///
/// @param row the value of the row; empty for all rows together
record Chosen(Step step, Optional<String> row) {

    /// In a link, the row of those without a value.
    private static final String NONE = "-";

    static final int FEWEST_TO_COMPARE = 30;

    boolean is(Step other, String key) {
        return step.equals(other) && row.filter(key::equals).isPresent();
    }

    /// As the reader has chosen; otherwise the cell with the most overtime days.
    static Optional<Chosen> of(Lost lost, List<StepSum> sums) {
        var selection = lost.reading().selection();
        var step = StepName.chosen(selection);
        return step.isPresent()
                ? Optional.of(
                        new Chosen(step.get(), selection.own(StepName.ROW).map(row -> row.equals(NONE) ? "" : row)))
                : worst(lost, sums);
    }

    /// The same, where the selection holds anybody who took a step.
    static Optional<Chosen> ofSomebody(Lost lost, List<StepSum> sums) {
        return sums.isEmpty() ? Optional.empty() : of(lost, sums);
    }

    private static Optional<Chosen> worst(Lost lost, List<StepSum> sums) {
        Map<Chosen, Long> cells = new LinkedHashMap<>();
        for (var sum : sums) {
            boolean named = lost.by() != GroupKey.UNIT || !sum.key().getLast().isEmpty();
            if (sum.step() instanceof Step.Between && named && sum.overtimeDays() > 0) {
                cells.merge(new Chosen(sum.step(), Optional.of(sum.key().getLast())), sum.overtimeDays(), Long::sum);
            }
        }
        return cells.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /// The end of an address that chooses a step of a row.
    static String query(Selection selection, Step step, String row) {
        return selection.with(Map.of(StepName.STEP, StepName.of(step), StepName.ROW, row.isEmpty() ? NONE : row));
    }

    /// The end of an address that chooses a step in all rows.
    static String query(Selection selection, Step step) {
        return selection.with(Map.of(StepName.STEP, StepName.of(step), StepName.ROW, ""));
    }

    /// The address of Tänk om with a step at its allowance, narrowed to the row.
    ///
    /// The unit that a step ended in is not what a selection is narrowed to, which is the unit of the patient:
    /// more capacity at that unit is shown there beside the step.
    static String whatIf(Lost lost, Step.Between step, Optional<String> row) {
        var changes = new LinkedHashMap<String, String>();
        var named = row.filter(value -> !value.isEmpty());
        boolean units = lost.by() == GroupKey.UNIT;
        named.filter(_ -> !units).ifPresent(value -> changes.put(lost.by().key(), value));
        List.of(StepName.STEP, StepName.ROW, HeatView.SHOWN, Lost.WHOSE).forEach(name -> changes.put(name, ""));
        return WhatIfLink.atAllowance(lost.reading().selection(), changes, step, named.filter(_ -> units));
    }

    /// What the link to Tänk om promises.
    static String whatIfWords(Lost lost, Step.Between step, Optional<String> row) {
        if (lost.by() != GroupKey.UNIT || row.filter(value -> !value.isEmpty()).isEmpty()) {
            return lost.reading().t("step.whatif");
        }
        return lost.reading().t(WhatIfLink.work(step).isPresent() ? "step.whatif.unit" : "step.whatif.units");
    }

    /// The end of an address with one choice changed and no step chosen.
    static String without(Selection selection, String name, String value) {
        return selection.with(Map.of(name, value, StepName.STEP, "", StepName.ROW, ""));
    }
}
