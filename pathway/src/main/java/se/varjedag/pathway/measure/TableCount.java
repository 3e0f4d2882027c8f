package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts a part of a table for a question of few groups: run by run, the groups of a run side by side. Groups that
/// lie in several parts are put together afterwards.
final class TableCount {
    private final KeyPlan keys;
    private final Runs runs;
    private final RowBatch batch;
    private final WaitKinds kinds;
    private final int[] ofProfiles;

    private long[] numbers = new long[64];
    private Group[] groups = new Group[64];
    private int size;

    private TableCount(KeyPlan keys, TablePlan plan, int fromBlock, int toBlock) {
        this.keys = keys;
        runs = new Runs(plan, fromBlock, toBlock);
        batch = new RowBatch(plan, runs);
        kinds = WaitKinds.of(plan);
        ofProfiles = kinds.ofProfiles(0);
    }

    /// Counts the blocks from one up to and without another.
    static TableCount of(KeyPlan keys, TablePlan plan, int fromBlock, int toBlock) {
        var count = new TableCount(keys, plan, fromBlock, toBlock);
        count.countSideBySide();
        return count;
    }

    /// How many groups there are.
    int size() {
        return size;
    }

    /// The number of a group.
    long number(int i) {
        return numbers[i];
    }

    /// A group, without its key.
    Group group(int i) {
        return groups[i];
    }

    /// The groups of a run have their places in one tally, used again by the next run.
    private void countSideBySide() {
        var numbersInside = keys.numbersInside();
        var tally = new Tally(kinds, numbersInside.length);
        var complete = new GroupTally(kinds);
        for (int run = 0; run < runs.size(); run++) {
            for (int stretch = runs.firstOf(run); stretch < runs.firstOf(run + 1); stretch++) {
                for (int from = runs.fromRow(stretch); from < runs.toRow(stretch); from += RowBatch.SIZE) {
                    int n = batch.read(stretch, from);
                    tally.addAll(n, batch.inside(), batch.profiles(n), ofProfiles, batch.days(n));
                }
            }
            for (int i = 0; i < numbersInside.length; i++) {
                if (tally.moveTo(complete, i)) {
                    add(runs.adds(run) + numbersInside[i], complete.group(List.of()));
                }
            }
            tally.forget();
        }
    }

    private void add(long number, @Nullable Group group) {
        if (group == null) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            groups = Arrays.copyOf(groups, 2 * size);
        }
        numbers[size] = number;
        groups[size++] = group;
    }
}
