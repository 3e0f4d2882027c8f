package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What waiting for an answer cost: for each treated pathway beyond its limit, whether it would have kept the
/// limit, had one step of imaging or pathology taken its target days.
///
/// The step runs from the first of its two points to the first of the other. It counts only where its end was
/// what was waited for, that is where it stands in the chain of [Milestones]. Had the step taken no more than
/// the target days, its end and everything after would have come as many days earlier as it exceeded them, yet no
/// earlier than the latest other milestone before it: what was also waited for stays where it was. So the cost
/// is rather told too small than too large.
///
/// Region and unit are those of the event at the step's end, so a laboratory is held against its own answers;
/// the day of account is that of the pathway.
public final class DelayCosts {
    private static final int SUMS = 4;

    private final TracedPathways traced;
    private final Question question;
    private final Selection selection;
    private final MeasuringPoint from;
    private final MeasuringPoint to;
    private final OptionalInt target;
    private final List<StepTarget> targets;
    private final Milestones milestones = new Milestones();
    private final List<long[]> sums = new ArrayList<>();

    private DelayCosts(
            TracedPathways traced, Question question, MeasuringPoint from, MeasuringPoint to, OptionalInt target) {
        boolean oneLine = (from.laboratory() && to.laboratory()) || (from.imaging() && to.imaging());
        if (!question.wholeLeadTime() || !traced.withPoints() || !oneLine) {
            throw new IllegalArgumentException(
                    "The cost of a step of imaging or pathology is told of whole lead times traced with their points");
        }
        this.traced = traced;
        this.question = question;
        this.from = from;
        this.to = to;
        this.target = target;
        selection = new Selection(traced, question);
        targets = traced.definitions().all().stream()
                .map(definition -> StepTarget.of(definition, from, to))
                .toList();
    }

    /// What the step cost each group of a question about whole lead times.
    ///
    /// @param target the days the step should take; empty holds it against the allowance of each definition, and
    /// leaves out the pathways whose definition has none
    public static List<DelayCost> of(
            TracedPathways traced, Question question, MeasuringPoint from, MeasuringPoint to, OptionalInt target) {
        var costs = new DelayCosts(traced, question, from, to, target);
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            if (traced.state(pathway) == State.TREATED) {
                costs.count(pathway);
            }
        }
        return costs.costs();
    }

    private void count(int pathway) {
        int start = traced.start(pathway);
        int end = traced.end(pathway);
        int day = selection.accountDay(start, end);
        int limit = question.limit().orElse(traced.limit(pathway));
        int days = target.isPresent()
                ? target.getAsInt()
                : targets.get(traced.definition(pathway)).days(start, traced.treatment(pathway));
        if (limit < 0 || days < 0 || !selection.inPeriod(day)) {
            return;
        }
        milestones.read(traced, pathway);
        int first = Milestones.place(from);
        int last = Milestones.place(to);
        if (!milestones.reached(first)
                || !milestones.reached(last)
                || milestones.dayOf(last) < milestones.dayOf(first)) {
            return;
        }
        int answer = pointOn(pathway, milestones.dayOf(last));
        int group = selection.group(pathway, day, traced.pointRegion(answer), traced.pointUnit(answer));
        if (group != Selection.NONE) {
            int excess = milestones.dayOf(last) - milestones.dayOf(first) - days;
            int saved = Math.max(0, Math.min(excess, milestones.room(last)));
            add(group, Math.max(0, end - start - limit), saved);
        }
    }

    private void add(int group, int overtime, int saved) {
        while (sums.size() <= group) {
            sums.add(new long[SUMS]);
        }
        var sum = sums.get(group);
        sum[0]++;
        if (overtime > 0) {
            sum[1]++;
            sum[2] += saved >= overtime ? 1 : 0;
            sum[3] += Math.min(saved, overtime);
        }
    }

    private int pointOn(int pathway, int day) {
        int point = traced.pointsFrom(pathway);
        while (traced.pointKind(point) != to || traced.pointDay(point) != day) {
            point++;
        }
        return point;
    }

    private List<DelayCost> costs() {
        var costs = new ArrayList<DelayCost>();
        for (int group : selection.sortedGroups()) {
            var sum = sums.get(group);
            costs.add(new DelayCost(selection.key(group), sum[0], sum[1], sum[2], sum[3]));
        }
        return costs;
    }
}
