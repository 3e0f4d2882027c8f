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

    /// The first row of a batch of which none was left out yet, otherwise -1 and the rows in `rows`.
    private int firstRow;

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
        read(plan.table.days(), n, days);
        read(plan.table.profile(), n, values);
        if (tallies.length == 1) {
            var tally = tally(tallies, 0);
            for (int i = 0; i < n; i++) {
                tally.add(plan.kinds[values[i]], days[i], plan.bounds[values[i]]);
            }
            return n > 0 ? 1 : before;
        }
        int count = before;
        for (int i = 0; i < n; i++) {
            int here = (int) inside[i];
            var tally = tally(tallies, here);
            if (!tally.anybody()) {
                used[count++] = here;
            }
            tally.add(plan.kinds[values[i]], days[i], plan.bounds[values[i]]);
        }
        return count;
    }

    private static Tally tally(@Nullable Tally[] tallies, int place) {
        var tally = tallies[place];
        if (tally == null) {
            tally = new Tally();
            tallies[place] = tally;
        }
        return tally;
    }

    /// Every wait is written down with its group, and the groups are made at the end.
    private void countInTurn() {
        var index = new GroupIndex(Long.MAX_VALUE);
        var waits = new Observations((int) Math.min(runs.rows(), 1 << 16));
        for (int run = 0; run < runs.size(); run++) {
            for (int stretch = runs.firstOf(run); stretch < runs.firstOf(run + 1); stretch++) {
                for (int from = runs.fromRow(stretch); from < runs.toRow(stretch); from += BATCH) {
                    int n = select(stretch, from);
                    read(plan.table.days(), n, days);
                    read(plan.table.profile(), n, values);
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
        firstRow = from;
        int block = runs.block(stretch);
        if (block >= 0 && plan.byDay != null) {
            readDays(block, n);
            n = keep(plan.byDay, n);
        }
        for (var lookup : plan.lookups) {
            if (lookup.in != null && n > 0 && lookup.column != null) {
                read(lookup.column, n, values);
                n = keep(lookup, n);
            }
        }
        boolean begun = false;
        if (block >= 0 && plan.byDay != null && plan.byDay.adds != null) {
            readDays(block, n);
            begun = add(plan.byDay.adds, n, begun);
        }
        for (var lookup : plan.lookups) {
            if (lookup.adds != null && lookup.column != null) {
                read(lookup.column, n, values);
                begun = add(lookup.adds, n, begun);
            }
        }
        if (!begun) {
            Arrays.fill(inside, 0, n, 0);
        }
        return n;
    }

    /// Reads the values of the rows selected so far: as long as none was left out they follow on each other.
    private void read(Column column, int n, int[] into) {
        if (firstRow >= 0) {
            column.read(firstRow, n, into);
        } else {
            column.read(rows, n, into);
        }
    }

    /// The days of account of the rows, since the first of the calendar, into `values`.
    private void readDays(int block, int n) {
        read(plan.table.day(), n, values);
        int first = plan.firstDayOf(block);
        if (plan.byStart) {
            read(plan.table.days(), n, days);
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
        if (firstRow >= 0) {
            for (int i = 0; i < n; i++) {
                rows[kept] = firstRow + i;
                kept += in[values[i]] ? 1 : 0;
            }
            firstRow = kept == n ? firstRow : -1;
        } else {
            for (int i = 0; i < n; i++) {
                rows[kept] = rows[i];
                kept += in[values[i]] ? 1 : 0;
            }
        }
        return kept;
    }

    /// Adds to `inside`, or begins it; it has begun afterwards.
    private boolean add(long[] adds, int n, boolean begun) {
        if (begun) {
            for (int i = 0; i < n; i++) {
                inside[i] += adds[values[i]];
            }
        } else {
            for (int i = 0; i < n; i++) {
                inside[i] = adds[values[i]];
            }
        }
        return true;
    }
}
