package se.varjedag.pathway.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.Course;
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
/// it did. Each patient's own days are cut, along the [Course] of what was waited for; days gained in imaging or
/// pathology count only until the other of the two is finished. Everything else stays as it was. Several changes at
/// once are recomputed at once: what two of them would both have saved is saved once, and one may give the other
/// room, so together they are not their sum.
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
        var asked = new Asked();
        ask(change, asked);
        return effect(asked);
    }

    /// All that is asked at once.
    private static final class Asked {
        private final List<Shortening> shortenings = new ArrayList<>();
        private final List<Effect.Best> models = new ArrayList<>();
        private OptionalInt limit = OptionalInt.empty();
        private Effect.@Nullable Queued queue;
    }

    private void ask(Change change, Asked asked) {
        switch (change) {
            case Change.Nothing() -> {}
            case Change.OtherLimit(int days) -> asked.limit = OptionalInt.of(Math.min(days, asked.limit.orElse(days)));
            case Change.AtAllowance(var from, var to) ->
                asked.shortenings.add((_, course) -> course.withinAllowance(from, to));
            case Change.AtMost(var from, var to, int days) ->
                asked.shortenings.add((_, course) -> course.within(from, to, days));
            case Change.AsBestRegion step -> {
                var best = new BestRegion(traced, step, everywhere());
                asked.shortenings.add(best);
                asked.models.addAll(best.models());
            }
            case Change.MoreCapacity more -> {
                var from = question.periodFrom();
                int since = from == null ? Integer.MIN_VALUE : Math.toIntExact(from.toEpochDay());
                var queue = new UnitQueue(traced, more, since);
                asked.shortenings.add(queue);
                asked.queue = queue.queued();
            }
            case Change.Together(var changes) -> {
                changes.forEach(one -> ask(one, asked));
                // What each of several rests on is told by each of them alone.
                asked.models.clear();
                asked.queue = null;
            }
        }
    }

    /// A step, how many of the treated have it, and the days they spent in it beyond its allowance.
    ///
    /// @param allowed what it is allowed; empty where it is not looked at against that
    public record StepTaken(
            MeasuringPoint from, MeasuringPoint to, long patients, long daysOver, Optional<Allowed> allowed) {}

    /// The days that a step is allowed, from the pathway that allows it fewest to the one that allows it most.
    public record Allowed(int fewest, int most) {

        private Allowed and(int days) {
            return new Allowed(Math.min(fewest, days), Math.max(most, days));
        }
    }

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

    private record Way(MeasuringPoint from, MeasuringPoint to) {}

    private List<StepTaken> steps(StepEnd end) {
        Map<Way, StepTaken> steps = new LinkedHashMap<>();
        var ladder = new Ladder(traced);
        for (int pathway : treated) {
            ladder.read(pathway);
            for (int rung = 0; rung + 1 < ladder.rungs(); rung++) {
                int to = end.of(ladder, rung);
                if (to > 0) {
                    boolean held = ladder.held(rung) && ladder.heldTo() == to;
                    var one = new StepTaken(
                            point(ladder, rung),
                            point(ladder, to),
                            1,
                            held ? over(ladder, rung) : 0,
                            held ? Optional.of(new Allowed(ladder.allowed(), ladder.allowed())) : Optional.empty());
                    steps.merge(new Way(one.from(), one.to()), one, WhatIf::plus);
                }
            }
        }
        return steps.values().stream()
                .sorted(Comparator.comparingLong(StepTaken::daysOver)
                        .thenComparingLong(StepTaken::patients)
                        .reversed())
                .toList();
    }

    private static StepTaken plus(StepTaken one, StepTaken other) {
        var allowed = one.allowed()
                .map(days -> other.allowed()
                        .map(others -> days.and(others.fewest()).and(others.most()))
                        .orElse(days))
                .or(other::allowed);
        return new StepTaken(
                one.from(), one.to(), one.patients() + other.patients(), one.daysOver() + other.daysOver(), allowed);
    }

    private static MeasuringPoint point(Ladder ladder, int rung) {
        return ladder.point(rung).orElseThrow();
    }

    /// The days beyond the allowance just found.
    private static int over(Ladder ladder, int rung) {
        return Math.max(0, ladder.day(ladder.heldTo()) - ladder.day(rung) - ladder.allowed());
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

    private Effect effect(Asked asked) {
        var days = new DayHistogram.Builder();
        var limits = LimitCount.NONE;
        var waitingLimits = LimitCount.NONE;
        var within = Moments.NONE;
        var saved = Moments.NONE;
        long moved = 0;
        var course = new Course(traced);
        for (int pathway : treated) {
            int now = traced.end(pathway) - traced.start(pathway);
            int then = now - saved(pathway, asked.shortenings, course);
            days.add(Outcome.REACHED, then);
            moved += then < now ? 1 : 0;
            var before = count(now, limit(pathway));
            var after = count(then, asked.limit.orElse(limit(pathway)));
            limits = limits.plus(after);
            if (before.withLimit() + after.withLimit() == 2) {
                within = within.and(after.within() - before.within());
                saved = saved.and(before.overtimeDays() - after.overtimeDays());
            }
        }
        for (int pathway : waiting) {
            int sofar = traced.asOf() - traced.start(pathway);
            days.add(Outcome.WAITING, sofar);
            waitingLimits = waitingLimits.plus(count(sofar, asked.limit.orElse(limit(pathway))));
        }
        return new Effect(days.build(), limits, waitingLimits, moved, within, saved, asked.models, asked.queue);
    }

    private static int saved(int pathway, List<Shortening> shortenings, Course course) {
        if (shortenings.isEmpty()) {
            return 0;
        }
        course.read(pathway);
        shortenings.forEach(one -> one.shorten(pathway, course));
        return course.saved();
    }

    private static LimitCount count(int days, int limit) {
        return limit < 0 ? LimitCount.NONE : new LimitCount(1, days <= limit ? 1 : 0, Math.max(0, days - limit));
    }
}
