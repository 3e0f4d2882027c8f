package se.varjedag.pathway.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of one table that a question lets in, in batches that stay in the processor's nearest memory.
final class RowBatch {
    /// So many rows at a time.
    static final int SIZE = 1024;

    private final TablePlan plan;
    private final Runs runs;

    /// The first row of a batch of which none was left out yet, otherwise -1 and the rows in `rows`.
    private int firstRow;

    private final int[] rows = new int[SIZE];
    private final int[] values = new int[SIZE];
    private final int[] others = new int[SIZE];
    private final int[] days = new int[SIZE];

    /// Whether `days` holds the waits of the rows that are left.
    private boolean daysRead;

    private final long[] inside = new long[SIZE];

    RowBatch(TablePlan plan, Runs runs) {
        this.plan = plan;
        this.runs = runs;
    }

    /// Reads the rows of a stretch from one on, at most so many as a batch takes; gives how many are let in. What
    /// they add to the number of a group is in [#inside()] then.
    int read(int stretch, int from) {
        int n = Math.min(SIZE, runs.toRow(stretch) - from);
        firstRow = from;
        daysRead = false;
        int block = runs.block(stretch);
        if (block >= 0 && plan.byDay != null && plan.byDay.in != null) {
            readDays(block, n);
            n = keep(plan.byDay, n);
            daysRead = false;
        }
        n = filtered(n);
        boolean begun = false;
        if (block >= 0 && plan.byDay != null && plan.byDay.adds != null) {
            readDays(block, n);
            begun = add(plan.byDay.adds, n, begun);
        }
        for (var lookup : plan.adders) {
            if (lookup.adds != null) {
                read(lookup, n, values);
                begun = add(lookup.adds, n, begun);
            }
        }
        if (!begun) {
            Arrays.fill(inside, 0, n, 0);
        }
        return n;
    }

    /// What each row read adds to the number of a group inside its run.
    long[] inside() {
        return inside;
    }

    /// The waits of so many of the rows read, in days.
    int[] days(int n) {
        if (!daysRead) {
            read(plan.table.days(), n, days);
        }
        return days;
    }

    /// The profiles of so many of the rows read.
    int[] profiles(int n) {
        read(plan.table.profile(), n, values);
        return values;
    }

    /// Leaves out what the question filters away; while no row was left out, the first two lists are asked at once.
    private int filtered(int n) {
        int kept = n;
        int next = 0;
        if (firstRow >= 0 && plan.filters.length > 1) {
            read(plan.filters[0], n, values);
            read(plan.filters[1], n, others);
            kept = keep(plan.filters[0].in, plan.filters[1].in, n);
            next = 2;
        }
        for (int i = next; i < plan.filters.length && kept > 0; i++) {
            read(plan.filters[i], kept, values);
            kept = keep(plan.filters[i], kept);
        }
        return kept;
    }

    private int keep(boolean @Nullable [] one, boolean @Nullable [] other, int n) {
        if (one == null || other == null) {
            throw new IllegalStateException("A filter lets in everything");
        }
        int kept = 0;
        for (int i = 0; i < n; i++) {
            rows[kept] = firstRow + i;
            int let = one[values[i]] ? 1 : 0;
            kept += other[others[i]] ? let : 0;
        }
        firstRow = kept == n ? firstRow : -1;
        return kept;
    }

    private void read(TablePlan.Lookup lookup, int n, int[] into) {
        if (lookup.column != null) {
            read(lookup.column, n, into);
        }
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
            daysRead = true;
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
