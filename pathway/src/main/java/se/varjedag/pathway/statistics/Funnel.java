package se.varjedag.pathway.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which units differ from a target by more than chance: each unit's figure by its size, between limits that
/// narrow as units grow.
///
/// Two pairs of limits, 95 and 99.8 %. The exact ones say what chance does when every unit is alike. Units are
/// never quite alike, and with many patients every difference that nobody could act on falls outside; so the
/// spread beyond chance is measured too, and limits that grant it to everyone are given beside the exact ones.
///
/// With z = (y − y₀)/s of each unit on the scale of [FunnelScale], pulled in to the 10th and 90th percentile
/// of all z at the ends (winsorised, so that those who really differ do not excuse themselves), φ = Σz²/I.
/// Multiplicative limits are y₀ ± z·√φ·s where φ > 1. Additive ones are y₀ ± z·√(s² + τ²), with τ² = (I·φ − (I
/// − 1))/(Σw − Σw²/Σw) where that is positive, and w = 1/s². Source: Spiegelhalter, Funnel plots for comparing
/// institutional performance, Statistics in Medicine 24 (2005) 1185–1202; Spiegelhalter, Handling
/// over-dispersion of performance indicators, Quality and Safety in Health Care 14 (2005) 347–351; τ² by
/// DerSimonian and Laird, Controlled Clinical Trials 7 (1986) 177–188.
public final class Funnel {

    /// How wide the limits are.
    public enum Limits {
        /// What chance does when every unit is alike.
        EXACT,
        /// Chance times the spread between units, which is the same multiple of chance for all.
        MULTIPLICATIVE,
        /// Chance and a spread between units that no size makes smaller.
        ADDITIVE
    }

    /// Where a unit lies.
    public enum Place {
        /// Below the 99.8 % limits.
        FAR_BELOW,
        /// Below the 95 % limits.
        BELOW,
        WITHIN,
        /// Above the 95 % limits.
        ABOVE,
        /// Above the 99.8 % limits.
        FAR_ABOVE
    }

    /// One unit.
    ///
    /// @param value the figure that is compared
    /// @param size  what its precision goes by: patients, expected cases, or both counts together
    /// @param z     how many standard deviations of chance it lies above the target
    public record Point(double value, double size, double z) {}

    /// The inner limits: at most one unit of twenty falls outside the exact ones by chance.
    public static final double WARNING = 0.95;

    /// The outer limits: at most one unit of five hundred falls outside the exact ones by chance.
    public static final double ALARM = 0.998;

    private static final double WINSORISED = 0.1;

    private record Unit(double observed, double size, double value, double y) {}

    private final FunnelScale scale;
    private final double target;
    private final List<Unit> units;
    private final List<Point> points = new ArrayList<>();
    private final double phi;
    private final double tauSquared;

    private Funnel(FunnelScale scale, double target, List<Unit> units) {
        this.scale = scale;
        this.target = target;
        this.units = units;
        for (var unit : units) {
            points.add(new Point(unit.value, unit.size, (unit.y - scale.to(target)) / spread(unit)));
        }
        phi = phi(points);
        tauSquared = beyondChance();
    }

    /// The funnel of shares around the share of all together.
    public static Funnel ofShares(List<Share> shares) {
        var all = shares.stream().reduce(new Share(0, 0), Share::plus);
        return ofShares(shares, all.value().orElse(0));
    }

