package se.varjedag.app.followup.web.bottlenecks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;

/// What the page counts: whose days, divided into which rows.
///
/// @param by      what the rows are
/// @param waiting whether the days of those still waiting are counted too
record Lost(Reading reading, GroupKey by, boolean waiting) {

    /// What rows there can be.
    static final List<GroupKey> ROWS = List.of(GroupKey.REGION, GroupKey.HREGION, GroupKey.SVF, GroupKey.UNIT);

    static final String WHOSE = "vilka";
    static final String EVERYBODY = "alla";

    /// As the reader has chosen; what is not chosen is what is not narrowed yet.
    static Lost of(Reading reading) {
        var selection = reading.selection();
        return new Lost(
                reading,
                selection.narrowing().by().stream()
                        .filter(ROWS::contains)
                        .findFirst()
                        .orElseGet(() -> usual(selection)),
                selection.own(WHOSE).filter(EVERYBODY::equals).isPresent());
    }

    private static GroupKey usual(Selection selection) {
        if (selection.region().isEmpty()) {
            return GroupKey.REGION;
        }
        return selection.svf().isEmpty() ? GroupKey.SVF : GroupKey.UNIT;
    }

    /// The question about those who are counted.
    Question.Builder question() {
        var question = reading.selection().question();
        if (!waiting && !reading.selection().narrowing().only().containsKey(GroupKey.TREATMENT)) {
            question.only(
                    GroupKey.TREATMENT,
                    Arrays.stream(TreatmentKind.values())
                            .map(TreatmentKind::key)
                            .toList());
        }
        return question;
    }

    /// The same of one row. The unit of a row is that of the step, not that of the patient.
    Question.Builder question(Optional<String> row) {
        var question = question();
        if (by != GroupKey.UNIT) {
            row.ifPresent(value -> question.only(by, value));
        }
        return question;
    }

    /// What each step of each pathway cost each row.
    List<StepSum> sums() {
        return by == GroupKey.UNIT
                ? reading.basis().stepsByUnit(question().build())
                : reading.basis().steps(question().by(by).build());
    }

    /// What each step of each pathway cost one row, or all.
    List<StepSum> sums(Optional<String> row) {
        return sums().stream()
                .filter(sum -> row.isEmpty() || sum.key().getLast().equals(row.get()))
                .toList();
    }

    /// The overtime days by row and step.
    static Map<String, Map<Step, Long>> overtime(List<StepSum> sums) {
        var rows = new LinkedHashMap<String, Map<Step, Long>>();
        for (var sum : sums) {
            if (sum.overtimeDays() > 0) {
                rows.computeIfAbsent(sum.key().getLast(), _ -> new HashMap<>())
                        .merge(sum.step(), sum.overtimeDays(), Long::sum);
            }
        }
        return rows;
    }
}
