package se.varjedag.pathway.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A chart that tells change from chance: one figure per period, its mean, and the limits within which it
/// would vary by itself.
///
/// The rules are those of NHS England's Making Data Count. Limits: mean ± 2.66 × the average moving range
/// (2.66 = 3/1.128, the moving range of two being 1.128 standard deviations). Moving ranges of 3.267 times
/// their average or more are left out of that average first, if screening is asked for, so that one jump does
/// not widen the limits. A point is a signal when it lies outside the limits; when it is one of seven or more
/// in a row on one side of the mean; one of seven or more that rise, or fall, each time; or one of two out of
/// three in a row that lie between two thirds of the limits and the limit, on the same side (the third
/// anywhere, as Wheeler has it). Groups of fewer than 13 points get no marks and no verdict. Where signals point
/// both ways the point is shown as an improvement, as Making Data Count's own tool does, and says so.
///
/// Source: Making Data Count; implementation read: NHSRplotthedots 0.2.2. Wheeler, Understanding Variation
/// (2000), for XmR itself.
public final class XmrChart {

    /// Which way is better.
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /// Why a point is no mere chance.
    public enum Signal {
        ABOVE_LIMIT(1),
        BELOW_LIMIT(-1),
        SEVEN_ABOVE(1),
        SEVEN_BELOW(-1),
        SEVEN_RISING(1),
        SEVEN_FALLING(-1),
        TWO_OF_THREE_HIGH(1),
        TWO_OF_THREE_LOW(-1);

        private final int way;

        Signal(int way) {
            this.way = way;
        }
    }

    /// What a point says.
    public enum Variation {
        COMMON_CAUSE,
        IMPROVEMENT,
        CONCERN,
        /// A signal upwards where neither way is better.
        HIGHER,
        /// A signal downwards where neither way is better.
        LOWER
    }

    /// Whether the target can be relied on as things are: it is met whatever chance does, missed whatever
    /// chance does, or met by chance.
    public enum Assurance {
        PASSES,
        FAILS,
        HIT_OR_MISS
    }

    /// One period's figure with the mean and the limits it is judged by.
    public record Point(
            double value, double mean, double lower, double upper, Set<Signal> signals, Variation variation) {
        public Point {
            signals = Set.copyOf(signals);
        }

        /// Whether the signals point both ways, as a month above the limit in a row that falls.
        public boolean conflicting() {
            return signals.stream().anyMatch(signal -> signal.way > 0)
                    && signals.stream().anyMatch(signal -> signal.way < 0);
        }
    }

    /// How the chart is to be drawn: which way is better, whether jumps are screened out of the average
    /// moving range, how many first points of the first group fix its mean and limits (0: all), where new
    /// groups begin, and the target if there is one.
    public record Plan(Better better, boolean screened, int baseline, List<Integer> rebaseAt, OptionalDouble target) {
        public Plan {
            rebaseAt = List.copyOf(rebaseAt);
            if (baseline != 0 && baseline < 2) {
                throw new IllegalArgumentException("A baseline needs at least two points, not " + baseline);
            }
        }

        /// A chart without baseline, new beginnings or target, screened as Making Data Count does by default.
        public static Plan of(Better better) {
            return new Plan(better, true, 0, List.of(), OptionalDouble.empty());
        }

        public Plan unscreened() {
            return new Plan(better, false, baseline, rebaseAt, target);
        }

        public Plan baseline(int points) {
            return new Plan(better, screened, points, rebaseAt, target);
        }

        public Plan rebaseAt(Integer... points) {
            return new Plan(better, screened, baseline, List.of(points), target);
        }

        public Plan target(double value) {
            return new Plan(better, screened, baseline, rebaseAt, OptionalDouble.of(value));
        }
    }

    /// The fewest points of a group that are judged.
    public static final int FEWEST_POINTS = 13;

    private static final double LIMIT_FACTOR = 2.66;
    private static final double SCREEN_FACTOR = 3.267;

    /// A stretch of points with a mean and limits of its own.
    ///
    /// @param from     its first point
    /// @param to       one past its last
    /// @param baseline how many of its first points make the mean and the limits
    public record Group(int from, int to, int baseline) {

        /// Whether it has points enough for marks and a verdict.
        public boolean judged() {
            return to - from >= FEWEST_POINTS;
        }
    }

