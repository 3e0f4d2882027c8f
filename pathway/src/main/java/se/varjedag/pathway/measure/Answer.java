package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answer to one question: its groups, sorted by their key.
///
/// @param expected whether expected cases were given, so that inclusion is part of the answer
public record Answer(Question question, List<Group> groups, boolean expected) {

    private static final List<String> FIGURES = List.of(
            "n",
            "with_limit",
            "within",
            "share",
            "median",
            "p75",
            "p80",
            "p90",
            "mean",
            "overtime_days",
            "waiting",
            "waiting_overtime_days",
            "waiting_stale",
            "left");

    public Answer {
        groups = List.copyOf(groups);
    }

    /// The names of the columns, the question's keys first.
    public List<String> columns() {
        var columns = new ArrayList<String>();
        question.by().forEach(key -> columns.add(key.key()));
        columns.addAll(FIGURES);
        if (expected) {
            columns.addAll(List.of("cases", "inclusion"));
        }
        return columns;
    }

    /// The groups as one; empty when there are none.
    public Optional<Group> total() {
        return groups.stream().reduce((one, other) -> one.plus(other, List.of()));
    }
}
