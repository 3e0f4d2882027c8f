package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.NONE;

import java.time.LocalDate;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Finding.Kind;

/// The first walk through a person's rows, day by day: what opens, what ends, and who moved.
///
/// Within a day, first what is open as the day begins may end, then the 10 may open, then what that 10 opened may end
/// unless the day's ends were used already, then 91.
@SuppressWarnings("EnumOrdinal") // The ordinal is a cell of a column that lives no longer than the program.
final class OpeningsAndEnds {

    static final int WITHDRAWN_FROM = (int) LocalDate.of(2018, 1, 1).toEpochDay();
    private static final int CRITERIA_NOT_MET = 70;

    private final Timelines timelines;
    private final CodeBook codes;
    private final Chart chart;
    private final PathwayColumns columns;
    private final FindingColumns findings;

    private int person;
    private boolean dead;

    /// Of the day, by definition: its first 10, its best end, the row that opened and the pathway that was closed.
    private final int[] start;

    private final int[] end;
    private final int[] opener;
    private final int[] closed;
    private final boolean[] stirred;
    private final int[] today;
    private int todayCount;
    private int death = NONE;

    OpeningsAndEnds(Timelines timelines, CodeBook codes, Chart chart, PathwayColumns columns, FindingColumns findings) {
        this.timelines = timelines;
        this.codes = codes;
        this.chart = chart;
        this.columns = columns;
        this.findings = findings;
        int definitions = codes.definitions().all().size();
        start = new int[definitions];
        end = new int[definitions];
        opener = new int[definitions];
        closed = new int[definitions];
        stirred = new boolean[definitions];
        today = new int[definitions];
        for (int definition = 0; definition < definitions; definition++) {
            forget(definition);
        }
    }

    private void forget(int definition) {
        start[definition] = NONE;
        end[definition] = NONE;
        opener[definition] = NONE;
        closed[definition] = NONE;
        stirred[definition] = false;
    }

    void follow(int ofPerson, int from, int to) {
        person = ofPerson;
        dead = false;
        int row = from;
        while (row < to) {
            int day = timelines.day(row);
            int after = row + 1;
            while (after < to && timelines.day(after) == day) {
                after++;
            }
            followDay(row, after, day);
            row = after;
        }
    }

    private void followDay(int from, int to, int day) {
        for (int row = from; row < to; row++) {
            gather(row, day);
        }
        if (death != NONE) {
            stirAllOpen();
        }
        for (int k = 0; k < todayCount; k++) {
            settle(today[k], day);
        }
        for (int row = from; row < to; row++) {
            remark(row, day);
        }
        for (int k = 0; k < todayCount; k++) {
            forget(today[k]);
        }
        todayCount = 0;
        dead |= death != NONE;
        death = NONE;
    }

    private void gather(int row, int day) {
        int code = timelines.code(row);
        int definition = codes.definition(code);
        if (definition >= 0) {
            chart.concern(definition);
            chart.heard[definition] = row;
        }
        switch (codes.role(code)) {
            case START -> {
                if (start[definition] == NONE) {
                    start[definition] = row;
                    stir(definition);
                }
            }
            case END -> {
                if (end[definition] == NONE || codes.rank(code) < codes.rank(timelines.code(end[definition]))) {
                    end[definition] = row;
                    stir(definition);
                }
            }
            case DEATH -> death = death == NONE ? row : death;
            case SUSPECTED -> chart.suspected = true;
            case STEP, SENT -> chart.placing = true;
            case SUB_PROCESS -> {
                chart.placing = true;
                noteAnswer(row, code, day);
            }
            case UNCLAIMED, LOCAL, FORBIDDEN_END, RECEIVED -> {}
        }
    }

    private void noteAnswer(int row, int code, int day) {
        if (codes.pathologyReported(code)) {
            int named = codes.definitionOfPathway(timelines.pathway(row));
            if (named >= 0) {
                chart.concern(named);
                chart.answered[named] = day;
            }
        }
    }

    private void stir(int definition) {
        if (!stirred[definition]) {
            stirred[definition] = true;
            today[todayCount++] = definition;
        }
    }

    private void stirAllOpen() {
        for (int k = 0; k < chart.concernedCount(); k++) {
            if (chart.open[chart.concerned(k)] != NONE) {
                stir(chart.concerned(k));
            }
        }
    }

