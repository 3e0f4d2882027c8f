package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

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

    private static final double[] QUANTILES = {0.5, 0.75, 0.8, 0.9};

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
        figures(group, new StringBuilder(), cell -> {
            cells.add(cell.toString());
            cell.setLength(0);
        });
        return cells;
    }

    /// Writes the figures of a group's line to a text, and tells after each that it is complete.
    void figures(Group group, StringBuilder text, Consumer<StringBuilder> complete) {
        whole(group.n(), text, complete);
        whole(group.withLimit(), text, complete);
        whole(group.within(), text, complete);
        figure(group.share(), text, complete);
        for (var quantile : group.histogram().quantiles(QUANTILES)) {
            figure(quantile, text, complete);
        }
        figure(group.mean(), text, complete);
        figure(group.overtimeDays(), text, complete);
        whole(group.waiting(), text, complete);
        figure(group.waitingOvertimeDays(), text, complete);
        whole(group.waitingStale(), text, complete);
        whole(group.left(), text, complete);
        if (expected) {
            figure(group.cases(), text, complete);
            figure(group.inclusion(), text, complete);
        }
    }

    /// The groups as one; empty when there are none.
    public Optional<Group> total() {
        return groups.stream().map(group -> group.under(List.of())).reduce((one, other) -> one.plus(other, List.of()));
    }

    private static void whole(long figure, StringBuilder text, Consumer<StringBuilder> complete) {
        complete.accept(text.append(figure));
    }

    private static void figure(OptionalLong figure, StringBuilder text, Consumer<StringBuilder> complete) {
        complete.accept(figure.isPresent() ? text.append(figure.getAsLong()) : text);
    }

    private static void figure(OptionalDouble figure, StringBuilder text, Consumer<StringBuilder> complete) {
        if (figure.isPresent()) {
            DecimalText.append(figure.getAsDouble(), text);
        }
        complete.accept(text);
    }
}
