package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.NONE;

import se.varjedag.pathway.event.Timelines;

/// Consecutive persons, traced one after the other by one thread into their own stretch of the columns.
final class PersonRange {

    private final Timelines timelines;
    private final CodeBook codes;
    private final int firstPerson;
    private final int lastPerson;
    private final boolean withPoints;
    private final FindingColumns findings;
    private final FindingColumns awaited;
    private final Chart chart;

    private int mostPathways;
    private int mostPoints;
    private int firstPathway;
    private int firstPoint;
    private int nextPathway;
    private int nextPoint;

    /// From the first of its persons up to, and without, the last.
    PersonRange(
            Timelines timelines, CodeBook codes, int firstPerson, int lastPerson, boolean withPoints, boolean listing) {
        this.timelines = timelines;
        this.codes = codes;
        this.firstPerson = firstPerson;
        this.lastPerson = lastPerson;
        this.withPoints = withPoints;
        this.findings = new FindingColumns(listing);
        this.awaited = new FindingColumns(listing);
        this.chart = new Chart(codes.definitions().all().size());
    }

    /// Counts the rows that may open a pathway and those that may become a point: no more can come of them.
    void measureOut() {
        if (firstPerson == lastPerson) {
            return;
        }
        int to = timelines.to(lastPerson - 1);
        long most = 0;
        for (int row = timelines.from(firstPerson); row < to; row++) {
            most += codes.outcome(timelines.code(row));
        }
        mostPathways = (int) (most / CodeBook.ONE_PATHWAY);
        mostPoints = withPoints ? (int) (most % CodeBook.ONE_PATHWAY) : 0;
    }

    int mostPathways() {
        return mostPathways;
    }

    int mostPoints() {
        return mostPoints;
    }

    void startAt(int pathway, int point) {
        firstPathway = pathway;
        firstPoint = point;
        nextPathway = pathway;
        nextPoint = point;
    }

    void traceInto(PathwayColumns columns) {
        var openings = new OpeningsAndEnds(timelines, codes, chart, columns, findings);
        var placement = new PointPlacement(timelines, codes, chart, columns, findings, awaited);
        var standing = new Standing(timelines, codes, columns, findings);
        for (int person = firstPerson; person < lastPerson; person++) {
            trace(person, columns, openings, placement, standing);
        }
    }

    private void trace(
            int person, PathwayColumns columns, OpeningsAndEnds openings, PointPlacement placement, Standing standing) {
        int from = timelines.from(person);
        int to = timelines.to(person);
        chart.begin(nextPathway, timelines, codes, from, to);
        openings.follow(person);
        int after = nextPathway + chart.pathwayCount();
        boolean owning = withPoints && after > nextPathway;
        if (owning) {
            chart.disownRows(to - from);
        }
        for (int pathway = nextPathway; pathway < after; pathway++) {
            standing.lookAtAge(pathway, person);
        }
        // What the as-of day decides too is found last.
        placement.place(person, owning);
        for (int pathway = nextPathway; pathway < after; pathway++) {
            standing.settle(pathway, person, to);
        }
        writePoints(columns, from, to, after);
        nextPathway = after;
    }

    /// Writes the points of the person's pathways, one pathway after the other, each in the order of days.
    private void writePoints(PathwayColumns columns, int from, int to, int after) {
        if (!withPoints || after == nextPathway) {
            return;
        }
        for (int pathway = nextPathway; pathway < after; pathway++) {
            chart.own(columns.startRow[pathway], pathway);
            if (columns.treatment[pathway] >= 0) {
                chart.own(columns.endRow[pathway], pathway);
            }
        }
        if (after == nextPathway + 1) {
            writePointsOfOne(columns, from, to);
            return;
        }
        // The columns are new: every count begins at 0.
        var at = columns.pointsFrom;
        for (int row = from; row < to; row++) {
            if (chart.owner(row) != NONE) {
                at[chart.owner(row)]++;
            }
        }
        int point = nextPoint;
        for (int pathway = nextPathway; pathway < after; pathway++) {
            int count = at[pathway];
            at[pathway] = point;
            point += count;
        }
        for (int row = from; row < to; row++) {
            if (chart.owner(row) != NONE) {
                columns.pointRow[at[chart.owner(row)]++] = row;
            }
        }
        System.arraycopy(at, nextPathway, at, nextPathway + 1, after - nextPathway - 1);
        at[nextPathway] = nextPoint;
        nextPoint = point;
    }

    /// The same for the many who have one pathway.
    private void writePointsOfOne(PathwayColumns columns, int from, int to) {
        columns.pointsFrom[nextPathway] = nextPoint;
        for (int row = from; row < to; row++) {
            if (chart.owner(row) != NONE) {
                columns.pointRow[nextPoint++] = row;
            }
        }
    }

    void close(PathwayColumns columns) {
        columns.append(firstPathway, nextPathway - firstPathway, firstPoint, nextPoint - firstPoint);
    }

    FindingColumns findings() {
        return findings;
    }

    FindingColumns awaited() {
        return awaited;
    }
}
