package se.varjedag.pathway.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A chart that tells change from chance in shares: each period's limits go with how many it counts.
///
/// Limits: p̄ ± 3·√(p̄(1 − p̄)/n), with p̄ the share of the whole group or its baseline together. They grant chance
/// only what dice would give. Months that count hundreds nearly always vary more than that, and then every other
/// point is a false alarm; so the limits by Laney are wider, or narrower, by σz, the average moving range of z =
/// (p − p̄)/√(p̄(1 − p̄)/n) divided by 1.128. The rules, groups, marks and the verdict are those of [XmrChart].
/// Limits are cut at 0 and 1. Source: Wheeler, Understanding Statistical Process Control (1992), for p charts;
/// Laney, Improved control charts for attributes, Quality Engineering 14 (2002) 531–537.
public final class PChart {

    /// The standard deviations from a mean to its limit.
    private static final double WIDTH = 3;

    /// The moving range of two in standard deviations: 2/√π to three decimals, as Making Data Count's 2.66 has
    /// it.
    private static final double RANGE_OF_TWO = 1.128;

    private final XmrChart judged;
    private final List<Share> shares;
    private final List<Double> sigmaZ;

    private PChart(XmrChart judged, List<Share> shares, List<Double> sigmaZ) {
        this.judged = judged;
        this.shares = List.copyOf(shares);
        this.sigmaZ = List.copyOf(sigmaZ);
    }

    /// The chart of these shares, one per period in order of time, with the limits that dice would give.
    public static PChart of(List<Share> shares, XmrChart.Plan plan) {
        return of(shares, plan, false);
    }

    /// The chart of these shares with Laney's limits, which grant the periods the variation they have from one
    /// to the next.
    public static PChart laney(List<Share> shares, XmrChart.Plan plan) {
        return of(shares, plan, true);
    }

    private static PChart of(List<Share> shares, XmrChart.Plan plan, boolean laney) {
        var sigmaZ = new ArrayList<Double>();
        var values = shares.stream()
                .map(share -> share.value()
                        .orElseThrow(() -> new IllegalArgumentException("A share of nobody has no place in a chart")))
                .toList();
        var judged = XmrChart.of(values, plan, group -> {
            var own = shares.subList(group.from(), group.to());
            var base = own.subList(0, group.baseline());
            double mean =
                    base.stream().reduce(new Share(0, 0), Share::plus).value().orElseThrow();
            double widened = laney ? sigmaZ(base, mean, plan.screened()) : 1;
            sigmaZ.add(widened);
            return new XmrChart.Band(
                    mean,
                    own.stream()
                            .map(share -> WIDTH * widened * sigma(share, mean))
                            .toList());
        });
        return new PChart(judged, shares, sigmaZ);
    }

    /// The points in order of time, each with its own limits.
    public List<XmrChart.Point> points() {
        return judged.points().stream().map(PChart::cut).toList();
    }

    /// The shares the points stand for.
    public List<Share> shares() {
        return shares;
    }

    /// The groups in order of time.
    public List<XmrChart.Group> groups() {
        return judged.groups();
    }

    /// How many times wider than by dice the limits of each group are; 1 unless they are Laney's.
    public List<Double> sigmaZ() {
        return sigmaZ;
    }

    /// What the latest point says; empty when its group has too few points to judge.
    public Optional<XmrChart.Variation> variation() {
        return judged.variation();
    }

    /// Whether the target can be relied on, judged by the latest point's limits; empty as for [XmrChart].
    public Optional<XmrChart.Assurance> assurance() {
        return judged.assurance();
    }

    private static double sigma(Share share, double mean) {
        return Math.sqrt(mean * (1 - mean) / share.denominator());
    }

    private static double sigmaZ(List<Share> base, double mean, boolean screened) {
        if (base.size() < 2 || mean == 0 || mean == 1) {
            return 1;
        }
        var z = base.stream()
                .map(share -> (share.value().orElseThrow() - mean) / sigma(share, mean))
                .toList();
        return XmrChart.averageMovingRange(z, screened) / RANGE_OF_TWO;
    }

    private static XmrChart.Point cut(XmrChart.Point point) {
        return new XmrChart.Point(
                point.value(),
                point.mean(),
                Math.max(0, point.lower()),
                Math.min(1, point.upper()),
                point.signals(),
                point.variation());
    }
}
