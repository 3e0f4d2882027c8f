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

    /// The address of Tänk om with a step at its allowance. It is narrowed to the row, unless the row is the unit of
    /// the
    /// step: a selection knows the unit of the patient only.
    static String whatIf(Lost lost, Step.Between step, Optional<String> row) {
        var changes = new LinkedHashMap<String, String>();
        row.filter(value -> !value.isEmpty() && lost.by() != GroupKey.UNIT)
                .ifPresent(value -> changes.put(lost.by().key(), value));
        List.of(StepName.STEP, StepName.ROW, HeatView.SHOWN, Lost.WHOSE).forEach(name -> changes.put(name, ""));
        return WhatIfLink.atAllowance(lost.reading().selection(), changes, step);
    }

    /// The end of an address with one choice changed and no step chosen.
    static String without(Selection selection, String name, String value) {
        return selection.with(Map.of(name, value, StepName.STEP, "", StepName.ROW, ""));
    }
}
