package se.varjedag.pathway.measure;

import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Finds the waits of one measure in traced pathways: the one place that says who is counted, from which day
/// to which.
///
/// Pathways ended by 70 are counted nowhere (rule 12 of `docs/rules.md`). A measure of two laboratory points
/// or two imaging points has a wait per referral or specimen of a pathway, every other one wait per pathway.
final class WaitReader {

    /// Takes the waits of a pathway as they are found.
    interface Taker {
        /// The measure's end was reached, at this place.
        void reached(int pathway, int fromDay, int toDay, int region, int unit);

        /// The pathway ended without reaching it.
        void left(int pathway, int fromDay, int endDay, int region, int unit);

        /// Neither yet: the pathway is open.
        void open(int pathway, int fromDay);
    }

    private final TracedPathways traced;
    private final Measure measure;
    private final boolean whole;
    private final boolean pairsByRef;

    WaitReader(TracedPathways traced, Measure measure) {
        this.traced = traced;
        this.measure = measure;
        whole = measure.whole();
        pairsByRef = measure.pairsByRef();
        if (!whole && !traced.withPoints()) {
            throw new IllegalArgumentException("%s..%s needs pathways that were traced with their points"
                    .formatted(measure.from().key(), measure.to().key()));
        }
    }

    /// Hands over the waits of one pathway.
    void read(int pathway, Taker taker) {
        if (traced.state(pathway) != State.CRITERIA_NOT_MET) {
            readWhateverEnd(pathway, taker);
        }
    }

    /// The same, of a pathway ended by 70 too: it counts in no measure, but it stood in the queues meanwhile.
    void readWhateverEnd(int pathway, Taker taker) {
        if (whole) {
            readWhole(pathway, taker);
        } else if (pairsByRef) {
            readPairs(pathway, taker);
        } else {
            int from = first(pathway, measure.from(), Integer.MIN_VALUE);
            if (from >= 0) {
                int to = first(pathway, measure.to(), traced.pointDay(from));
                read(pathway, traced.pointDay(from), to, taker);
            }
        }
    }

    private void readWhole(int pathway, Taker taker) {
        int start = traced.start(pathway);
        if (traced.state(pathway) == State.TREATED) {
            taker.reached(pathway, start, traced.end(pathway), traced.endRegion(pathway), traced.endUnit(pathway));
        } else {
            notReached(pathway, start, taker);
        }
    }

    private void readPairs(int pathway, Taker taker) {
        for (int from = traced.pointsFrom(pathway); from < traced.pointsTo(pathway); from++) {
            if (traced.pointKind(from) == measure.from() && firstOfItsRef(pathway, from)) {
                int day = traced.pointDay(from);
                int to = traced.pointsFrom(pathway);
                while (to < traced.pointsTo(pathway)
                        && !(traced.pointKind(to) == measure.to()
                                && traced.pointDay(to) >= day
                                && traced.pointRef(to) == traced.pointRef(from))) {
                    to++;
                }
                read(pathway, day, to < traced.pointsTo(pathway) ? to : -1, taker);
            }
        }
    }

    private boolean firstOfItsRef(int pathway, int point) {
        for (int earlier = traced.pointsFrom(pathway); earlier < point; earlier++) {
            if (traced.pointKind(earlier) == measure.from() && traced.pointRef(earlier) == traced.pointRef(point)) {
                return false;
            }
        }
        return true;
    }

    private int first(int pathway, MeasuringPoint kind, int notBefore) {
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            if (traced.pointKind(point) == kind && traced.pointDay(point) >= notBefore) {
                return point;
            }
        }
        return -1;
    }

    private void read(int pathway, int fromDay, int to, Taker taker) {
        if (to >= 0) {
            taker.reached(pathway, fromDay, traced.pointDay(to), traced.pointRegion(to), traced.pointUnit(to));
        } else {
            notReached(pathway, fromDay, taker);
        }
    }

    private void notReached(int pathway, int fromDay, Taker taker) {
        if (traced.state(pathway).open()) {
            taker.open(pathway, fromDay);
        } else if (traced.end(pathway) >= fromDay) {
            taker.left(pathway, fromDay, traced.end(pathway), traced.endRegion(pathway), traced.endUnit(pathway));
        }
    }
}
