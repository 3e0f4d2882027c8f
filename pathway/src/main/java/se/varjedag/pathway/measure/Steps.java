package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
    private static final int WORTH_TWO_THREADS = 20_000;

    private static final Comparator<StepSum> MOST_FIRST = Comparator.comparingLong(StepSum::overtimeDays)
            .thenComparingLong(StepSum::days)
            .reversed();

    private final TracedPathways traced;
    private final Selection selection;
    private final boolean byUnit;
    private final GroupIndex cells = new GroupIndex(Long.MAX_VALUE);
    private long[] sums = new long[SUMS * 64];

    private Steps(TracedPathways traced, Selection selection, boolean byUnit) {
        this.traced = traced;
        this.selection = selection;
        this.byUnit = byUnit;
    }

    /// The steps of all pathways, counted by so many threads.
    static List<StepSum> of(TracedPathways traced, Question question, boolean byUnit, int threads) {
        var selection = new Selection(traced, question);
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(part -> {
                    var steps = new Steps(traced, selection.twin(), byUnit);
                    int from = (int) ((long) traced.size() * part / threads);
                    int to = (int) ((long) traced.size() * (part + 1) / threads);
                    Cut.each(traced, question, steps.selection, from, to, steps::add);
                    return steps;
                })
                .reduce(Steps::join)
                .orElseThrow()
                .sums();
    }

    private static int threads(TracedPathways traced) {
        return traced.size() < WORTH_TWO_THREADS ? 1 : 2;
    }

    private Steps join(Steps other) {
        var numbers = selection.numbersOf(other.selection);
        long ofGroup = PLACES * PLACES * traced.definitions().all().size() * units();
        for (int cell = 0; cell < other.cells.size(); cell++) {
            long key = other.cells.key(cell);
            long here = numbers[(int) (key / ofGroup)] * ofGroup + key % ofGroup;
            add(here, other.sums[cell * SUMS], other.sums[cell * SUMS + 1], other.sums[cell * SUMS + 2]);
        }
        return this;
    }

    /// What each step cost each group, the most overtime first within a group, then the most days.
    public static List<StepSum> of(TracedPathways traced, Question question) {
        return of(traced, question, false, threads(traced));
    }

    /// The same by the unit that each step ended in, whose name is the last part of the key: the unit of the
    /// point at its end, or of the patient while someone waits. What is not measured belongs to no unit.
    public static List<StepSum> byUnit(TracedPathways traced, Question question) {
        return of(traced, question, true, threads(traced));
    }

    private void add(Cut cut) {
        for (int gap = 0; gap < cut.gaps(); gap++) {
            long steps = cut.from(gap) * PLACES + cut.to(gap);
            add(base(cut, byUnit ? cut.unit(gap) : 0) + steps, cut.days(gap), cut.overtime(gap), 1);
        }
        long rest = cut.notMeasured();
        if (rest > 0) {
            add(base(cut, 0) + NOT_MEASURED * PLACES, 0, rest, 1);
        }
    }

    private long base(Cut cut, int unit) {
        long place = (long) cut.group() * units() + unit;
        return (place * traced.definitions().all().size() + traced.definition(cut.pathway())) * PLACES * PLACES;
    }

    private int units() {
        return byUnit ? traced.timelines().units().size() : 1;
    }

    private void add(long cell, long days, long overtimeDays, long pathways) {
        int at = cells.of(cell) * SUMS;
        if (at + SUMS > sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        sums[at] += days;
        sums[at + 1] += overtimeDays;
        sums[at + 2] += pathways;
    }

    private List<StepSum> sums() {
        int definitions = traced.definitions().all().size();
        var byGroup = new ArrayList<List<StepSum>>();
        for (int group = 0; group < selection.groups(); group++) {
            byGroup.add(new ArrayList<>());
        }
        for (int number : cells.sorted()) {
            long cell = cells.key(number);
            long place = cell / (PLACES * PLACES) / definitions;
            int group = (int) (place / units());
            int definition = (int) (cell / (PLACES * PLACES) % definitions);
            byGroup.get(group)
                    .add(new StepSum(
                            key(group, (int) (place % units())),
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

    private List<String> key(int group, int unit) {
        var key = new ArrayList<>(selection.key(group));
        if (byUnit) {
            key.add(traced.timelines().units().get(unit));
        }
        return key;
    }

    private static Step step(int from, int to) {
        if (from == NOT_MEASURED) {
            return new Step.NotMeasured();
        }
        var point = Milestones.ORDER.get(from);
        return to == Milestones.NOW ? new Step.WaitingAfter(point) : new Step.Between(point, Milestones.ORDER.get(to));
    }
}
