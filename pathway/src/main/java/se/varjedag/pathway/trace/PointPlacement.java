package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.NONE;

import java.util.Arrays;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Finding.Kind;

/// The second walk through a person's rows, when her pathways are known: which pathway each point belongs to, and
/// whether whoever was sent was received.
final class PointPlacement {

    /// A referral on suspicion belongs to a pathway that opens at most this many days later.
    static final int DAYS_FROM_SUSPECTED = 90;

    /// A patient who was sent should be received within this many days.
    static final int DAYS_TO_RECEIVE = 14;

    private static final int NEVER = Integer.MAX_VALUE;

    private final Timelines timelines;
    private final CodeBook codes;
    private final Chart chart;
    private final PathwayColumns columns;
    private final FindingColumns findings;
    private final FindingColumns awaited;

    /// By definition: the next pathway that an 05 may belong to; and the nearest 91 ahead, read backwards.
    private final int[] opening;

    private final int[] received;

    /// The 90s of the person, each with the pathway she was sent from.
    private int[] sentRow = new int[8];

    private int[] sentFrom = new int[8];
    private int sentCount;

    private int person;
    private boolean owning;

    PointPlacement(
            Timelines timelines,
            CodeBook codes,
            Chart chart,
            PathwayColumns columns,
            FindingColumns findings,
            FindingColumns awaited) {
        this.timelines = timelines;
        this.codes = codes;
        this.chart = chart;
        this.columns = columns;
        this.findings = findings;
        this.awaited = awaited;
        opening = new int[codes.definitions().all().size()];
        received = new int[opening.length];
    }

    /// Places the rows of the person whom the chart holds. With `owning`, whose point each row is is noted there.
    void place(int ofPerson, boolean owningRows) {
        person = ofPerson;
        owning = owningRows;
        if (chart.suspected) {
            placeSuspected();
        }
        for (int at = 0; at < chart.secondWalkCount; at++) {
            placeRow(chart.secondWalk[at]);
        }
        if (sentCount > 0) {
            lookForReceipts();
        }
    }

    private void placeSuspected() {
        for (int k = 0; k < chart.concernedCount(); k++) {
            opening[chart.concerned(k)] = chart.first[chart.concerned(k)];
        }
        for (int at = 0; at < chart.secondWalkCount; at++) {
            int row = chart.secondWalk[at];
            int code = timelines.code(row);
            if (codes.role(code) == Role.SUSPECTED) {
                placeSuspected(row, codes.definition(code), timelines.day(row));
            }
        }
    }

    private void placeSuspected(int row, int definition, int day) {
        int pathway = chart.first[definition] == NONE ? NONE : opening[definition];
        while (pathway != NONE && columns.start[pathway] < day) {
            pathway = chart.next(pathway);
        }
        opening[definition] = pathway;
        if (pathway != NONE && columns.start[pathway] - day <= DAYS_FROM_SUSPECTED) {
            chart.reachBack(pathway, day);
            give(row, pathway);
        } else {
            find(Kind.SUSPECTED_WITHOUT_START, row, definition, NONE);
        }
    }

    private void placeRow(int row) {
        int code = timelines.code(row);
        switch (codes.role(code)) {
            case Role.STEP -> placeStep(row, code, codes.definition(code), timelines.day(row));
            case Role.SENT -> placeSent(row, codes.definition(code), timelines.day(row));
            case Role.SUB_PROCESS, Role.ANSWER -> {
                int named = timelines.pathway(row);
                if (named == 0) {
                    placeUnnamed(row, timelines.day(row));
                } else {
                    placeNamed(row, codes.definitionOfPathway(named), timelines.day(row));
                }
            }
            default -> {
                // An 05 was placed before, because other rows depend on it.
            }
        }
    }

    private void placeStep(int row, int code, int definition, int day) {
        int pathway = chart.notEndedBefore(definition, day);
        if (!chart.begunBy(pathway, day)) {
            find(Kind.STEP_OUTSIDE_PATHWAY, row, definition, chart.passed[definition]);
            return;
        }
        if (codes.marksExtended(code)) {
            columns.marks[pathway] |= PathwayColumns.EXTENDED;
        }
        give(row, pathway);
    }

