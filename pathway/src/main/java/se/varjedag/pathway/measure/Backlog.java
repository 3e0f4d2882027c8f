package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What waits for an answer now, where it waits: the referrals or specimens of open pathways that have reached
/// the first point of a measure and neither the second nor one after it in the same line, by the region and unit of
/// that first point.
///
/// In an [Answer] the waiting stand with the clinic that has the patient (rule 21). Here they stand with the
/// laboratory or the imaging unit that has the specimen or the referral. Stale pathways are left out as there
/// (rule 18), and so is what a pathway closed meanwhile.
///
/// @param key the values of the question's keys, in its order
/// @param waiting how many have waited each whole number of days
public record Backlog(List<String> key, DayHistogram waiting) {

    public Backlog {
        key = List.copyOf(key);
    }

    /// Both together, under a new key.
    public Backlog plus(Backlog other, List<String> newKey) {
        return new Backlog(newKey, waiting.plus(other.waiting));
    }

    /// How many have waited longer than so many days.
    public long olderThan(int days) {
        long[] older = {0};
        waiting.each(DayHistogram.Outcome.WAITING, (day, count) -> older[0] += day > days ? count : 0);
        return older[0];
    }

    /// The longest wait of them, in days; -1 when nobody waits.
    public int oldest() {
        int[] oldest = {-1};
        waiting.each(DayHistogram.Outcome.WAITING, (day, count) -> oldest[0] = Math.max(oldest[0], day));
        return oldest[0];
    }

    /// The backlog of each group of a question whose points pair by referral or specimen, whatever its period.
    public static List<Backlog> of(TracedPathways traced, Question question) {
        if (!question.pairsByRef() || !traced.withPoints()) {
            throw new IllegalArgumentException(
                    "A backlog is told of two points of imaging or of the laboratory, traced with their points");
        }
        var selection = new Selection(traced, question);
        var groups = new ArrayList<DayHistogram.Builder>();
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            if (traced.state(pathway) == State.WAITING) {
                for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
                    if (traced.pointKind(point) == question.from() && unanswered(traced, question, pathway, point)) {
                        int group = selection.group(
                                pathway, traced.asOf(), traced.pointRegion(point), traced.pointUnit(point));
                        if (group != Selection.NONE) {
                            while (groups.size() <= group) {
                                groups.add(new DayHistogram.Builder());
                            }
                            groups.get(group).add(DayHistogram.Outcome.WAITING, traced.asOf() - traced.pointDay(point));
                        }
                    }
                }
            }
        }
        var backlog = new ArrayList<Backlog>();
        for (int group : selection.sortedGroups()) {
            backlog.add(new Backlog(selection.key(group), groups.get(group).build()));
        }
        return backlog;
    }

    /// Whether a point is the first of its referral or specimen and nothing has answered it.
    private static boolean unanswered(TracedPathways traced, Question question, int pathway, int point) {
        for (int other = traced.pointsFrom(pathway); other < traced.pointsTo(pathway); other++) {
            if (traced.pointRef(other) == traced.pointRef(point)) {
                boolean earlier = other < point && traced.pointKind(other) == question.from();
                boolean passed = beyond(traced.pointKind(other), question.to())
                        && traced.pointDay(other) >= traced.pointDay(point);
                if (earlier || passed) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether a point is the end of the measure or comes after it: an answer tells that the specimen was received.
    private static boolean beyond(MeasuringPoint point, MeasuringPoint end) {
        return point.laboratory() == end.laboratory() && point.imaging() == end.imaging() && point.compareTo(end) >= 0;
    }
}
