package se.varjedag.pathway.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
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
    private static final int NONE = -1;

    private final TracedPathways traced;
    private final Timelines timelines;
    private final int from;
    private final int to;
    private final List<Pair> pairs = new ArrayList<>();

    /// A referral and its answer.
    ///
    /// @param row that of the answer, that of the referral where there is none
    private record Pair(int row, boolean answered, int days) {}

    private OutsideWaits(TracedPathways traced, MeasuringPoint from, MeasuringPoint to) {
        this.traced = traced;
        timelines = traced.timelines();
        this.from = timelines.codes().indexOf(from.key());
        this.to = timelines.codes().indexOf(to.key());
    }

    /// All pairs outside between two points of imaging or of the laboratory, found once for every period and place.
    public static OutsideWaits between(TracedPathways traced, MeasuringPoint from, MeasuringPoint to) {
        if (!(from.imaging() && to.imaging()) && !(from.laboratory() && to.laboratory())) {
            throw new IllegalArgumentException(
                    "%s..%s does not pair by referral or specimen".formatted(from.key(), to.key()));
        }
        var waits = new OutsideWaits(traced, from, to);
        if (waits.from >= 0) {
            waits.pairAll();
        }
        return waits;
    }

    /// The days of the pairs answered in a period, and of those waiting at as-of.
    ///
    /// @param regions which regions count, as indices into the timelines' regions: the region of the answer,
    ///     for those waiting that of the referral
    public DayHistogram during(LocalDate first, LocalDate last, IntPredicate regions) {
        return by(first, last, row -> regions.test(timelines.region(row)) ? 0 : NONE)
                .getOrDefault(0, DayHistogram.EMPTY);
    }

    /// The same by place.
    ///
    /// @param place the number of the place that a row of the timelines counts with: that of the answer, for those
    ///     waiting that of the referral; negative for none
    public Map<Integer, DayHistogram> by(LocalDate first, LocalDate last, IntUnaryOperator place) {
        long firstDay = first.toEpochDay();
        long lastDay = last.toEpochDay();
        var places = new TreeMap<Integer, DayHistogram.Builder>();
        for (var pair : pairs) {
            int day = timelines.day(pair.row());
            if (!pair.answered() || (day >= firstDay && day <= lastDay)) {
                int number = place.applyAsInt(pair.row());
                if (number >= 0) {
                    places.computeIfAbsent(number, _ -> new DayHistogram.Builder())
                            .add(pair.answered() ? Outcome.REACHED : Outcome.WAITING, pair.days());
                }
            }
        }
        var histograms = new TreeMap<Integer, DayHistogram>();
        places.forEach((number, histogram) -> histograms.put(number, histogram.build()));
        return histograms;
    }

    private void pairAll() {
        int pathway = 0;
        for (int person = 0; person < timelines.persons(); person++) {
            int firstPathway = pathway;
            while (pathway < traced.size() && traced.person(pathway) == person) {
                pathway++;
            }
            pair(person, firstPathway, pathway);
        }
    }

    private void pair(int person, int firstPathway, int endPathway) {
        Set<Integer> inside = null;
        var paired = new HashSet<Integer>();
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.code(row) != from || open(timelines.day(row), firstPathway, endPathway)) {
                continue;
            }
            if (inside == null) {
                inside = rowsInside(firstPathway, endPathway);
            }
            if (inside.contains(row) || !paired.add(timelines.ref(row))) {
                continue;
            }
            int answer = answer(row, person, inside);
            int days = (answer < 0 ? timelines.asOf() : timelines.day(answer)) - timelines.day(row);
            if (answer >= 0) {
                pairs.add(new Pair(answer, true, days));
            } else if (days < SILENT) {
                pairs.add(new Pair(row, false, days));
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
        return NONE;
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
