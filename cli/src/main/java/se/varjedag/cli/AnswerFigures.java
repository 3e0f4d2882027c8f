package se.varjedag.cli;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.cli.Figures.Cell;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.Group;

/// An answer as a table for people: the same columns, rounded when shown.
final class AnswerFigures {
    private AnswerFigures() {}

    static Figures of(Answer answer) {
        return new Figures(
                answer.columns(),
                answer.groups().stream().map(group -> row(answer, group)).toList());
    }

    private static List<Cell> row(Answer answer, Group group) {
        var row = new ArrayList<Cell>();
        group.key().forEach(word -> row.add(Cell.of(word)));
        row.add(Cell.of(group.n()));
        row.add(Cell.of(group.withLimit()));
        row.add(Cell.of(group.within()));
        row.add(Cell.part(group.share()));
        row.add(Cell.of(group.median()));
        row.add(Cell.of(group.p75()));
        row.add(Cell.of(group.p80()));
        row.add(Cell.of(group.p90()));
        row.add(Cell.of(group.mean()));
        row.add(Cell.of(group.overtimeDays()));
        row.add(Cell.of(group.waiting()));
        row.add(Cell.of(group.waitingOvertimeDays()));
        row.add(Cell.of(group.waitingStale()));
        row.add(Cell.of(group.left()));
        if (answer.expected()) {
            row.add(Cell.of(group.cases()));
            row.add(Cell.part(group.inclusion()));
        }
        return row;
    }
}
