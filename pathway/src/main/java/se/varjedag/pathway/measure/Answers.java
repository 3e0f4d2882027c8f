package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Answers questions about traced pathways: the one way to a figure, whether it goes to a file, an interface
/// or a page.
///
/// The rules are numbers 19 to 28 of `docs/rules.md`. Pathways ended by 70 are counted nowhere (rule 12). A
/// measure of two laboratory points or two imaging points counts pairs, one per referral or specimen of a
/// pathway; every other measure counts pathways.
public final class Answers {
    private static final int WORTH_TWO_THREADS = 100_000;

    private final TracedPathways traced;
    private final Question question;
    private final Selection selection;
    private final Observations observations;
    private int firstAccounted = Integer.MAX_VALUE;
    private int lastAccounted = Integer.MIN_VALUE;

    private Answers(TracedPathways traced, Question question, Selection selection, int expected) {
        this.traced = traced;
        this.question = question;
        this.selection = selection;
        observations = new Observations(expected);
    }

    /// The answer to a question, with inclusion where expected cases are given.
    public static Answer answer(TracedPathways traced, Question question, Optional<ExpectedCases> expected) {
        return answer(traced, question, expected, traced.size() < WORTH_TWO_THREADS ? 1 : 2);
    }

    static Answer answer(TracedPathways traced, Question question, Optional<ExpectedCases> expected, int threads) {
        if (!question.wholeLeadTime() && !traced.withPoints()) {
            throw new IllegalArgumentException(
                    "%s needs pathways that were traced with their points".formatted(question.measure()));
        }
        var selection = new Selection(traced, question);
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(part -> {
                    int from = (int) ((long) traced.size() * part / threads);
                    int to = (int) ((long) traced.size() * (part + 1) / threads);
                    var answers = new Answers(traced, question, selection.twin(), to - from);
                    answers.countAll(from, to);
                    return answers;
                })
                .reduce(Answers::join)
                .orElseThrow()
                .answer(expected);
    }

    private void countAll(int from, int to) {
        for (int pathway = from; pathway < to; pathway++) {
            if (traced.state(pathway) != State.CRITERIA_NOT_MET) {
                count(pathway);
            }
        }
    }

    private Answers join(Answers other) {
        observations.addAll(other.observations, selection.numbersOf(other.selection));
        firstAccounted = Math.min(firstAccounted, other.firstAccounted);
        lastAccounted = Math.max(lastAccounted, other.lastAccounted);
        return this;
    }

    private Answer answer(Optional<ExpectedCases> expected) {
        var groups = observations.groups(selection.groups(), selection::key);
        var inclusion = expected.filter(cases -> firstAccounted <= lastAccounted)
                .map(cases -> new Inclusion(
                        cases, question, LocalDate.ofEpochDay(firstAccounted), LocalDate.ofEpochDay(lastAccounted)));
        var shown = new ArrayList<Group>();
        for (int number : selection.sortedGroups()) {
            var group = groups[number];
            if (group.everybody() >= Math.max(1, question.minCount())) {
                shown.add(inclusion
                        .map(one -> group.withCases(one.cases(group.key())))
                        .orElse(group));
            }
        }
        return new Answer(question, shown, expected.isPresent());
    }

    private void count(int pathway) {
        if (question.wholeLeadTime()) {
            countWhole(pathway);
        } else if (question.pairsByRef()) {
            countPairs(pathway);
        } else {
            int from = first(pathway, question.from(), Integer.MIN_VALUE);
            if (from >= 0) {
                int to = first(pathway, question.to(), traced.pointDay(from));
                count(pathway, traced.pointDay(from), to);
            }
        }
    }

    private void countWhole(int pathway) {
        int start = traced.start(pathway);
        if (traced.state(pathway) == State.TREATED) {
            reached(pathway, start, traced.end(pathway), traced.endRegion(pathway), traced.endUnit(pathway));
        } else {
            notReached(pathway, start);
        }
    }

    private void countPairs(int pathway) {
        for (int from = traced.pointsFrom(pathway); from < traced.pointsTo(pathway); from++) {
            if (traced.pointKind(from) == question.from() && firstOfItsRef(pathway, from)) {
                int day = traced.pointDay(from);
                int to = traced.pointsFrom(pathway);
                while (to < traced.pointsTo(pathway)
                        && !(traced.pointKind(to) == question.to()
                                && traced.pointDay(to) >= day
                                && traced.pointRef(to) == traced.pointRef(from))) {
                    to++;
                }
                count(pathway, day, to < traced.pointsTo(pathway) ? to : -1);
            }
        }
    }

    private boolean firstOfItsRef(int pathway, int point) {
        for (int earlier = traced.pointsFrom(pathway); earlier < point; earlier++) {
            if (traced.pointKind(earlier) == question.from() && traced.pointRef(earlier) == traced.pointRef(point)) {
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

    private void count(int pathway, int fromDay, int to) {
        if (to >= 0) {
            reached(pathway, fromDay, traced.pointDay(to), traced.pointRegion(to), traced.pointUnit(to));
        } else {
            notReached(pathway, fromDay);
        }
    }

    private void reached(int pathway, int fromDay, int toDay, int region, int unit) {
        int group = groupOfEnded(pathway, fromDay, toDay, region, unit);
        if (group != Selection.NONE) {
            observations.reached(group, toDay - fromDay, limit(pathway), assumedLimit(pathway), included(pathway));
        }
    }

    private void notReached(int pathway, int fromDay) {
        if (traced.state(pathway).open()) {
            open(pathway, fromDay);
        } else if (traced.end(pathway) >= fromDay) {
            int end = traced.end(pathway);
            int group = groupOfEnded(pathway, fromDay, end, traced.endRegion(pathway), traced.endUnit(pathway));
            if (group != Selection.NONE) {
                observations.left(group, end - fromDay);
            }
        }
    }

    private int groupOfEnded(int pathway, int fromDay, int endDay, int region, int unit) {
        int day = selection.accountDay(fromDay, endDay);
        firstAccounted = Math.min(firstAccounted, day);
        lastAccounted = Math.max(lastAccounted, day);
        return selection.inPeriod(day) ? selection.group(pathway, day, region, unit) : Selection.NONE;
    }

    private void open(int pathway, int fromDay) {
        if (!selection.waitingCounts(fromDay)) {
            return;
        }
        int day = selection.accountDay(fromDay, traced.asOf());
        int group = selection.group(pathway, day, traced.waitingRegion(pathway), traced.waitingUnit(pathway));
        if (group == Selection.NONE) {
            return;
        }
        if (traced.state(pathway) == State.STALE) {
            observations.stale(group);
        } else {
            observations.waiting(group, traced.asOf() - fromDay, limit(pathway), assumedLimit(pathway));
        }
    }

    private int limit(int pathway) {
        if (question.limit().isPresent()) {
            return question.limit().getAsInt();
        }
        return question.wholeLeadTime() ? traced.limit(pathway) : -1;
    }

    private boolean assumedLimit(int pathway) {
        return question.limit().isEmpty() && question.wholeLeadTime() && traced.assumedLimit(pathway);
    }

    private boolean included(int pathway) {
        var kind = traced.treatment(pathway);
        return question.wholeLeadTime() && kind != null && kind != TreatmentKind.CLOSED;
    }
}