    private void settle(int definition, int day) {
        int closer = end[definition];
        if (death != NONE && (closer == NONE || codes.rank(timelines.code(closer)) > CodeBook.RANK_OF_DEATH)) {
            closer = death;
        }
        boolean starts = start[definition] != NONE;
        if (chart.open[definition] == NONE) {
            if (starts) {
                open(definition, day, dead);
                if (closer != NONE) {
                    close(definition, closer, day);
                }
            }
        } else if (closer != NONE) {
            close(definition, closer, day);
            if (starts) {
                open(definition, day, dead || death != NONE);
            }
        }
    }

    private void open(int definition, int day, boolean afterDeath) {
        int row = start[definition];
        int pathway = chart.add(definition, day);
        columns.person[pathway] = person;
        columns.definition[pathway] = (short) definition;
        columns.start[pathway] = day;
        columns.startRow[pathway] = row;
        columns.end[pathway] = NONE;
        columns.endRow[pathway] = NONE;
        columns.waitingRow[pathway] = row;
        columns.heardRow[pathway] = row;
        columns.treatment[pathway] = -1;
        columns.marks[pathway] = chart.answered[definition] > chart.ended[definition] ? PathwayColumns.AT_PATHOLOGY : 0;
        opener[definition] = row;
        if (afterDeath) {
            find(Kind.START_AFTER_DEATH, row, definition, pathway);
        }
    }

    private void close(int definition, int row, int day) {
        int pathway = chart.open[definition];
        int code = timelines.code(row);
        chart.end(definition, day);
        closed[definition] = pathway;
        columns.end[pathway] = day;
        columns.endRow[pathway] = row;
        columns.heardRow[pathway] = row;
        columns.endSuffix[pathway] = codes.suffix(code);
        if (codes.suffix(code) == CRITERIA_NOT_MET) {
            columns.state[pathway] = (byte) State.CRITERIA_NOT_MET.ordinal();
        } else if (codes.reaches(code, columns.start[pathway])) {
            columns.state[pathway] = (byte) State.TREATED.ordinal();
            columns.treatment[pathway] = codes.treatment(code);
        } else {
            columns.state[pathway] = (byte) State.LEFT.ordinal();
        }
    }

    /// Says what is wrong with the row, now that the day is settled; and moves the patient by 91.
    private void remark(int row, int day) {
        int code = timelines.code(row);
        int definition = codes.definition(code);
        switch (codes.role(code)) {
            case START -> {
                if (opener[definition] != row) {
                    find(Kind.FURTHER_START, row, definition, chart.last[definition]);
                }
            }
            case END -> remarkEnd(row, code, definition, day);
            case FORBIDDEN_END -> find(Kind.FORBIDDEN_END, row, definition, chart.last[definition]);
            case DEATH -> remarkDeath(row);
            case RECEIVED -> receive(row, definition, day);
            case LOCAL -> find(Kind.UNKNOWN_SUFFIX, row, definition, chart.last[definition]);
            case UNCLAIMED -> find(Kind.UNCLAIMED_CODE, row, -1, NONE);
            case SUSPECTED, STEP, SENT, SUB_PROCESS -> {}
        }
    }

    private void remarkEnd(int row, int code, int definition, int day) {
        int ended = closed[definition];
        if (codes.withdrawn(code) && day >= WITHDRAWN_FROM) {
            find(Kind.WITHDRAWN_CODE, row, definition, ended == NONE ? chart.last[definition] : ended);
        }
        if (ended != NONE) {
            if (columns.endRow[ended] != row) {
                find(Kind.FURTHER_END, row, definition, ended);
            }
        } else {
            var kind = chart.last[definition] == NONE ? Kind.END_WITH_NOTHING_OPEN : Kind.LATER_END;
            find(kind, row, definition, chart.last[definition]);
        }
    }

    private void remarkDeath(int row) {
        boolean closedAny = false;
        for (int k = 0; k < todayCount; k++) {
            int ended = closed[today[k]];
            if (ended != NONE) {
                closedAny = true;
                if (columns.endRow[ended] != row) {
                    find(Kind.FURTHER_END, row, today[k], ended);
                }
            }
        }
        if (!closedAny) {
            find(Kind.DEATH_WITH_NOTHING_OPEN, row, -1, NONE);
        }
    }

    private void receive(int row, int definition, int day) {
        int pathway = chart.open[definition];
        if (pathway == NONE) {
            find(Kind.RECEIVED_WITH_NOTHING_OPEN, row, definition, chart.last[definition]);
            return;
        }
        int held = columns.waitingRow[pathway];
        if (held == columns.startRow[pathway] || timelines.day(held) < day) {
            columns.waitingRow[pathway] = row;
        }
    }

    private void find(Kind kind, int row, int definition, int pathway) {
        findings.add(kind, person, row, definition, pathway == NONE ? FindingColumns.NO_START : columns.start[pathway]);
    }
}
