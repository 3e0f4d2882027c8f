package se.varjedag.pathway.trace;

/// The columns that pathways are traced into: one allocation for the whole tracing, in which every range of persons
/// writes a stretch of its own, and which are closed up to one stretch at the end.
final class PathwayColumns {

    /// No row, no pathway, no day.
    static final int NONE = Integer.MIN_VALUE;

    static final byte EXTENDED = 1;
    static final byte AT_PATHOLOGY = 2;
    static final byte ASSUMED = 4;

    final int[] person;
    final short[] definition;
    final int[] start;
    final int[] startRow;
    final int[] end;
    final int[] endRow;
    final int[] waitingRow;
    final int[] heardRow;
    final byte[] state;
    final byte[] endSuffix;
    final byte[] treatment;
    final byte[] marks;
    final int[] limit;
    final int[] shortestLimit;
    final int[] pointsFrom;
    final int[] pointRow;

    private int pathways;
    private int points;

    PathwayColumns(int mostPathways, int mostPoints) {
        person = new int[mostPathways];
        definition = new short[mostPathways];
        start = new int[mostPathways];
        startRow = new int[mostPathways];
        end = new int[mostPathways];
        endRow = new int[mostPathways];
        waitingRow = new int[mostPathways];
        heardRow = new int[mostPathways];
        state = new byte[mostPathways];
        endSuffix = new byte[mostPathways];
        treatment = new byte[mostPathways];
        marks = new byte[mostPathways];
        limit = new int[mostPathways];
        shortestLimit = new int[mostPathways];
        pointsFrom = new int[mostPathways + 1];
        pointRow = new int[mostPoints];
    }

    int pathways() {
        return pathways;
    }

    int points() {
        return points;
    }

    /// Moves the stretch of one range up to the end of what is closed already. Called range by range, in order.
    void append(int firstPathway, int pathwayCount, int firstPoint, int pointCount) {
        for (Object column : new Object[] {
            person,
            definition,
            start,
            startRow,
            end,
            endRow,
            waitingRow,
            heardRow,
            state,
            endSuffix,
            treatment,
            marks,
            limit,
            shortestLimit
        }) {
            move(column, firstPathway, pathways, pathwayCount);
        }
        int shift = firstPoint - points;
        for (int i = 0; i < pathwayCount; i++) {
            pointsFrom[pathways + i] = pointsFrom[firstPathway + i] - shift;
        }
        move(pointRow, firstPoint, points, pointCount);
        pathways += pathwayCount;
        points += pointCount;
    }

    /// Takes over pathways of other columns, with their persons and rows moved.
    void append(PathwayColumns from, int first, int count, int personShift, int rowShift) {
        copy(from.definition, first, definition, count);
        copy(from.start, first, start, count);
        copy(from.end, first, end, count);
        copy(from.state, first, state, count);
        copy(from.endSuffix, first, endSuffix, count);
        copy(from.treatment, first, treatment, count);
        copy(from.marks, first, marks, count);
        copy(from.limit, first, limit, count);
        copy(from.shortestLimit, first, shortestLimit, count);
        int firstPoint = from.pointsFrom[first];
        int pointCount = from.pointsFrom[first + count] - firstPoint;
        for (int i = 0; i < count; i++) {
            person[pathways + i] = from.person[first + i] + personShift;
            startRow[pathways + i] = from.startRow[first + i] + rowShift;
            endRow[pathways + i] = from.endRow[first + i] == NONE ? NONE : from.endRow[first + i] + rowShift;
            waitingRow[pathways + i] = from.waitingRow[first + i] + rowShift;
            heardRow[pathways + i] = from.heardRow[first + i] + rowShift;
            pointsFrom[pathways + i] = from.pointsFrom[first + i] - firstPoint + points;
        }
        for (int k = 0; k < pointCount; k++) {
            pointRow[points + k] = from.pointRow[firstPoint + k] + rowShift;
        }
        pathways += count;
        points += pointCount;
    }

    private void copy(Object from, int first, Object to, int count) {
        System.arraycopy(from, first, to, pathways, count);
    }

    /// The first pathway of this person or, where she has none, of the next who has.
    int firstOf(int ofPerson) {
        int low = 0;
        int high = pathways;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (person[middle] < ofPerson) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Marks where the points of the last pathway end, once every range is in its place.
    void seal() {
        pointsFrom[pathways] = points;
    }

    private static void move(Object column, int from, int to, int length) {
        if (from != to) {
            System.arraycopy(column, from, column, to, length);
        }
    }
}