    /// The funnel of shares around a target from 0 to 1. Nobody's share may be of nobody.
    public static Funnel ofShares(List<Share> shares, double target) {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("No share can be " + target);
        }
        var scale = FunnelScale.SHARE;
        return new Funnel(
                scale,
                target,
                shares.stream()
                        .map(share -> {
                            double value = share.value()
                                    .orElseThrow(() -> new IllegalArgumentException("A share of nobody has no place"));
                            return new Unit(share.numerator(), share.denominator(), value, scale.to(value));
                        })
                        .toList());
    }

    /// The funnel of observed to expected counts around a target, 1 where the expected are what is normal.
    public static Funnel ofRatios(List<Standardised> ratios, double target) {
        requirePositive(target);
        var scale = FunnelScale.OBSERVED_TO_EXPECTED;
        return new Funnel(
                scale,
                target,
                ratios.stream()
                        .map(group ->
                                new Unit(group.observed(), group.expected(), group.ratio(), scale.to(group.ratio())))
                        .toList());
    }

    /// The funnel of one count to another around a target. The figure on the scale is taken with half a case
    /// more in each, so that no case has its place too; it shows as it is.
    public static Funnel ofCounts(List<Counts> counts, double target) {
        requirePositive(target);
        var scale = FunnelScale.ONE_COUNT_TO_ANOTHER;
        return new Funnel(
                scale,
                target,
                counts.stream()
                        .map(two -> new Unit(
                                two.first(),
                                (double) two.first() + two.second(),
                                (double) two.first() / two.second(),
                                scale.to((two.first() + 0.5) / (two.second() + 0.5))))
                        .toList());
    }

    /// Two counts of one unit, of which the first is seen against the second.
    public record Counts(long first, long second) {
        public Counts {
            if (first < 0 || second < 0 || first + second == 0) {
                throw new IllegalArgumentException("%d cannot be seen against %d".formatted(first, second));
            }
        }
    }

    /// What the units are compared with.
    public double target() {
        return target;
    }

    /// The units, in the order they were given.
    public List<Point> points() {
        return List.copyOf(points);
    }

    /// The spread of the units in proportion to what chance gives, with the ends pulled in: about 1 when they
    /// differ by chance only.
    public double phi() {
        return phi;
    }

    /// The variance between units beyond chance, on the funnel's own scale; 0 when chance explains it all.
    public double tauSquared() {
        return tauSquared;
    }

    /// Whether the units spread more than chance lets them, so that the wider limits apply.
    public boolean overdispersed() {
        return tauSquared > 0;
    }

    /// The limits for a unit of this size, at any level such as [#WARNING] and [#ALARM].
    public Interval limits(double size, double level, Limits limits) {
        requirePositive(size);
        if (limits == Limits.EXACT) {
            return scale.exact(size, target, level);
        }
        double reach = Normal.z(level) * spread(scale.spread(size, target), limits);
        double middle = scale.to(target);
        return new Interval(scale.from(middle - reach), scale.from(middle + reach));
    }

    /// How many standard deviations the unit at this place in the list lies above the target, when the spread
    /// that the limits grant counts as chance.
    public double z(int unit, Limits limits) {
        var chosen = units.get(unit);
        return points.get(unit).z() * spread(chosen) / spread(spread(chosen), limits);
    }

    /// Where the unit at this place in the list lies.
    ///
    /// By the exact limits it lies outside when the chance of its count, or of one farther out, is below what
    /// they leave in that tail; by the others when its z lies beyond theirs.
    public Place place(int unit, Limits limits) {
        for (double level : new double[] {ALARM, WARNING}) {
            boolean far = level == ALARM;
            if (below(unit, level, limits)) {
                return far ? Place.FAR_BELOW : Place.BELOW;
            }
            if (above(unit, level, limits)) {
                return far ? Place.FAR_ABOVE : Place.ABOVE;
            }
        }
        return Place.WITHIN;
    }

    private boolean below(int unit, double level, Limits limits) {
        var chosen = units.get(unit);
        return limits == Limits.EXACT
                ? scale.tailBelow(chosen.observed, chosen.size, target) < Tail.of(level)
                : z(unit, limits) < -Normal.z(level);
    }

    private boolean above(int unit, double level, Limits limits) {
        var chosen = units.get(unit);
        return limits == Limits.EXACT
                ? scale.tailAbove(chosen.observed, chosen.size, target) < Tail.of(level)
                : z(unit, limits) > Normal.z(level);
    }

    private double spread(Unit unit) {
        return scale.spread(unit.size, target);
    }

    private double spread(double chance, Limits limits) {
        return switch (limits) {
            case EXACT -> chance;
            case MULTIPLICATIVE -> chance * Math.sqrt(Math.max(1, phi));
            case ADDITIVE -> Math.sqrt(chance * chance + tauSquared);
        };
    }

    private static double phi(List<Point> points) {
        if (points.isEmpty()) {
            return 1;
        }
        var sorted = points.stream().mapToDouble(Point::z).sorted().toArray();
        double low = Quantiles.type7(sorted.length, rank -> sorted[(int) rank], WINSORISED);
        double high = Quantiles.type7(sorted.length, rank -> sorted[(int) rank], 1 - WINSORISED);
        return Arrays.stream(sorted)
                        .map(z -> Math.clamp(z, low, high))
                        .map(z -> z * z)
                        .sum()
                / sorted.length;
    }

    private double beyondChance() {
        double sum = 0;
        double squares = 0;
        for (var unit : units) {
            double weight = 1 / (spread(unit) * spread(unit));
            sum += weight;
            squares += weight * weight;
        }
        double beyond = units.size() * phi - (units.size() - 1);
        return units.size() < 2 || beyond <= 0 ? 0 : beyond / (sum - squares / sum);
    }

    private static void requirePositive(double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Not a figure above 0: " + value);
        }
    }
}
