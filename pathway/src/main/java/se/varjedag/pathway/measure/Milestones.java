package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The milestones that cut one pathway into gaps, read again and again for one pathway after the other.
///
/// A milestone is the first time a point is reached from the start on, up to the end or the day the waiting
/// are counted to. They stand in order of day; on one day in the order of care ([#ORDER]).
///
/// Imaging and pathology run beside each other. Cutting at every milestone of both would give gaps that
/// nobody works in ("from specimen taken to imaging reported") and split one queue over many names. So the
/// cut follows what was waited for, backwards from the end: before a point of imaging or pathology comes the
/// latest earlier point of the same line or of the main line; before any other point, and before the first
/// point of such a line, comes the latest earlier point of the main line, or the last point of a line that
/// was finished by then. A line that was still running, or that was finished earlier than another which
/// started before it was done, held nothing up and cuts nothing. If imaging is finished before the specimen
/// is taken, both are in the chain. Someone who waits, waits from the latest milestone of all.
///
/// Whatever is chosen, the chain runs from the start to the end, so its gaps always add up to the whole time.
final class Milestones {

    /// The points a pathway can be cut at, in the order of care. Suspicion before the start is not part of
    /// the lead time.
    static final List<MeasuringPoint> ORDER = MeasuringPoint.inOrderOfCare().stream()
            .filter(point -> point != MeasuringPoint.SUSPECTED)
            .toList();

    /// In place of a milestone: the day the waiting are counted to.
    static final int NOW = ORDER.size();

    private static final Map<MeasuringPoint, Integer> PLACES = new EnumMap<>(MeasuringPoint.class);

    static {
        for (int place = 0; place < ORDER.size(); place++) {
            PLACES.put(ORDER.get(place), place);
        }
    }

    private static final int MAIN = 0;
    private static final int IMAGING = 1;
    private static final int LABORATORY = 2;

    /// The lines that run beside the main one.
    static final List<Integer> LINES = List.of(IMAGING, LABORATORY);

    private static final int UNREACHED = Integer.MAX_VALUE;

    private final int[] firstDays = new int[NOW + 1];
    private final int[] firstPoints = new int[NOW + 1];
    private final int[] present = new int[NOW + 1];
    private int presentSize;
    private final int[] chain = new int[NOW + 1];
    private int size;
    private int passed;

    /// The place of a point in the order of care, or -1 for one that cuts nothing.
    static int place(MeasuringPoint point) {
        return PLACES.getOrDefault(point, -1);
    }

