package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Counts traced pathways one by one, as they stand: the plain way to an answer, for a tracing that is asked
/// once.
final class PlainCount implements WaitReader.Taker {
    private final TracedPathways traced;
    private final Question question;
    private final Selection selection;
    private final Observations observations;
    private int firstAccounted = Integer.MAX_VALUE;
    private int lastAccounted = Integer.MIN_VALUE;

    private PlainCount(TracedPathways traced, Question question, Selection selection, int expected) {
        this.traced = traced;
        this.question = question;
        this.selection = selection;
        observations = new Observations(expected);
    }

    /// The answer, counted by so many threads.
    static Answer answer(TracedPathways traced, Question question, Optional<ExpectedCases> expected, int threads) {
        var selection = new Selection(traced, question);
        var reader = new WaitReader(traced, question.between());
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(part -> {
                    int from = (int) ((long) traced.size() * part / threads);
                    int to = (int) ((long) traced.size() * (part + 1) / threads);
                    var count = new PlainCount(traced, question, selection.twin(), to - from);
                    count.countAll(reader, from, to);
                    return count;
                })
                .reduce(PlainCount::join)
                .orElseThrow()
                .answer(expected);
    }

    private void countAll(WaitReader reader, int from, int to) {
        for (int pathway = from; pathway < to; pathway++) {
            reader.read(pathway, this);
        }
    }

    private PlainCount join(PlainCount other) {
        observations.addAll(other.observations, selection.numbersOf(other.selection));
        firstAccounted = Math.min(firstAccounted, other.firstAccounted);
        lastAccounted = Math.max(lastAccounted, other.lastAccounted);
        return this;
    }

    private Answer answer(Optional<ExpectedCases> expected) {
        var groups = observations.groups(selection.groups(), selection::key);
        var sorted = Arrays.stream(selection.sortedGroups())
                .mapToObj(number -> groups[number])
                .toList();
        return Answers.answer(question, sorted, expected, new Span(firstAccounted, lastAccounted));
    }

    @Override
    public void reached(int pathway, int fromDay, int toDay, int region, int unit) {
        int group = groupOfEnded(pathway, fromDay, toDay, region, unit);
        if (group != Selection.NONE) {
            observations.reached(group, toDay - fromDay, limit(pathway), assumedLimit(pathway), included(pathway));
        }
    }

    @Override
    public void left(int pathway, int fromDay, int endDay, int region, int unit) {
        int group = groupOfEnded(pathway, fromDay, endDay, region, unit);
        if (group != Selection.NONE) {
            observations.left(group, endDay - fromDay);
        }
    }

    private int groupOfEnded(int pathway, int fromDay, int endDay, int region, int unit) {
        int day = selection.accountDay(fromDay, endDay);
        firstAccounted = Math.min(firstAccounted, day);
        lastAccounted = Math.max(lastAccounted, day);
        return selection.inPeriod(day) ? selection.group(pathway, day, region, unit) : Selection.NONE;
    }

    @Override
    public void open(int pathway, int fromDay) {
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
