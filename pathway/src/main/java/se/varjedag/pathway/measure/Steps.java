package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Where the days went: the gaps between the milestones of each pathway, and the overtime they are
/// responsible for.
///
/// The gaps of one pathway add up to its whole time exactly, so the sums of any group do too. Which
/// milestones cut a pathway is told in [Milestones]. Counted are those treated and those waiting (not the
/// stale, nor those who left: their time has no limit), selected and grouped by the same question as the lead
/// time itself; its measure is always suspicion to treatment.
///
/// Overtime is placed in whole days. Going from milestone to milestone, the shortest step that the definition
/// allows from there is held against the days it took ([Allowances]). If the excesses together are more than
/// the pathway's overtime, it is shared over them in proportion; if less, each takes its excess and the rest
/// is "not measured", as is everything when milestones or allowances are missing: a step is never blamed for
/// more days than it exceeded its allowance by. Where a step spans several gaps, its part is shared over them
/// in proportion to their days. Shares are made whole by largest remainder ([Apportionment]), so nothing is
/// lost or invented.
public final class Steps {
    private static final long NOT_MEASURED = Milestones.NOW + 1L;
    private static final long PLACES = NOT_MEASURED + 1;
    private static final int SUMS = 3;

    private static final Comparator<StepSum> MOST_FIRST = Comparator.comparingLong(StepSum::overtimeDays)
            .thenComparingLong(StepSum::days)
            .reversed();

    private final TracedPathways traced;
    private final Question question;
    private final Selection selection;
    private final Allowances[] allowances;
    private final Milestones milestones = new Milestones();
    private final GroupIndex cells = new GroupIndex(Long.MAX_VALUE);
    private long[] sums = new long[SUMS * 64];

    private Steps(TracedPathways traced, Question question) {
        if (!question.wholeLeadTime() || !traced.withPoints()) {
            throw new IllegalArgumentException(
                    "Steps cut the time from suspicion to treatment of pathways traced with their points");
        }
        this.traced = traced;
        this.question = question;
        selection = new Selection(traced, question);
        allowances = traced.definitions().all().stream().map(Allowances::new).toArray(Allowances[]::new);
    }

    /// What each step cost each group, the most overtime first within a group, then the most days.
    public static List<StepSum> of(TracedPathways traced, Question question) {
        var steps = new Steps(traced, question);
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            steps.count(pathway);
        }
        return steps.sums();
    }

    private void count(int pathway) {
        int start = traced.start(pathway);
        int group = Selection.NONE;
        if (traced.state(pathway) == State.TREATED) {
            int day = selection.accountDay(start, traced.end(pathway));
            if (selection.inPeriod(day)) {
                group = selection.group(pathway, day, traced.endRegion(pathway), traced.endUnit(pathway));
            }
        } else if (traced.state(pathway) == State.WAITING && selection.waitingCounts(start)) {
            int day = selection.accountDay(start, traced.asOf());
            group = selection.group(pathway, day, traced.waitingRegion(pathway), traced.waitingUnit(pathway));
        }
        if (group != Selection.NONE) {
            milestones.read(traced, pathway);
            add(pathway, group);
        }
    }

    private void add(int pathway, int group) {
        int gaps = milestones.size() - 1;
        int whole = milestones.dayAt(gaps) - milestones.dayAt(0);
        int limit = question.limit().orElse(traced.limit(pathway));
        long overtime = limit < 0 ? 0 : Math.max(0, whole - limit);
        var placed = new long[gaps];
        if (overtime > 0) {
            place(pathway, overtime, placed);
        }
        long cellBase =
                ((long) group * traced.definitions().all().size() + traced.definition(pathway)) * PLACES * PLACES;
        for (int gap = 0; gap < gaps; gap++) {
            long cell = cellBase + milestones.placeAt(gap) * PLACES + milestones.placeAt(gap + 1);
            add(cell, milestones.dayAt(gap + 1) - milestones.dayAt(gap), placed[gap]);
        }
        long rest = overtime - Arrays.stream(placed).sum();
        if (rest > 0) {
            add(cellBase + NOT_MEASURED * PLACES, 0, rest);
        }
    }

    /// Places as much of the overtime as steps that exceeded their allowance can bear.
    private void place(int pathway, long overtime, long[] placed) {
        var known = allowances[traced.definition(pathway)];
        var kind = traced.treatment(pathway);
        var excesses = new long[placed.length];
        var ends = new int[placed.length];
        long all = 0;
        int index = 0;
        while (index < placed.length) {
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
            if (parts[step] > 0) {
                var gaps = new long[ends[step] - step];
                for (int gap = 0; gap < gaps.length; gap++) {
                    int days = milestones.dayAt(step + gap + 1) - milestones.dayAt(step + gap);
                    gaps[gap] = days;
                }
                System.arraycopy(Apportionment.of(parts[step], gaps), 0, placed, step, gaps.length);
            }
        }
    }

    private void add(long cell, long days, long overtimeDays) {
        int at = cells.of(cell) * SUMS;
        if (at + SUMS > sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        sums[at] += days;
        sums[at + 1] += overtimeDays;
        sums[at + 2]++;
    }

    private List<StepSum> sums() {
        int definitions = traced.definitions().all().size();
        var byGroup = new ArrayList<List<StepSum>>();
        for (int group = 0; group < selection.groups(); group++) {
            byGroup.add(new ArrayList<>());
        }
        for (int number : cells.sorted()) {
            long cell = cells.key(number);
            int group = (int) (cell / (PLACES * PLACES) / definitions);
            int definition = (int) (cell / (PLACES * PLACES) % definitions);
            byGroup.get(group)
                    .add(new StepSum(
                            selection.key(group),
                            traced.definitions().all().get(definition).id(),
                            step((int) (cell / PLACES % PLACES), (int) (cell % PLACES)),
                            sums[number * SUMS],
                            sums[number * SUMS + 1],
                            sums[number * SUMS + 2]));
        }
        var result = new ArrayList<StepSum>();
        for (int group : selection.sortedGroups()) {
            byGroup.get(group).stream().sorted(MOST_FIRST).forEach(result::add);
        }
        return result;
    }

    private static Step step(int from, int to) {
        if (from == NOT_MEASURED) {
            return new Step.NotMeasured();
        }
        var point = Milestones.ORDER.get(from);
        return to == Milestones.NOW ? new Step.WaitingAfter(point) : new Step.Between(point, Milestones.ORDER.get(to));
    }
}
