package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import se.varjedag.pathway.statistics.CurveBounds;
import se.varjedag.pathway.statistics.Interval;

/// The share that still waits after each day, were nobody to leave.
///
/// Those who left count for as long as they were followed, as those still waiting do: both are censored. So the
/// curve tells how fast those who are to be treated are treated, whatever the share that leaves; it does not
/// tell how many of all will be (that is [CumulativeIncidence]). It holds only where those who leave would have
/// waited as long as those who stay. On one day starts come before censoring: whoever has waited 30 days was
/// there on day 30.
///
/// Estimate: S(t) = Π (1 − dⱼ/nⱼ) over the days tⱼ ≤ t, with nⱼ waiting as day tⱼ begins and dⱼ starting on it.
/// Source: Kaplan and Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958) 457–481.
/// Variance: S(t)²·Σ dⱼ/(nⱼ(nⱼ − dⱼ)). Source: Greenwood, The natural duration of cancer (1926).
///
/// It answers for a cohort (`count-by start`); a histogram by end date mixes cohorts and must not be read
/// this way.
public final class KaplanMeier {

    /// The curve on one day.
    ///
    /// @param waiting  the share that still waits
    /// @param variance of that share
    /// @param atRisk   who were followed and waiting as the day began
    /// @param started  who started on it
    public record Point(int day, double waiting, double variance, long atRisk, long started) {

        /// The bounds of `waiting`; empty where everybody or nobody waits, for there no variance can be known.
        public Optional<Interval> interval(double level, CurveBounds bounds) {
            return waiting > 0 && waiting < 1 ? Optional.of(bounds.of(waiting, variance, level)) : Optional.empty();
        }

        /// The bounds by [CurveBounds#LOG_LOG].
        public Optional<Interval> interval(double level) {
            return interval(level, CurveBounds.LOG_LOG);
        }
    }

    private static final Point NOBODY_YET = new Point(0, 1, 0, 0, 0);

    private final List<Point> points;
    private final int lastDay;

    private KaplanMeier(List<Point> points, int lastDay) {
        this.points = points;
        this.lastDay = lastDay;
    }

    /// The curve of one cohort.
    public static KaplanMeier of(DayHistogram cohort) {
        long atRisk = cohort.n() + cohort.left() + cohort.waiting();
        double share = 1;
        double sum = 0;
        var points = new ArrayList<Point>();
        var walk = cohort.walk();
        while (walk.next()) {
            long events = walk.reached();
            if (events > 0) {
                double n = atRisk;
                share = share * (atRisk - events) / n;
                sum += events < atRisk ? events / (n * (atRisk - events)) : 0;
                points.add(new Point(walk.day(), share, share * share * sum, atRisk, events));
            }
            atRisk -= events + walk.left() + walk.waiting();
        }
        return new KaplanMeier(Collections.unmodifiableList(points), walk.day());
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

    /// The day by which this share, 0.5 for the median, of those who are to start has started, with its bounds:
    /// what is empty is not reached.
    ///
    /// A curve that lies exactly at the share for a while gives the middle of that while.
    public DayEstimate dayWhenStarted(double share, double level, CurveBounds bounds) {
        var rises = new ArrayList<DayEstimate.Rise>();
        for (var point : points) {
            var others = point.interval(level, bounds)
                    .map(interval -> new Interval(1 - interval.upper(), 1 - interval.lower()));
            rises.add(new DayEstimate.Rise(point.day(), 1 - point.waiting(), others));
            if (rises.getLast().passes(share)) {
                break;
            }
        }
        return DayEstimate.of(rises, share, lastDay);
    }

    /// The median days to the start, with bounds at 95 % by [CurveBounds#LOG_LOG].
    public DayEstimate median() {
        return dayWhenStarted(0.5, 0.95, CurveBounds.LOG_LOG);
    }
}
