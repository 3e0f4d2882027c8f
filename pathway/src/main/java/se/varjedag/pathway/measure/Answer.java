package se.varjedag.pathway.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

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

    /// The texts of a group's line, one per column: full precision, a point before decimals, empty where not
    /// defined.
    public List<String> cells(Group group) {
        var cells = new ArrayList<>(group.key());
        cells.add(Long.toString(group.n()));
        cells.add(Long.toString(group.withLimit()));
        cells.add(Long.toString(group.within()));
        cells.add(text(group.share()));
        cells.add(text(group.median()));
        cells.add(text(group.p75()));
        cells.add(text(group.p80()));
        cells.add(text(group.p90()));
        cells.add(text(group.mean()));
        cells.add(text(group.overtimeDays()));
        cells.add(Long.toString(group.waiting()));
        cells.add(text(group.waitingOvertimeDays()));
        cells.add(Long.toString(group.waitingStale()));
        cells.add(Long.toString(group.left()));
        if (expected) {
            cells.add(text(group.cases()));
            cells.add(text(group.inclusion()));
        }
        return cells;
    }

    /// The groups as one; empty when there are none.
    public Optional<Group> total() {
        return groups.stream().map(group -> group.under(List.of())).reduce((one, other) -> one.plus(other, List.of()));
    }

    private static String text(OptionalLong figure) {
        return figure.isPresent() ? Long.toString(figure.getAsLong()) : "";
    }

    /// The shortest decimal that reads back as the same number, without exponent and without idle zeros.
    private static String text(OptionalDouble figure) {
        return figure.isPresent()
                ? BigDecimal.valueOf(figure.getAsDouble()).stripTrailingZeros().toPlainString()
                : "";
    }
}
