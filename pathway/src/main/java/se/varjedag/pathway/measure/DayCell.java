package se.varjedag.pathway.measure;

import se.varjedag.pathway.measure.DayHistogram.Outcome;

/// One cell of a [DayHistogram] in one number: what happened (top bits), on which day, and how many. Cells sort by
/// what happened, then by day.
final class DayCell {
    private static final int COUNT_BITS = 38;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final int DAY_BITS = 22;

    /// The longest wait that has a cell: eleven thousand years.
    static final int LONGEST = (1 << DAY_BITS) - 1;

    private DayCell() {}

    /// So many at a place.
    ///
    /// @throws ArithmeticException where they are fewer than none or too many
    static long of(long place, long count) {
        if (count < 0 || count > COUNT_MASK) {
            throw new ArithmeticException("Not from 0 to " + COUNT_MASK + " patients on one day: " + count);
        }
        return place << COUNT_BITS | count;
    }

    /// Where an outcome and a day stand among all cells.
    static long place(Outcome outcome, int day) {
        return (long) outcome.place << DAY_BITS | day;
    }

    /// The place of a cell.
    static long place(long cell) {
        return cell >>> COUNT_BITS;
    }

    /// The day of a cell.
    static int day(long cell) {
        return (int) (cell >>> COUNT_BITS) & LONGEST;
    }

    /// How many a cell counts.
    static long count(long cell) {
        return cell & COUNT_MASK;
    }
}
