package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.NONE;

import java.time.LocalDate;
import java.util.List;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Finding.Kind;

/// Where a pathway stands once all its rows are known: waiting or stale, and the limit it is held to.
@SuppressWarnings("EnumOrdinal") // The ordinal is a cell of a column that lives no longer than the program.
final class Standing {

    /// An open pathway that has been silent for this many days is stale.
    static final int DAYS_UNTIL_STALE = 180;

    static final int ADULT = 18;

    private static final TreatmentKind[] KINDS = TreatmentKind.values();

    private final Timelines timelines;
    private final CodeBook codes;
    private final List<PathwayDefinition> definitions;
    private final PathwayColumns columns;
    private final FindingColumns findings;

    Standing(Timelines timelines, CodeBook codes, PathwayColumns columns, FindingColumns findings) {
        this.timelines = timelines;
        this.codes = codes;
        this.definitions = codes.definitions().all();
        this.columns = columns;
        this.findings = findings;
    }

    void settle(int pathway, int person, int rowsTo) {
        if (columns.endRow[pathway] == NONE) {
            settleOpen(pathway, person, rowsTo);
        } else if (columns.treatment[pathway] >= 0) {
            settleTreated(pathway);
        } else {
            setLimits(pathway, -1, -1, false);
        }
    }

    /// True when nothing was heard for too long after this row.
    static boolean stale(Timelines timelines, int heardRow) {
        return timelines.asOf() - timelines.day(heardRow) >= DAYS_UNTIL_STALE;
    }

    private void settleOpen(int pathway, int person, int rowsTo) {
        int definition = columns.definition[pathway];
        int heard = lastHeard(definition, columns.heardRow[pathway], rowsTo);
        columns.heardRow[pathway] = heard;
        boolean stale = stale(timelines, heard);
        columns.state[pathway] = (byte) (stale ? State.STALE : State.WAITING).ordinal();
        if (stale) {
            findings.add(Kind.STALE, person, heard, definition, columns.start[pathway]);
        }
        int start = columns.start[pathway];
        boolean extended = marked(pathway, PathwayColumns.EXTENDED);
        boolean atPathology = marked(pathway, PathwayColumns.AT_PATHOLOGY);
        var rules = definitions.get(definition);
        setLimits(
                pathway,
                rules.longestLimitDays(start, extended, atPathology),
                rules.shortestLimitDays(start, extended, atPathology),
                rules.assumedLongestLimit(start, extended));
    }

    /// The person's last row with a code of the definition, otherwise the last known row.
    private int lastHeard(int definition, int known, int rowsTo) {
        int row = rowsTo - 1;
        while (row > known && codes.definition(timelines.code(row)) != definition) {
            row--;
        }
        return row;
    }

    private void settleTreated(int pathway) {
        if (codes.withdrawn(timelines.code(columns.endRow[pathway]))) {
            setLimits(pathway, -1, -1, false);
            return;
        }
        int start = columns.start[pathway];
        var kind = KINDS[columns.treatment[pathway]];
        boolean extended = marked(pathway, PathwayColumns.EXTENDED);
        var rules = definitions.get(columns.definition[pathway]);
        int days = rules.limitDays(start, kind, extended, marked(pathway, PathwayColumns.AT_PATHOLOGY));
        setLimits(pathway, days, days, rules.assumedLimit(start, kind, extended));
    }

    private void setLimits(int pathway, int limit, int shortest, boolean assumed) {
        columns.limit[pathway] = limit;
        columns.shortestLimit[pathway] = shortest;
        if (assumed && limit >= 0) {
            columns.marks[pathway] |= PathwayColumns.ASSUMED;
        }
    }

    void lookAtAge(int pathway, int person) {
        int born = timelines.born(person);
        int start = columns.start[pathway];
        if (born == 0 || start >= newYear(born + ADULT)) {
            return;
        }
        var day = LocalDate.ofEpochDay(start);
        int definition = columns.definition[pathway];
        if (day.getYear() - born < definitions.get(definition).minimumAge(day)) {
            findings.add(Kind.UNDER_AGE, person, columns.startRow[pathway], definition, start);
        }
    }

    /// The first day of a year in the Gregorian calendar, as an epoch day.
    static int newYear(int year) {
        int before = year - 1;
        int leapDays = Math.floorDiv(before, 4) - Math.floorDiv(before, 100) + Math.floorDiv(before, 400);
        return 365 * (year - 1970) + leapDays - 477;
    }

    private boolean marked(int pathway, byte mark) {
        return (columns.marks[pathway] & mark) != 0;
    }
}
