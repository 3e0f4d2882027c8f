package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers one question from the tables of its measure: each table is counted, large ones in two halves at the
/// same time, and the groups are put together by their numbers.
final class FactCount {
    private static final int WORTH_TWO_THREADS = 50_000;

    private final MeasureTables tables;
    private final Question question;
    private final KeyPlan keys;
    private final GroupIndex index = new GroupIndex(Long.MAX_VALUE);
    private @Nullable Group[] groups = new @Nullable Group[64];

    private record Part(TablePlan plan, int fromBlock, int toBlock) {}

    FactCount(MeasureTables tables, Question question) {
        this.tables = tables;
        this.question = question;
        keys = new KeyPlan(question, tables);
    }

    /// The answer, with inclusion where expected cases are given.
    Answer answer(Optional<ExpectedCases> expected) {
        var counted = tables.counted();
        for (var count : counts(counted, 0)) {
            for (int i = 0; i < count.size(); i++) {
                add(count.number(i), count.group(i));
            }
        }
        for (var count : counts(tables.gone(), counted.size())) {
            for (int i = 0; i < count.size(); i++) {
                takeAway(count.number(i), count.group(i));
            }
        }
        var sorted = new ArrayList<Group>();
        for (int number : index.sorted()) {
            var group = groups[number];
            if (group != null && group.everybody() > 0) {
                sorted.add(group.under(keys.key(index.key(number))));
            }
        }
        var accounted = expected.isPresent() ? tables.accounted(question.countBy()) : Span.EMPTY;
        return Answers.answer(question, sorted, expected, accounted);
    }

    private List<TableCount> counts(List<WaitTable> some, int firstNumber) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < some.size(); i++) {
            var table = some.get(i);
            if (table.rows() > 0) {
                parts.addAll(parts(new TablePlan(question, keys, tables, table, firstNumber + i)));
            }
        }
        boolean large = some.stream().anyMatch(table -> table.rows() >= WORTH_TWO_THREADS);
        var stream = large ? parts.parallelStream() : parts.stream();
        return stream.map(part -> TableCount.of(keys, part.plan(), part.fromBlock(), part.toBlock()))
                .toList();
    }

    /// The table whole, or in two halves of about the same number of rows.
    private static List<Part> parts(TablePlan plan) {
        var table = plan.table;
        if (table.rows() < WORTH_TWO_THREADS) {
            return List.of(new Part(plan, 0, table.blocks().size()));
        }
        int half = table.blocks().startingFrom(table.rows() / 2);
        return List.of(
                new Part(plan, 0, half), new Part(plan, half, table.blocks().size()));
    }

    private void add(long number, Group group) {
        int at = index.of(number);
        if (at >= groups.length) {
            groups = Arrays.copyOf(groups, 2 * groups.length);
        }
        var known = groups[at];
        groups[at] = known == null ? group : known.plus(group, List.of());
    }

    private void takeAway(long number, Group group) {
        int at = index.of(number);
        var known = at < groups.length ? groups[at] : null;
        if (known == null) {
            throw new IllegalStateException("Waits are to be taken away that were never counted");
        }
        groups[at] = known.minus(group);
    }
}
