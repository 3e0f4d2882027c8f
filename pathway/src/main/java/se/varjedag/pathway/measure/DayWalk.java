package se.varjedag.pathway.measure;

/// Walks through a histogram from the shortest wait to the longest: only the days on which anything happened to
/// anybody.
final class DayWalk {
    private static final int NEVER = Integer.MAX_VALUE;

    private final long[] cells;
    private final Row reached;
    private final Row left;
    private final Row waiting;
    private int day;

    /// @param cells those of the histogram: first who reached the end, then who left, then who waits
    DayWalk(long[] cells, int leftFrom, int waitingFrom) {
        this.cells = cells;
        reached = new Row(0, leftFrom);
        left = new Row(leftFrom, waitingFrom);
        waiting = new Row(waitingFrom, cells.length);
    }

    /// Goes to the next day; false when there is none.
    boolean next() {
        int next = Math.min(reached.day(), Math.min(left.day(), waiting.day()));
        if (next == NEVER) {
            return false;
        }
        day = next;
        reached.goTo(next);
        left.goTo(next);
        waiting.goTo(next);
        return true;
    }

    /// The day gone to last, 0 before the first.
    int day() {
        return day;
    }

    /// How many reached the end on this day.
    long reached() {
        return reached.count;
    }

    /// How many left on it.
    long left() {
        return left.count;
    }

    /// How many have waited to it.
    long waiting() {
        return waiting.count;
    }

    /// The cells of one outcome, read one after the other.
    private final class Row {
        private int at;
        private final int end;
        private long count;

        Row(int from, int to) {
            at = from;
            end = to;
        }

        int day() {
            return at < end ? DayCell.day(cells[at]) : NEVER;
        }

        void goTo(int to) {
            count = day() == to ? DayCell.count(cells[at++]) : 0;
        }
    }
}
