package se.varjedag.pathway.measure;

import java.util.Arrays;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// One pathway cut into its steps, with the overtime that each is responsible for; read again and again for
/// one pathway after the other.
///
/// A cut is good until the next pathway is visited. What the steps are and how overtime is placed is told in
/// [Steps].
final class Cut {

    /// Takes one pathway after the other.
    @FunctionalInterface
    interface Taker {
        void take(Cut cut);
    }

    private final TracedPathways traced;
    private final Selection selection;
    private final Allowances[] allowances;
    private final Milestones milestones = new Milestones();
    private final long[] placed = new long[Milestones.NOW + 1];
    private final long[] excess = new long[Milestones.NOW + 1];
    private int pathway;
    private int group;
    private long overtime;

    private Cut(TracedPathways traced, Selection selection) {
        this.traced = traced;
        this.selection = selection;
        allowances = traced.definitions().all().stream().map(Allowances::new).toArray(Allowances[]::new);
    }

    /// Visits every pathway that the question counts among those treated and those waiting.
    static void each(TracedPathways traced, Question question, Selection selection, Taker taker) {
        each(traced, question, selection, 0, traced.size(), taker);
    }

    /// The same of the pathways from one up to and without another.
    static void each(TracedPathways traced, Question question, Selection selection, int from, int to, Taker taker) {
        if (!question.wholeLeadTime() || !traced.withPoints()) {
            throw new IllegalArgumentException(
                    "Steps cut the time from suspicion to treatment of pathways traced with their points");
        }
        var cut = new Cut(traced, selection);
        for (int pathway = from; pathway < to; pathway++) {
            if (cut.read(pathway)) {
                taker.take(cut);
            }
        }
    }

    /// The pathway that is cut.
    int pathway() {
        return pathway;
    }

    /// The number of its group.
    int group() {
        return group;
    }

    /// The days beyond its limit, 0 where the limit is unknown.
    long overtime() {
        return overtime;
    }

    /// The part of the overtime that no step can bear.
    long notMeasured() {
        long rest = overtime;
        for (int gap = 0; gap < gaps(); gap++) {
            rest -= placed[gap];
        }
        return rest;
    }

    /// How many steps there are.
    int gaps() {
        return milestones.size() - 1;
    }

    /// The place of the milestone that a step begins at.
    int from(int gap) {
        return milestones.placeAt(gap);
    }

    /// The place of the milestone that it ends at; [Milestones#NOW] for the last of someone who waits.
    int to(int gap) {
        return milestones.placeAt(gap + 1);
    }

    /// The days it took.
    int days(int gap) {
        return milestones.dayAt(gap + 1) - milestones.dayAt(gap);
    }

    /// The overtime placed on it.
    long overtime(int gap) {
        return placed[gap];
    }

    /// The days by which it exceeded what was allowed, before they are held against the overtime; known for
    /// pathways with overtime only.
    long excess(int gap) {
        return excess[gap];
    }

    /// The days that the definition allows this very step, -1 where it says nothing of it.
    int allowance(int gap) {
        var known = allowances[traced.definition(pathway)];
        return known.find(milestones, gap, traced.start(pathway), traced.treatment(pathway)) && known.end() == gap + 1
                ? known.days()
                : -1;
    }

    /// The unit that a step ends in: that of the point it ends at; while someone waits, that which has the
    /// patient.
    int unit(int gap) {
        int to = to(gap);
        if (to == Milestones.NOW) {
            return traced.waitingUnit(pathway);
        }
        return gap == gaps() - 1 ? traced.endUnit(pathway) : traced.pointUnit(milestones.pointAt(gap + 1));
    }

    private boolean read(int candidate) {
        int start = traced.start(candidate);
        group = Selection.NONE;
        if (traced.state(candidate) == State.TREATED) {
            int day = selection.accountDay(start, traced.end(candidate));
            if (selection.inPeriod(day)) {
                group = selection.group(candidate, day, traced.endRegion(candidate), traced.endUnit(candidate));
            }
        } else if (traced.state(candidate) == State.WAITING && selection.waitingCounts(start)) {
            int day = selection.accountDay(start, traced.asOf());
            group = selection.group(candidate, day, traced.waitingRegion(candidate), traced.waitingUnit(candidate));
        }
        if (group == Selection.NONE) {
            return false;
        }
        pathway = candidate;
        milestones.read(traced, pathway);
        int limit = selection.limit(pathway);
        int whole = milestones.dayAt(gaps()) - milestones.dayAt(0);
        overtime = limit < 0 ? 0 : Math.max(0, whole - limit);
        Arrays.fill(placed, 0);
        Arrays.fill(excess, 0);
        if (overtime > 0) {
            place();
        }
        return true;
    }

    /// Places as much of the overtime as steps that exceeded their allowance can bear.
    private void place() {
        var known = allowances[traced.definition(pathway)];
        var kind = traced.treatment(pathway);
        var excesses = new long[gaps()];
        var ends = new int[gaps()];
        long all = 0;
        int index = 0;
        while (index < excesses.length) {
            if (known.find(milestones, index, traced.start(pathway), kind)) {
                int days = milestones.dayAt(known.end()) - milestones.dayAt(index);
                excesses[index] = Math.max(0, days - known.days());
                ends[index] = known.end();
                all += excesses[index];
                index = known.end();
            } else {
                index++;
            }
        }
        var parts = all > overtime ? Apportionment.of(overtime, excesses) : excesses;
        for (int step = 0; step < parts.length; step++) {
            if (excesses[step] > 0) {
                var gaps = new long[ends[step] - step];
                for (int gap = 0; gap < gaps.length; gap++) {
                    gaps[gap] = days(step + gap);
                }
                System.arraycopy(Apportionment.of(parts[step], gaps), 0, placed, step, gaps.length);
                System.arraycopy(Apportionment.of(excesses[step], gaps), 0, excess, step, gaps.length);
            }
        }
    }
}
