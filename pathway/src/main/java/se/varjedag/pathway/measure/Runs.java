package se.varjedag.pathway.measure;

import java.util.Arrays;

/// The stretches of rows of a part of a table that a question may count, brought together in runs: what belongs to
/// one run has everything in common that its blocks decide.
final class Runs {
    private int[] fromRows = new int[256];
    private int[] toRows = new int[256];
    private int[] blocks = new int[256];
    private int[] runOf = new int[256];
    private int size;
    private long rows;

    private final GroupIndex runs = new GroupIndex(Long.MAX_VALUE);
    private int[] order = {};
    private int[] starts = {};

    /// The stretches of the blocks from one up to and without another.
    Runs(TablePlan plan, int fromBlock, int toBlock) {
        long before = TablePlan.OUT;
        int run = 0;
        for (int block = fromBlock; block < toBlock; block++) {
            long adds = plan.adds(block);
            if (adds == TablePlan.OUT) {
                continue;
            }
            if (adds != before) {
                run = runs.of(adds);
                before = adds;
            }
            add(plan, block, run);
        }
        bringTogether();
    }

    private void add(TablePlan plan, int block, int run) {
        int from = plan.table.blocks().start(block);
        int to = plan.table.blocks().start(block + 1);
        rows += to - from;
        boolean asksForDay = plan.asksForDay(block);
        int last = size - 1;
        if (last >= 0 && !asksForDay && toRows[last] == from && runOf[last] == run && blocks[last] < 0) {
            toRows[last] = to;
            return;
        }
        if (size == fromRows.length) {
            fromRows = Arrays.copyOf(fromRows, 2 * size);
            toRows = Arrays.copyOf(toRows, 2 * size);
            blocks = Arrays.copyOf(blocks, 2 * size);
            runOf = Arrays.copyOf(runOf, 2 * size);
        }
        fromRows[size] = from;
        toRows[size] = to;
        blocks[size] = asksForDay ? block : -1;
        runOf[size++] = run;
    }

    private void bringTogether() {
        starts = new int[runs.size() + 1];
        order = new int[size];
        for (int i = 0; i < size; i++) {
            starts[runOf[i] + 1]++;
        }
        for (int run = 1; run < starts.length; run++) {
            starts[run] += starts[run - 1];
        }
        var next = starts.clone();
        for (int i = 0; i < size; i++) {
            order[next[runOf[i]]++] = i;
        }
    }

    /// How many rows there are in all.
    long rows() {
        return rows;
    }

    /// How many runs there are.
    int size() {
        return runs.size();
    }

    /// What a run adds to the number of a group.
    long adds(int run) {
        return runs.key(run);
    }

    /// The first stretch of a run; those up to and without `firstOf(run + 1)` belong to it.
    int firstOf(int run) {
        return starts[run];
    }

    int fromRow(int stretch) {
        return fromRows[order[stretch]];
    }

    int toRow(int stretch) {
        return toRows[order[stretch]];
    }

    /// The block whose rows must be asked for their day, -1 where they need not be.
    int block(int stretch) {
        return blocks[order[stretch]];
    }
}