    private void placeSent(int row, int definition, int day) {
        int pathway = chart.notEndedBefore(definition, day);
        if (pathway == NONE || columns.start[pathway] > day) {
            find(Kind.SENT_WITH_NOTHING_OPEN, row, definition, chart.passed[definition]);
        } else {
            keepSent(row, pathway);
        }
    }

    private void placeUnnamed(int row, int day) {
        int pathway = NONE;
        int openThatDay = 0;
        for (int k = 0; k < chart.concernedCount(); k++) {
            int candidate = chart.notEndedBefore(chart.concerned(k), day);
            while (chart.begunBy(candidate, day)) {
                pathway = candidate;
                openThatDay++;
                candidate = chart.next(candidate);
            }
        }
        if (openThatDay == 1) {
            give(row, pathway);
        } else if (openThatDay > 1) {
            find(Kind.POINT_WITH_SEVERAL_OPEN, row, -1, NONE);
        } else {
            find(hasPathway() ? Kind.POINT_WITH_NONE_OPEN : Kind.POINT_OF_PERSON_WITHOUT_PATHWAY, row, -1, NONE);
        }
    }

    private boolean hasPathway() {
        for (int k = 0; k < chart.concernedCount(); k++) {
            if (chart.first[chart.concerned(k)] != NONE) {
                return true;
            }
        }
        return false;
    }

    private void placeNamed(int row, int definition, int day) {
        if (definition < 0 || chart.first[definition] == NONE) {
            find(Kind.POINT_OF_ABSENT_PATHWAY, row, definition, NONE);
            return;
        }
        int pathway = chart.notEndedBefore(definition, day);
        if (!chart.begunBy(pathway, day) && chart.passed[definition] != NONE) {
            pathway = chart.passed[definition];
        }
        give(row, pathway);
    }

    private void give(int row, int pathway) {
        columns.heardRow[pathway] = Math.max(columns.heardRow[pathway], row);
        if (owning && codes.point(timelines.code(row)) >= 0) {
            chart.own(row, pathway);
        }
    }

    private void keepSent(int row, int pathway) {
        if (sentCount == sentRow.length) {
            sentRow = Arrays.copyOf(sentRow, sentCount * 2);
            sentFrom = Arrays.copyOf(sentFrom, sentCount * 2);
        }
        sentRow[sentCount] = row;
        sentFrom[sentCount++] = pathway;
    }

    /// Reads backwards, so that each 90 meets the nearest 91 of its prefix that lies on its day or ahead.
    private void lookForReceipts() {
        for (int k = 0; k < chart.concernedCount(); k++) {
            received[chart.concerned(k)] = NEVER;
        }
        int at = chart.firstWalkCount - 1;
        while (sentCount > 0) {
            sentCount--;
            int day = timelines.day(sentRow[sentCount]);
            for (; at >= 0 && timelines.day(chart.firstWalk[at]) >= day; at--) {
                int code = timelines.code(chart.firstWalk[at]);
                if (codes.role(code) == Role.RECEIVED) {
                    received[codes.definition(code)] = timelines.day(chart.firstWalk[at]);
                }
            }
            int definition = columns.definition[sentFrom[sentCount]];
            if (received[definition] > day + DAYS_TO_RECEIVE) {
                (overdue(timelines, sentRow[sentCount]) ? findings : awaited)
                        .add(
                                Kind.SENT_NOT_RECEIVED,
                                person,
                                sentRow[sentCount],
                                definition,
                                columns.start[sentFrom[sentCount]]);
            }
        }
    }

    /// True when whoever was sent by this row should have been received by now.
    static boolean overdue(Timelines timelines, int row) {
        return timelines.asOf() - timelines.day(row) >= DAYS_TO_RECEIVE;
    }

    private void find(Kind kind, int row, int definition, int pathway) {
        findings.add(kind, person, row, definition, pathway == NONE ? FindingColumns.NO_START : columns.start[pathway]);
    }
}
