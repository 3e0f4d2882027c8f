package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.varjedag.pathway.statistics.CurveBounds;
import se.varjedag.pathway.statistics.Interval;

/// The share that has started by each day, with those still waiting accounted for.
///
/// A newest month looks too good when only those already treated are read: the slow ones are still waiting.
/// This curve follows everyone from the start. Those who left cannot start any more (a competing event, not a
/// patient to wait on for ever), and those still waiting count for as long as they were followed (censored).
/// On one day starts and leavings come before censoring: whoever has waited 30 days was there on day 30.
///
/// Estimate: F(t) = Σ S(tⱼ₋₁)·dⱼ/nⱼ over the days tⱼ ≤ t, with nⱼ waiting as day tⱼ begins, dⱼ starting on
/// it, and S the share neither started nor left. Source: Aalen and Johansen, Scandinavian Journal of
/// Statistics 5 (1978) 141–150. Variance: the delta method, with eⱼ starting or leaving on tⱼ, Σ
/// (F(t)−F(tⱼ))²·eⱼ/(nⱼ(nⱼ−eⱼ)) + Σ S(tⱼ₋₁)²·dⱼ(nⱼ−dⱼ)/nⱼ³ − 2·Σ (F(t)−F(tⱼ))·S(tⱼ₋₁)·dⱼ/nⱼ². Source:
/// Marubini and Valsecchi, Analysing Survival Data from Clinical Trials and Observational Studies (1995), ch.
/// 10. Intervals: [CurveBounds].
///
/// It answers for a cohort (`count-by start`); a histogram by end date mixes cohorts and must not be read
/// this way.
public final class CumulativeIncidence {

    /// The curve on one day: the share that has started, that has left, that does neither yet, and who is
    /// still followed.
    ///
    /// `atRisk` counts those who were followed and waiting as the day began; a curve over very few of them
    /// says little.
    public record Point(int day, double started, double left, double waiting, double variance, long atRisk) {

        /// The bounds of `started` by [CurveBounds#LOG_LOG]; both equal it where there is no uncertainty to
        /// show (nobody or everybody has started).
        public Interval interval(double level) {
            return interval(level, CurveBounds.LOG_LOG);
        }

        /// The bounds of `started`; both equal it where there is no uncertainty to show.
        public Interval interval(double level, CurveBounds bounds) {
            return uncertain() ? bounds.of(started, variance, level) : new Interval(started, started);
        }

        private boolean uncertain() {
            return started > 0 && started < 1 && variance > 0;
        }
    }

    private static final Point NOBODY_YET = new Point(0, 0, 0, 1, 0, 0);

    private final List<Point> points;
    private final int lastDay;

    private CumulativeIncidence(List<Point> points, int lastDay) {
        this.points = points;
        this.lastDay = lastDay;
    }

    /// The curve of one cohort.
    public static CumulativeIncidence of(DayHistogram cohort) {
        long atRisk = cohort.n() + cohort.left() + cohort.waiting();
        double startedShare = 0;
        double leftShare = 0;
        double waitingShare = 1;
        // The sums of the variance with (F(t)−F(tⱼ))² multiplied out, so that one pass is enough.
        double a = 0;
        double af = 0;
        double aff = 0;
        double own = 0;
        double c = 0;
        double cf = 0;
        var points = new ArrayList<Point>();
        var walk = cohort.walk();
        while (walk.next()) {
            long events = walk.reached() + walk.left();
            if (events > 0) {
                double n = atRisk;
                double d = walk.reached();
                startedShare += waitingShare * d / n;
                leftShare += waitingShare * walk.left() / n;
                if (events < atRisk) {
                    double term = events / (n * (n - events));
                    a += term;
                    af += term * startedShare;
                    aff += term * startedShare * startedShare;
                }
                own += waitingShare * waitingShare * d * (n - d) / (n * n * n);
                double cross = waitingShare * d / (n * n);
                c += cross;
                cf += cross * startedShare;
                waitingShare = waitingShare * (atRisk - events) / n;
                double f = startedShare;
                double variance = f * f * a - 2 * f * af + aff + own - 2 * (f * c - cf);
                points.add(new Point(walk.day(), startedShare, leftShare, waitingShare, Math.max(0, variance), atRisk));
            }
            atRisk -= events + walk.waiting();
        }
        return new CumulativeIncidence(Collections.unmodifiableList(points), walk.day());
    }

    /// The points where the curve steps, in order of day.
    public List<Point> points() {
        return points;
    }

    /// The curve as it stands on a day: its last step on or before it.
    public Point on(int day) {
        var latest = NOBODY_YET;
        for (var point : points) {
            if (point.day() > day) {
                break;
            }
            latest = point;
        }
        return latest;
    }

    /// The share that has started by the end of this day.
    public double startedBy(int day) {
        return on(day).started();
    }

    /// The first day by which at least this share has started; empty when the curve has not come so far.
    public OptionalInt dayWhenStarted(double share) {
        return points.stream()
                .filter(point -> point.started() >= share)
                .mapToInt(Point::day)
                .findFirst();
    }

    /// The day by which this share of all has started, with its bounds: what is empty is not reached, as often,
    /// for many leave.
    ///
    /// A curve that lies exactly at the share for a while gives the middle of that while.
    public DayEstimate dayWhenStarted(double share, double level, CurveBounds bounds) {
        var rises = new ArrayList<DayEstimate.Rise>();
        for (var point : points) {
            var interval = point.uncertain() ? Optional.of(point.interval(level, bounds)) : Optional.<Interval>empty();
            rises.add(new DayEstimate.Rise(point.day(), point.started(), interval));
            if (rises.getLast().passes(share)) {
                break;
            }
        }
        return DayEstimate.of(rises, share, lastDay);
    }
}