    /// Reads one pathway that was treated or waits.
    void read(TracedPathways traced, int pathway) {
        int start = traced.start(pathway);
        boolean treated = traced.state(pathway) == State.TREATED;
        int end = treated ? traced.end(pathway) : traced.asOf();
        Arrays.fill(firstDays, UNREACHED);
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            int day = traced.pointDay(point);
            int place = place(traced.pointKind(point));
            if (place >= 0 && day >= start && day <= end && day < firstDays[place]) {
                firstDays[place] = day;
                firstPoints[place] = point;
            }
        }
        firstDays[0] = start;
        int last = treated ? place(MeasuringPoint.TREATMENT) : NOW;
        firstDays[place(MeasuringPoint.TREATMENT)] = UNREACHED;
        firstDays[last] = end;
        sortPresent();
        follow(presentSize - 1);
        passed = 0;
        for (int index = 0; index < size; index++) {
            passed |= 1 << presentAt(chain[index]);
        }
    }

    /// Follows what the last point of a line waited for instead, where the chain to the end does not go through it.
    ///
    /// @return whether it does not
    boolean followBeside(int line) {
        int last = presentSize - 1;
        while (last >= 0 && line(present[last]) != line) {
            last--;
        }
        if (last < 0 || (passed >> last & 1) == 1) {
            return false;
        }
        follow(last);
        return true;
    }

    /// How many milestones there are, the start and the end with them.
    int size() {
        return size;
    }

    /// The place in the order of care of a milestone; [#NOW] for the last one of someone who waits.
    int placeAt(int index) {
        return chain[index];
    }

    /// The day of a milestone.
    int dayAt(int index) {
        return firstDays[chain[index]];
    }

    /// The point that is a milestone between the start and the end.
    int pointAt(int index) {
        return firstPoints[chain[index]];
    }

    /// Whether a point was reached at all, in the chain or beside it.
    boolean reached(int place) {
        return firstDays[place] != UNREACHED;
    }

    /// The first day of a point that was reached.
    int dayOf(int place) {
        return firstDays[place];
    }

    /// By how many days a point of imaging or pathology could have been earlier before something beside its own
    /// line would have been waited for instead: the days since the latest milestone before it that is not of its
    /// line. -1 where the point does not stand in the chain: then nothing waited for it.
    int room(int place) {
        int at = presentSize - 1;
        while (at > 0 && present[at] != place) {
            at--;
        }
        if (at == 0 || !inChain(place)) {
            return -1;
        }
        int earlier = at - 1;
        while (earlier > 0 && line(present[earlier]) == line(place)) {
            earlier--;
        }
        return firstDays[place] - firstDays[present[earlier]];
    }

    private boolean inChain(int place) {
        for (int index = 0; index < size; index++) {
            if (chain[index] == place) {
                return true;
            }
        }
        return false;
    }

    /// How many milestones were reached, in the chain or beside it.
    int presentSize() {
        return presentSize;
    }

    /// The day of one of them, counted in order of day.
    int presentDay(int at) {
        return firstDays[present[at]];
    }

    /// Which of them a place in the order of care is, or -1 where it was not reached.
    int presentAt(int place) {
        int at = presentSize - 1;
        while (at >= 0 && present[at] != place) {
            at--;
        }
        return at;
    }

    /// All that one of them may have waited for, one bit for each. It is what may stand before it in a chain, but that
    /// imaging and pathology which were finished on one day did not wait for each other.
    int waitsFor(int at) {
        int line = line(present[at]);
        boolean within = line != MAIN && firstOfLine(line) < at;
        boolean main = false;
        boolean same = false;
        int waits = 0;
        for (int earlier = at - 1; earlier >= 0; earlier--) {
            int other = line(present[earlier]);
            boolean waited = other == MAIN
                    ? !main
                    : within ? other == line && !same : lastOfLine(other) == earlier && finished(earlier, at);
            waits |= waited ? 1 << earlier : 0;
            main |= other == MAIN;
            same |= other == line;
        }
        return waits;
    }

    private boolean finished(int earlier, int at) {
        int line = line(present[at]);
        return line == MAIN || presentDay(earlier) < presentDay(lastOfLine(line));
    }

    /// Whether the chain to the end goes through both.
    boolean passes(int from, int to) {
        return (passed >> from & 1) == 1 && (passed >> to & 1) == 1;
    }

    /// Whether both are of one line beside the main one.
    boolean sameLine(int from, int to) {
        int line = line(present[to]);
        return line != MAIN && line(present[from]) == line;
    }

    /// Those between two that cannot be later than the second, one bit for each: all of them when it is of the main
    /// line; otherwise those of its line and, where it was waited for, of the main line.
    int along(int from, int to) {
        int line = line(present[to]);
        boolean waitedFor = passes(from, to);
        int along = 0;
        for (int at = from + 1; at < to; at++) {
            int other = line(present[at]);
            along |= line == MAIN || other == line || (waitedFor && other == MAIN) ? 1 << at : 0;
        }
        return along;
    }

    /// Sorts by day what was reached; the order of care decides within a day, so a later place never moves
    /// before an equal day.
    private void sortPresent() {
        presentSize = 0;
        for (int place = 0; place <= NOW; place++) {
            if (reached(place)) {
                int at = presentSize++;
                while (at > 0 && firstDays[present[at - 1]] > firstDays[place]) {
                    present[at] = present[at - 1];
                    at--;
                }
                present[at] = place;
            }
        }
    }

    private void follow(int last) {
        int at = last;
        int kept = NOW + 1;
        chain[--kept] = present[at];
        while (at > 0) {
            at = before(at);
            chain[--kept] = present[at];
        }
        size = NOW + 1 - kept;
        System.arraycopy(chain, kept, chain, 0, size);
    }

    /// What one of those reached waited for: the one before it in a chain.
    int before(int at) {
        int line = line(present[at]);
        boolean within = line != MAIN && firstOfLine(line) < at;
        for (int earlier = at - 1; earlier > 0; earlier--) {
            int other = line(present[earlier]);
            boolean holds = within ? other == line : present[at] == NOW || lastOfLine(other) == earlier;
            if (other == MAIN || holds) {
                return earlier;
            }
        }
        return 0;
    }

    private static int line(int place) {
        if (place == NOW) {
            return MAIN;
        }
        var point = ORDER.get(place);
        return point.imaging() ? IMAGING : point.laboratory() ? LABORATORY : MAIN;
    }

    private int firstOfLine(int line) {
        int index = 0;
        while (line(present[index]) != line) {
            index++;
        }
        return index;
    }

    private int lastOfLine(int line) {
        int index = presentSize - 1;
        while (line(present[index]) != line) {
            index--;
        }
        return index;
    }
}
