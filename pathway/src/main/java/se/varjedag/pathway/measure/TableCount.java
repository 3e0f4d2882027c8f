package se.varjedag.pathway.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Counts a part of a table: run by run, each in batches that stay in the processor's nearest memory. Groups that
/// lie in several runs or parts are put together afterwards.
final class TableCount {
    private static final int BATCH = 1024;

    private final KeyPlan keys;
    private final TablePlan plan;
    private final Runs runs;

    private final int[] rows = new int[BATCH];
    private final int[] values = new int[BATCH];
    private final int[] days = new int[BATCH];
    private final long[] inside = new long[BATCH];

    private long[] numbers = new long[64];
    private Group[] groups = new Group[64];
    private int size;

    private TableCount(KeyPlan keys, TablePlan plan, int fromBlock, int toBlock) {
        this.keys = keys;
        this.plan = plan;
        runs = new Runs(plan, fromBlock, toBlock);
    }

    /// Counts the blocks from one up to and without another.
    static TableCount of(KeyPlan keys, TablePlan plan, int fromBlock, int toBlock) {
        var count = new TableCount(keys, plan, fromBlock, toBlock);
        if (keys.dense()) {
            count.countSideBySide();
        } else {
            count.countInTurn();
        }
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

    /// The groups of a run have a tally each, used again by the next run.
    private void countSideBySide() {
        var numbersInside = keys.numbersInside();
        var tallies = new @Nullable Tally[numbersInside.length];
        var used = new int[tallies.length];
        for (int run = 0; run < runs.size(); run++) {
            int count = 0;
            for (int stretch = runs.firstOf(run); stretch < runs.firstOf(run + 1); stretch++) {
                for (int from = runs.fromRow(stretch); from < runs.toRow(stretch); from += BATCH) {
                    int n = select(stretch, from);
                    count = count(n, tallies, used, count);
                }
            }
            for (int i = 0; i < count; i++) {
                var tally = tallies[used[i]];
                if (tally != null) {
                    add(runs.adds(run) + numbersInside[used[i]], tally.group());
                }
            }
        }
    }

    /// Counts the rows selected; gives how many tallies of the run are in use.
    private int count(int n, @Nullable Tally[] tallies, int[] used, int before) {
        plan.table.days().read(rows, n, days);
        plan.table.profile().read(rows, n, values);
        int count = before;
        if (tallies.length == 1) {
            var tally = tallies[0];
            if (tally == null) {
                tally = new Tally();
                tallies[0] = tally;
            }
            for (int i = 0; i < n; i++) {
                tally.add(plan, values[i], days[i]);
            }
            return n > 0 ? 1 : before;
        }
        for (int i = 0; i < n; i++) {
            int here = (int) inside[i];
            var tally = tallies[here];
            if (tally == null) {
                tally = new Tally();
                tallies[here] = tally;
            }
            if (!tally.anybody()) {
                used[count++] = here;
            }
            tally.add(plan, values[i], days[i]);
        }
        return count;
    }

    /// Every wait is written down with its group, and the groups are made at the end.
    private void countInTurn() {
        var index = new GroupIndex(Long.MAX_VALUE);
        var waits = new Observations((int) Math.min(runs.rows(), 1 << 16));
        for (int run = 0; run < runs.size(); run++) {
            for (int stretch = runs.firstOf(run); stretch < runs.firstOf(run + 1); stretch++) {
                for (int from = runs.fromRow(stretch); from < runs.toRow(stretch); from += BATCH) {
                    int n = select(stretch, from);
                    plan.table.days().read(rows, n, days);
                    plan.table.profile().read(rows, n, values);
                    for (int i = 0; i < n; i++) {
                        add(waits, index.of(runs.adds(run) + inside[i]), values[i], days[i]);
                    }
                }
            }
        }
        groups = waits.groups(index.size(), _ -> java.util.List.of());
        size = groups.length;
        numbers = new long[size];
        Arrays.setAll(numbers, index::key);
    }

    private void add(Observations waits, int group, int profile, int wait) {
        int limit = plan.limits[profile];
        switch (plan.outcomes[profile]) {
            case 0 -> waits.reached(group, wait, limit, plan.assumed[profile], plan.included[profile]);
            case 1 -> waits.left(group, wait);
            case 2 -> waits.waiting(group, wait, limit, plan.assumed[profile]);
            default -> waits.stale(group);
        }
    }

    private void add(long number, Group group) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            groups = Arrays.copyOf(groups, 2 * size);
        }
        numbers[size] = number;
        groups[size++] = group;
    }

    /// Puts the rows of a batch that the question lets in into `rows`, and what they add inside the run into
    /// `inside`; gives how many there are.
    private int select(int stretch, int from) {
        int n = Math.min(BATCH, runs.toRow(stretch) - from);
        for (int i = 0; i < n; i++) {
            rows[i] = from + i;
        }
        int block = runs.block(stretch);
        if (block >= 0 && plan.byDay != null) {
            readDays(block, n);
            n = keep(plan.byDay, n);
        }
        for (var lookup : plan.lookups) {
            if (lookup.in != null && n > 0 && lookup.column != null) {
                lookup.column.read(rows, n, values);
                n = keep(lookup, n);
            }
        }
        Arrays.fill(inside, 0, n, 0);
        if (block >= 0 && plan.byDay != null && plan.byDay.adds != null) {
            readDays(block, n);
            add(plan.byDay.adds, n);
        }
        for (var lookup : plan.lookups) {
            if (lookup.adds != null && lookup.column != null) {
                lookup.column.read(rows, n, values);
                add(lookup.adds, n);
            }
        }
        return n;
    }

    /// The days of account of the rows, since the first of the calendar, into `values`.
    private void readDays(int block, int n) {
        plan.table.day().read(rows, n, values);
        int first = plan.firstDayOf(block);
        if (plan.byStart) {
            plan.table.days().read(rows, n, days);
            for (int i = 0; i < n; i++) {
                values[i] += first - days[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                values[i] += first;
            }
        }
    }

    private int keep(TablePlan.Lookup lookup, int n) {
        var in = lookup.in;
        if (in == null) {
            return n;
        }
        int kept = 0;
        for (int i = 0; i < n; i++) {
            rows[kept] = rows[i];
            kept += in[values[i]] ? 1 : 0;
        }
        return kept;
    }

    private void add(long[] adds, int n) {
        for (int i = 0; i < n; i++) {
            inside[i] += adds[values[i]];
        }
    }
}