    /// The mean of a group and how far the limits of each of its points lie from it.
    record Band(double mean, List<Double> reach) {
        Band {
            reach = List.copyOf(reach);
        }
    }

    /// Finds the band of a group.
    @FunctionalInterface
    interface Bands {
        Band of(Group group);
    }

    private final Plan plan;
    private final List<Point> points = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private XmrChart(Plan plan) {
        this.plan = plan;
    }

    /// The chart of these figures, one per period in order of time.
    public static XmrChart of(List<Double> values, Plan plan) {
        return of(values, plan, group -> {
            var base = values.subList(group.from(), group.from() + group.baseline());
            double reach = LIMIT_FACTOR * averageMovingRange(base, plan.screened());
            return new Band(average(base), Collections.nCopies(group.to() - group.from(), reach));
        });
    }

    /// The chart of these figures with limits found in another way.
    static XmrChart of(List<Double> values, Plan plan, Bands bands) {
        var chart = new XmrChart(plan);
        int from = 0;
        for (int start : plan.rebaseAt()) {
            if (start <= from || start >= values.size()) {
                throw new IllegalArgumentException(
                        "A new group cannot begin at point " + start + " of " + values.size());
            }
            chart.group(values, from, start, bands);
            from = start;
        }
        chart.group(values, from, values.size(), bands);
        return chart;
    }

    /// The groups in order of time, each between two new beginnings; none of no points.
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /// The points in order of time.
    public List<Point> points() {
        return List.copyOf(points);
    }

    /// What the latest point says; empty when its group has too few points to judge.
    public Optional<Variation> variation() {
        return judged() ? Optional.of(points.getLast().variation()) : Optional.empty();
    }

    /// Whether the target can be relied on, judged by the latest group's limits; empty without target,
    /// without a better way, or with too few points.
    public Optional<Assurance> assurance() {
        if (!judged() || plan.target().isEmpty() || plan.better() == Better.NEITHER) {
            return Optional.empty();
        }
        double target = plan.target().getAsDouble();
        var latest = points.getLast();
        if (target >= latest.lower() && target <= latest.upper()) {
            return Optional.of(Assurance.HIT_OR_MISS);
        }
        boolean above = latest.lower() > target;
        return Optional.of(above == (plan.better() == Better.HIGHER) ? Assurance.PASSES : Assurance.FAILS);
    }

    private boolean judged() {
        return !groups.isEmpty() && groups.getLast().judged();
    }

    private void group(List<Double> values, int from, int to, Bands bands) {
        if (from == to) {
            return;
        }
        int baseline = from > 0 || plan.baseline() == 0 ? to - from : Math.min(plan.baseline(), to);
        var group = new Group(from, to, baseline);
        groups.add(group);
        var band = bands.of(group);
        var own = values.subList(from, to);
        var signals = ControlRules.signals(own, band.mean(), band.reach());
        for (int i = 0; i < own.size(); i++) {
            var found = signals.get(i);
            double reach = band.reach().get(i);
            points.add(new Point(
                    own.get(i), band.mean(), band.mean() - reach, band.mean() + reach, found, variation(found)));
        }
    }

    /// The average of the moving ranges; if asked for, without those of 3.267 times their average or more.
    static double averageMovingRange(List<Double> values, boolean screened) {
        var ranges = new ArrayList<Double>();
        for (int i = 1; i < values.size(); i++) {
            ranges.add(Math.abs(values.get(i) - values.get(i - 1)));
        }
        double average = average(ranges);
        if (screened) {
            double most = SCREEN_FACTOR * average;
            average = average(ranges.stream().filter(range -> range < most).toList());
        }
        return average;
    }

    private static double average(List<Double> ranges) {
        return ranges.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private Variation variation(Set<Signal> signals) {
        if (signals.isEmpty()) {
            return Variation.COMMON_CAUSE;
        }
        boolean up = signals.stream().anyMatch(signal -> signal.way > 0);
        boolean down = signals.stream().anyMatch(signal -> signal.way < 0);
        return switch (plan.better()) {
            case HIGHER -> up ? Variation.IMPROVEMENT : Variation.CONCERN;
            case LOWER -> down ? Variation.IMPROVEMENT : Variation.CONCERN;
            case NEITHER -> up ? Variation.HIGHER : Variation.LOWER;
        };
    }
}
