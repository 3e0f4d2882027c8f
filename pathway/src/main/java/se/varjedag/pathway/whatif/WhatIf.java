package se.varjedag.pathway.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Ladder;
import se.varjedag.pathway.measure.LimitCount;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Moments;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The patients of one question, with something otherwise.
///
/// The patients stay the same: a treatment that would have started earlier is still counted in the period in which
/// it did. Each patient's own days are cut, along the [Ladder] of what was waited for; days gained in imaging or
/// pathology count only until the other of the two was finished. Everything else stays as it was.
public final class WhatIf {
    private static final Set<GroupKey> PLACES =
            EnumSet.of(GroupKey.REGION, GroupKey.HREGION, GroupKey.HOME_REGION, GroupKey.UNIT);

    private final TracedPathways traced;
    private final Question question;
    private final int[] treated;
    private final int[] waiting;

    /// The patients of a question.
    ///
    /// @throws IllegalArgumentException when the question is not about the whole lead time, or the pathways were
    /// traced without their points
    public WhatIf(TracedPathways traced, Question question) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("What if needs pathways that were traced with their points");
        }
        this.traced = traced;
        this.question = question;
        treated = Counted.in(State.TREATED, traced, question);
        waiting = Counted.in(State.WAITING, traced, question);
    }

    /// How they would stand.
    public Effect with(Change change) {
        return switch (change) {
            case Change.Nothing() -> effect(this::limit, (_, _) -> 0, List.of(), null);
            case Change.OtherLimit(int days) -> effect(_ -> days, (_, _) -> 0, List.of(), null);
            case Change.AtAllowance step ->
                effect(this::limit, (_, ladder) -> overAllowance(ladder, step), List.of(), null);
            case Change.AsBestRegion step -> {
                var best = new BestRegion(traced, step, everywhere());
                yield effect(this::limit, best, best.models(), null);
            }
            case Change.MoreCapacity more -> {
                var from = question.periodFrom();
                int since = from == null ? Integer.MIN_VALUE : Math.toIntExact(from.toEpochDay());
                var queue = new UnitQueue(traced, more, since);
                yield effect(this::limit, queue, List.of(), queue.queued());
            }
        };
    }

    /// A step, how many of the treated have it, and the days they spent in it beyond its allowance.
    public record StepTaken(MeasuringPoint from, MeasuringPoint to, long patients, long daysOver) {}

    /// A unit, and how many of the treated it did some work for.
    public record Workplace(Work work, String unit, long patients) {}

    /// The steps of the treated that the definitions allow some days for, those with the most days beyond them
    /// first.
    public List<StepTaken> heldSteps() {
        return steps((ladder, rung) -> ladder.held(rung) ? ladder.heldTo() : -1);
    }

    /// The steps of the treated from one point to the next that they have, the most common first.
    public List<StepTaken> takenSteps() {
        return steps((_, rung) -> rung + 1).stream()
                .sorted(Comparator.comparingLong(StepTaken::patients).reversed())
                .toList();
    }

    /// The units that did a kind of work for the treated, those with the most patients first.
    public List<Workplace> workplaces(Work work) {
        Map<Integer, Long> patients = new HashMap<>();
        for (int pathway : treated) {
            Set<Integer> units = new HashSet<>();
            for (int k = traced.pointsFrom(pathway); k < traced.pointsTo(pathway); k++) {
                if (traced.pointKind(k) == work.done()) {
                    units.add(traced.pointUnit(k));
                }
            }
            units.forEach(unit -> patients.merge(unit, 1L, Long::sum));
        }
        return patients.entrySet().stream()
                .map(entry -> new Workplace(work, traced.timelines().unitText(entry.getKey()), entry.getValue()))
                .filter(place -> !place.unit().isEmpty())
                .sorted(Comparator.comparingLong(Workplace::patients).reversed().thenComparing(Workplace::unit))
                .toList();
    }

    /// The rung at which the step from a rung ends, -1 for none.
    @FunctionalInterface
    private interface StepEnd {
        int of(Ladder ladder, int rung);
    }

    private List<StepTaken> steps(StepEnd end) {
        Map<MeasuringPoint, Map<MeasuringPoint, long[]>> sums = new EnumMap<>(MeasuringPoint.class);
        var ladder = new Ladder(traced);
        for (int pathway : treated) {
            ladder.read(pathway);
            for (int rung = 0; rung + 1 < ladder.rungs(); rung++) {
                int to = end.of(ladder, rung);
                if (to > 0) {
                    var sum = sums.computeIfAbsent(point(ladder, rung), _ -> new EnumMap<>(MeasuringPoint.class))
                            .computeIfAbsent(point(ladder, to), _ -> new long[2]);
                    sum[0]++;
                    sum[1] += ladder.held(rung) && ladder.heldTo() == to ? over(ladder, rung) : 0;
                }
            }
        }
        var steps = new ArrayList<StepTaken>();
        sums.forEach((from, ends) -> ends.forEach((to, sum) -> steps.add(new StepTaken(from, to, sum[0], sum[1]))));
        steps.sort(Comparator.comparingLong(StepTaken::daysOver)
                .thenComparingLong(StepTaken::patients)
                .reversed());
        return steps;
    }

    private static MeasuringPoint point(Ladder ladder, int rung) {
        return ladder.point(rung).orElseThrow();
    }

    /// The days beyond the allowance just found.
    private static int over(Ladder ladder, int rung) {
        return Math.max(0, ladder.day(ladder.heldTo()) - ladder.day(rung) - ladder.allowed());
    }

    private static int overAllowance(Ladder ladder, Change.AtAllowance step) {
        for (int rung = 0; rung + 1 < ladder.rungs(); rung++) {
            if (ladder.is(rung, step.from()) && ladder.held(rung) && ladder.is(ladder.heldTo(), step.to())) {
                return Math.min(over(ladder, rung), ladder.give(rung, ladder.heldTo()));
            }
        }
        return 0;
    }

    /// The treated of the same question in every region and unit.
    private int[] everywhere() {
        var filters = new EnumMap<GroupKey, Set<String>>(GroupKey.class);
        filters.putAll(question.filters());
        filters.keySet().removeAll(PLACES);
        return Counted.in(
                State.TREATED,
                traced,
                new Question(
                        question.from(),
                        question.to(),
                        question.periodFrom(),
                        question.periodTo(),
                        question.countBy(),
                        question.limit(),
                        List.of(),
                        filters,
                        1));
    }

    private int limit(int pathway) {
        return question.limit().orElse(traced.limit(pathway));
    }

    /// The limit of a pathway in days, -1 for unknown.
    @FunctionalInterface
    private interface LimitOf {
        int days(int pathway);
    }

    private Effect effect(LimitOf limitThen, Saving saving, List<Effect.Best> models, Effect.@Nullable Queued queue) {
        var days = new DayHistogram.Builder();
        var limits = LimitCount.NONE;
        var waitingLimits = LimitCount.NONE;
        var within = Moments.NONE;
        var saved = Moments.NONE;
        long moved = 0;
        var ladder = new Ladder(traced);
        for (int pathway : treated) {
            ladder.read(pathway);
            int now = traced.end(pathway) - traced.start(pathway);
            int then = now - saving.days(pathway, ladder);
            days.add(Outcome.REACHED, then);
            moved += then < now ? 1 : 0;
            var before = count(now, limit(pathway));
            var after = count(then, limitThen.days(pathway));
            limits = limits.plus(after);
            if (before.withLimit() + after.withLimit() == 2) {
                within = within.and(after.within() - before.within());
                saved = saved.and(before.overtimeDays() - after.overtimeDays());
            }
        }
        for (int pathway : waiting) {
            int sofar = traced.asOf() - traced.start(pathway);
            days.add(Outcome.WAITING, sofar);
            waitingLimits = waitingLimits.plus(count(sofar, limitThen.days(pathway)));
        }
        return new Effect(days.build(), limits, waitingLimits, moved, within, saved, models, queue);
    }

    private static LimitCount count(int days, int limit) {
        return limit < 0 ? LimitCount.NONE : new LimitCount(1, days <= limit ? 1 : 0, Math.max(0, days - limit));
    }
}
