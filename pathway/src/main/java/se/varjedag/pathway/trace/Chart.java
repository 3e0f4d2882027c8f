package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.NONE;

import java.util.Arrays;
import se.varjedag.pathway.event.Timelines;

/// What has been noted so far about the person being traced: by definition, by pathway and by row. There is one chart
/// for a range of persons, wiped between them, so that tracing allocates nothing.
///
/// Pathways of one definition follow one another without overlap, and so do their first days (05 or 10) and their
/// ends. A cursor for each definition that only moves forward therefore finds the pathway of any day.
final class Chart {

    /// By definition: the open pathway, and the first and the last that opened.
    final int[] open;

    final int[] first;
    final int[] last;

    /// By definition: the day of its latest end, and the latest day of a pathology answer named for it.
    final int[] ended;

    final int[] answered;

    /// By definition: the first pathway that has not ended before the day being looked at, and the one before it.
    final int[] cursor;

    final int[] passed;

    private final boolean[] known;
    private final int[] concerned;
    private int concernedCount;

    private int firstPathway;
    private int pathwayCount;
    private int[] next = new int[8];
    private int[] from = new int[8];
    private int[] until = new int[8];

    /// The rows of the first walk and those of the second, in their order, and whether an 05 is among these.
    int[] firstWalk = new int[64];

    int firstWalkCount;
    int[] secondWalk = new int[64];
    int secondWalkCount;
    boolean suspected;

    private int firstRow;
    private int[] owner = new int[64];

    Chart(int definitions) {
        open = new int[definitions];
        first = new int[definitions];
        last = new int[definitions];
        ended = new int[definitions];
        answered = new int[definitions];
        cursor = new int[definitions];
        passed = new int[definitions];
        known = new boolean[definitions];
        concerned = new int[definitions];
        for (int definition = 0; definition < definitions; definition++) {
            wipe(definition);
        }
    }

    private void wipe(int definition) {
        open[definition] = NONE;
        first[definition] = NONE;
        last[definition] = NONE;
        ended[definition] = NONE;
        answered[definition] = NONE;
        cursor[definition] = NONE;
        passed[definition] = NONE;
        known[definition] = false;
    }

    /// Takes a clean sheet for a person, whose pathways will begin here, and sorts her rows onto the two walks.
    void begin(int pathway, Timelines timelines, CodeBook codes, int from, int to) {
        for (int k = 0; k < concernedCount; k++) {
            wipe(concerned[k]);
        }
        concernedCount = 0;
        firstPathway = pathway;
        pathwayCount = 0;
        firstRow = from;
        if (owner.length <= to - from) {
            int room = Math.max(to - from + 1, owner.length * 2);
            owner = new int[room];
            firstWalk = new int[room];
            secondWalk = new int[room];
        }
        int first = 0;
        int second = 0;
        int latestRole = 0;
        for (int row = from; row < to; row++) {
            int code = timelines.code(row);
            firstWalk[first] = row;
            first += codes.inFirstWalk(code);
            secondWalk[second] = row;
            second += codes.inSecondWalk(code);
            latestRole = Math.max(latestRole, codes.role(code));
        }
        firstWalkCount = first;
        secondWalkCount = second;
        suspected = latestRole == Role.SUSPECTED;
    }

    /// Notes that the person has to do with this definition.
    void concern(int definition) {
        if (!known[definition]) {
            known[definition] = true;
            concerned[concernedCount++] = definition;
        }
    }

    int concernedCount() {
        return concernedCount;
    }

    int concerned(int k) {
        return concerned[k];
    }

    int pathwayCount() {
        return pathwayCount;
    }

    /// The place of the next pathway.
    int add(int definition, int startDay) {
        concern(definition);
        int local = pathwayCount++;
        if (local == next.length) {
            next = Arrays.copyOf(next, local * 2);
            from = Arrays.copyOf(from, local * 2);
            until = Arrays.copyOf(until, local * 2);
        }
        next[local] = NONE;
        from[local] = startDay;
        until[local] = Integer.MAX_VALUE;
        int pathway = firstPathway + local;
        if (first[definition] == NONE) {
            first[definition] = pathway;
            cursor[definition] = pathway;
        } else {
            next[last[definition] - firstPathway] = pathway;
        }
        last[definition] = pathway;
        open[definition] = pathway;
        return pathway;
    }

    void end(int definition, int day) {
        until[open[definition] - firstPathway] = day;
        ended[definition] = day;
        open[definition] = NONE;
    }

    /// Lets the pathway reach back to this day, when it is earlier.
    void reachBack(int pathway, int day) {
        from[pathway - firstPathway] = Math.min(from[pathway - firstPathway], day);
    }

    int next(int pathway) {
        return next[pathway - firstPathway];
    }

    /// The first pathway of the definition that has not ended before the day, which must never go back.
    int notEndedBefore(int definition, int day) {
        int pathway = cursor[definition];
        while (pathway != NONE && until[pathway - firstPathway] < day) {
            passed[definition] = pathway;
            pathway = next(pathway);
        }
        cursor[definition] = pathway;
        return pathway;
    }

    /// True when the pathway, which has not ended before the day, has begun by then: with its 05, otherwise its 10.
    boolean begunBy(int pathway, int day) {
        return pathway != NONE && from[pathway - firstPathway] <= day;
    }

    /// Forgets whose point each row is.
    void disownRows(int rows) {
        Arrays.fill(owner, 0, rows, NONE);
    }

    void own(int row, int pathway) {
        owner[row - firstRow] = pathway;
    }

    int owner(int row) {
        return owner[row - firstRow];
    }
}
