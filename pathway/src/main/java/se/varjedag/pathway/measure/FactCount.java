package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers one question from the tables of its measure: each table is counted, large ones in two halves at the
/// same time, and the groups are put together by their numbers.
final class FactCount {
    private static final int WORTH_TWO_THREADS = 50_000;

    private final MeasureTables tables;
    private final Question question;
    private final KeyPlan keys;
    private final boolean large;
    private final GroupIndex index = new GroupIndex(Long.MAX_VALUE);
    private @Nullable Group[] groups = new @Nullable Group[64];

    private record Part(TablePlan plan, int fromBlock, int toBlock) {}

    FactCount(MeasureTables tables, Question question) {
        this.tables = tables;
        this.question = question;
        keys = new KeyPlan(question, tables);
        large = tables.rows() >= WORTH_TWO_THREADS;
    }

    /// The answer, with inclusion where expected cases are given.
    Answer answer(Optional<ExpectedCases> expected) {
        var sorted = keys.dense() ? sideBySide() : new SortedCount(keys, plans(), large).groups();
        var accounted = expected.isPresent() ? tables.accounted(question.countBy()) : Span.EMPTY;
        return Answers.answer(question, sorted, expected, accounted);
    }

    private List<TablePlan> plans() {
        var all =
                Stream.concat(tables.counted().stream(), tables.gone().stream()).toList();
        return IntStream.range(0, all.size())
                .filter(number -> all.get(number).rows() > 0)
                .mapToObj(number -> new TablePlan(question, keys, tables, all.get(number), number))
                .toList();
    }

    /// The groups where they are few.
    private List<Group> sideBySide() {
        var parts = plans().stream().flatMap(plan -> parts(plan).stream()).toList();
        var counts = (large ? parts.parallelStream() : parts.stream())
                .map(part -> TableCount.of(keys, part.plan(), part.fromBlock(), part.toBlock()))
                .toList();
        for (int part = 0; part < parts.size(); part++) {
            var count = counts.get(part);
            for (int i = 0; i < count.size(); i++) {
                if (parts.get(part).plan().gone) {
                    takeAway(count.number(i), count.group(i));
                } else {
                    add(count.number(i), count.group(i));
                }
            }
        }
        var sorted = new ArrayList<Group>();
        for (int number : index.sorted()) {
            var group = groups[number];
            if (group != null && group.everybody() > 0) {
                sorted.add(group.under(keys.key(index.key(number))));
            }
        }
        return sorted;
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
