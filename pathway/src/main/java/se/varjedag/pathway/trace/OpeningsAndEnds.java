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

    /// Follows the person whose rows the chart holds.
    void follow(int ofPerson) {
        person = ofPerson;
        dead = false;
        int at = 0;
        while (at < chart.firstWalkCount) {
            int day = timelines.day(chart.firstWalk[at]);
            int after = at + 1;
            while (after < chart.firstWalkCount && timelines.day(chart.firstWalk[after]) == day) {
                after++;
            }
            followDay(at, after, day);
            at = after;
        }
    }

    private void followDay(int from, int to, int day) {
        for (int at = from; at < to; at++) {
            gather(chart.firstWalk[at], day);
        }
        if (death != NONE) {
            stirAllOpen();
        }
        for (int k = 0; k < todayCount; k++) {
            settle(today[k], day);
        }
        for (int at = from; at < to; at++) {
            remark(chart.firstWalk[at], day);
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
        switch (codes.role(code)) {
            case Role.START -> {
                if (start[definition] == NONE) {
                    start[definition] = row;
                    stir(definition);
                }
            }
            case Role.END -> {
                if (end[definition] == NONE || codes.rank(code) < codes.rank(timelines.code(end[definition]))) {
                    end[definition] = row;
                    stir(definition);
                }
            }
            case Role.DEATH -> death = death == NONE ? row : death;
            case Role.ANSWER -> noteAnswer(row, day);
            default -> {
                // Nothing opens or ends by it.
            }
        }
    }

    private void noteAnswer(int row, int day) {
        int named = codes.definitionOfPathway(timelines.pathway(row));
        if (named >= 0) {
            chart.concern(named);
            chart.answered[named] = day;
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
            case Role.START -> {
                if (opener[definition] != row) {
                    find(Kind.FURTHER_START, row, definition, chart.last[definition]);
                }
            }
            case Role.END -> remarkEnd(row, code, definition, day);
            case Role.FORBIDDEN_END -> find(Kind.FORBIDDEN_END, row, definition, chart.last[definition]);
            case Role.DEATH -> remarkDeath(row);
            case Role.RECEIVED -> receive(row, definition, day);
            case Role.LOCAL -> find(Kind.UNKNOWN_SUFFIX, row, definition, chart.last[definition]);
            case Role.UNCLAIMED -> find(Kind.UNCLAIMED_CODE, row, -1, NONE);
            default -> {
                // A pathology answer has nothing wrong by itself.
            }
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
