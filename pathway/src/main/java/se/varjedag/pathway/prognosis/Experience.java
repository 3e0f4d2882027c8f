package se.varjedag.pathway.prognosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.measure.CumulativeIncidence;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What became of those who stood in each situation before: day histograms of the time left until treatment, until
/// they left, or for as long as they were followed.
final class Experience {
    private static final int DAY_BITS = 11;
    private static final int LONGEST = (1 << DAY_BITS) - 1;
    private static final int OUTCOME_BITS = 2;
    private static final int BITS = DAY_BITS + OUTCOME_BITS;
    private static final List<DayHistogram.Outcome> OUTCOMES = List.of(DayHistogram.Outcome.values());

    /// How those went on who stood in one situation, in one circle.
    static final class Curve {
        private final DayHistogram days;
        private @Nullable CumulativeIncidence incidence;

        private Curve(DayHistogram days) {
            this.days = days;
        }

        /// How many were still in it after so many days.
        long after(int day) {
            long[] sum = {0};
            for (var outcome : OUTCOMES) {
                days.each(outcome, (on, count) -> sum[0] += on > day ? count : 0);
            }
            return sum[0];
        }

        /// The chance of starting in the next days for who has been in it for `day` of them, with F the cumulative
        /// incidence of starting and S the share that has neither started nor left:
        /// (F(day + horizon) − F(day)) / S(day).
        double chance(int day, int horizon) {
            var curve = incidence();
            var now = curve.on(day);
            return now.waiting() <= 0
                    ? 0
                    : Math.clamp((curve.startedBy(day + horizon) - now.started()) / now.waiting(), 0, 1);
        }

        private synchronized CumulativeIncidence incidence() {
            var known = incidence;
            if (known == null) {
                known = CumulativeIncidence.of(days);
                incidence = known;
            }
            return known;
        }
    }

    private long[] waits = new long[1 << 12];
    private int size;
    private final Map<Long, Curve> byUnit = new HashMap<>();
    private final Map<Long, Curve> byRegion = new HashMap<>();
    private final Map<Long, Curve> bySvf = new HashMap<>();
    private final Map<Integer, Curve> all = new ConcurrentHashMap<>();

    /// What can be learnt from pathways that started on a day or later.
    Experience(TracedPathways traced, int firstStart) {
        var course = new Course();
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            if (traced.start(pathway) >= firstStart) {
                course.read(traced, pathway);
                remember(traced, pathway, course);
            }
        }
        Arrays.sort(waits, 0, size);
        count(Situation.UNIT, byUnit);
        count(Situation.REGION, byRegion);
        count(Situation.SVF, bySvf);
        waits = new long[0];
        var pooled = new HashMap<Integer, DayHistogram>();
        bySvf.forEach((key, curve) ->
                pooled.merge(Situation.anyPathway(key << Situation.SVF), curve.days, DayHistogram::plus));
        pooled.forEach((key, days) -> all.put(key, new Curve(days)));
    }

    @Nullable
    Curve ofUnit(long situation) {
        return byUnit.get(situation);
    }

    @Nullable
    Curve ofRegion(long situation) {
        return byRegion.get(situation >>> Situation.REGION);
    }

    @Nullable
    Curve ofSvf(long situation) {
        return bySvf.get(situation >>> Situation.SVF);
    }

    @Nullable
    Curve ofAll(long situation) {
        return all.get(Situation.anyPathway(situation));
    }

    /// At each point, and for each class of days since, that a pathway was in at the end of a day: what came after that
    /// day. Who has been silent for long is followed until last heard of.
    private void remember(TracedPathways traced, int pathway, Course course) {
        var state = traced.state(pathway);
        var outcome = state == State.TREATED
                ? DayHistogram.Outcome.REACHED
                : state.open() ? DayHistogram.Outcome.WAITING : DayHistogram.Outcome.LEFT;
        int end =
                !state.open() ? traced.end(pathway) : state == State.STALE ? traced.lastHeard(pathway) : traced.asOf();
        for (int index = 0; index < course.size(); index++) {
            for (int since = 0; since < Situation.classes(); since++) {
                int day = course.day(index) + Situation.firstDay(since);
                boolean stillHere = index + 1 < course.size() ? day < course.until(index) : true;
                boolean followed = state.open() ? day <= end : day < end;
                if (!stillHere || !followed) {
                    break;
                }
                add(situation(traced, pathway, course.place(index), since), outcome, end - day);
            }
        }
    }

    static long situation(TracedPathways traced, int pathway, int place, int since) {
        return Situation.of(
                traced.definition(pathway), place, since, traced.waitingRegion(pathway), traced.waitingUnit(pathway));
    }

    private void add(long situation, DayHistogram.Outcome outcome, int days) {
        if (size == waits.length) {
            waits = Arrays.copyOf(waits, size * 2);
        }
        waits[size++] = (situation << OUTCOME_BITS | OUTCOMES.indexOf(outcome)) << DAY_BITS | Math.min(days, LONGEST);
    }

    /// One curve for every prefix of the situations, which lie beside each other in order.
    private void count(int leftOut, Map<Long, Curve> curves) {
        var builder = new DayHistogram.Builder();
        for (int i = 0; i < size; i++) {
            builder.add(OUTCOMES.get((int) (waits[i] >>> DAY_BITS) & 3), (int) waits[i] & LONGEST);
            long prefix = waits[i] >>> (BITS + leftOut);
            if (i + 1 == size || waits[i + 1] >>> (BITS + leftOut) != prefix) {
                curves.put(prefix, new Curve(builder.build()));
            }
        }
    }
}
