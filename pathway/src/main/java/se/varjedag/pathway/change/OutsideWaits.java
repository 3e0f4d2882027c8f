package se.varjedag.pathway.change;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.trace.TracedPathways;

/// How long imaging and pathology took for people who had no pathway open: whether others waited longer while the
/// pathways became quicker (displacement, "undanträngning").
///
/// A referral or specimen lies outside when it is a point of no pathway and the person has no pathway open that
/// day, from its 05, otherwise its 10, to its end; pathways ended by 70 count as open too. Pairs are made as
/// inside: for each person and `ref` the first FROM to the first TO on or after it, and rows without `ref` form one
/// more group (rule 19). A pair is accounted on the day of its TO; one without TO waits, and after 180 days it is
/// left out, for then the answer was most likely never delivered.
public final class OutsideWaits {
    private static final int SILENT = 180;

    private final TracedPathways traced;
    private final Timelines timelines;
    private final int from;
    private final int to;

    private OutsideWaits(TracedPathways traced, MeasuringPoint from, MeasuringPoint to) {
        this.traced = traced;
        timelines = traced.timelines();
        this.from = timelines.codes().indexOf(from.key());
        this.to = timelines.codes().indexOf(to.key());
    }

    /// The days of the pairs answered in a period, and of those waiting at as-of.
    ///
    /// @param regions which regions count, as indices into the timelines' regions: the region of the answer,
    ///     for those
    ///     waiting that of the referral
    public static DayHistogram of(
            TracedPathways traced,
            MeasuringPoint from,
            MeasuringPoint to,
            LocalDate first,
            LocalDate last,
            IntPredicate regions) {
        if (!(from.imaging() && to.imaging()) && !(from.laboratory() && to.laboratory())) {
            throw new IllegalArgumentException(
                    "%s..%s does not pair by referral or specimen".formatted(from.key(), to.key()));
        }
        var waits = new OutsideWaits(traced, from, to);
        var histogram = new DayHistogram.Builder();
        if (waits.from >= 0) {
            waits.countAll(histogram, first.toEpochDay(), last.toEpochDay(), regions);
        }
        return histogram.build();
    }

    private void countAll(DayHistogram.Builder histogram, long first, long last, IntPredicate regions) {
        int pathway = 0;
        for (int person = 0; person < timelines.persons(); person++) {
            int firstPathway = pathway;
            while (pathway < traced.size() && traced.person(pathway) == person) {
                pathway++;
            }
            if (hasReferral(person)) {
                count(person, firstPathway, pathway, histogram, first, last, regions);
            }
        }
    }

    private boolean hasReferral(int person) {
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.code(row) == from) {
                return true;
            }
        }
        return false;
    }

    private void count(
            int person,
            int firstPathway,
            int endPathway,
            DayHistogram.Builder histogram,
            long first,
            long last,
            IntPredicate regions) {
        var inside = rowsInside(firstPathway, endPathway);
        var paired = new HashSet<Integer>();
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.code(row) != from
                    || inside.contains(row)
                    || open(timelines.day(row), firstPathway, endPathway)
                    || !paired.add(timelines.ref(row))) {
                continue;
            }
            int answer = answer(row, person, inside);
            int days = (answer < 0 ? timelines.asOf() : timelines.day(answer)) - timelines.day(row);
            if (answer < 0) {
                if (days < SILENT && regions.test(timelines.region(row))) {
                    histogram.add(DayHistogram.Outcome.WAITING, days);
                }
            } else if (timelines.day(answer) >= first
                    && timelines.day(answer) <= last
                    && regions.test(timelines.region(answer))) {
                histogram.add(DayHistogram.Outcome.REACHED, days);
            }
        }
    }

    private int answer(int referral, int person, Set<Integer> inside) {
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.code(row) == to
                    && timelines.day(row) >= timelines.day(referral)
                    && timelines.ref(row) == timelines.ref(referral)
                    && !inside.contains(row)) {
                return row;
            }
        }
        return -1;
    }

    private Set<Integer> rowsInside(int firstPathway, int endPathway) {
        var rows = new HashSet<Integer>();
        for (int pathway = firstPathway; pathway < endPathway; pathway++) {
            for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
                rows.add(traced.pointRow(point));
            }
        }
        return rows;
    }

    private boolean open(int day, int firstPathway, int endPathway) {
        for (int pathway = firstPathway; pathway < endPathway; pathway++) {
            if (day >= opened(pathway) && (traced.state(pathway).open() || day <= traced.end(pathway))) {
                return true;
            }
        }
        return false;
    }

    private int opened(int pathway) {
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            if (traced.pointKind(point) == MeasuringPoint.SUSPECTED) {
                return Math.min(traced.pointDay(point), traced.start(pathway));
            }
        }
        return traced.start(pathway);
    }
}
