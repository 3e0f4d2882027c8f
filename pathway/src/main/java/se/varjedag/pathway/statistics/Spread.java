package se.varjedag.pathway.statistics;

import java.util.List;

/// How far the shares of several groups lie from each other, and how much of it chance alone gives.
///
/// With xᵢ of nᵢ in each of k groups, pᵢ = xᵢ/nᵢ, N = Σnᵢ and p = Σxᵢ/N, the variance between the groups as it is
/// seen is Σnᵢ(pᵢ−p)²/N, and where all have the same chance p it is (k−1)p(1−p)/N on average. What is left is
/// between the groups themselves: τ² = (Σnᵢ(pᵢ−p)² − (k−1)p(1−p)) / (N − Σnᵢ²/N), or nothing where that is
/// negative. Source: DerSimonian and Laird, Meta-analysis in clinical trials, Controlled Clinical Trials 7 (1986)
/// 177–188, with the weights nᵢ/p(1−p).
///
/// The range from the lowest to the highest share grows with the number of groups and shrinks with their size
/// also where all are alike. So it is held against the range of k independent binomial shares with the same p:
/// its mean, and the value it exceeds one time in twenty. Both follow from the binomial chances, with shares read to a
/// tenth of a percentage point: P(max ≤ y) = ΠFᵢ(y), P(min > y) = Π(1−Fᵢ(y)), and P(range ≤ r) = Σₓ (ΠP(x ≤ Yᵢ ≤
/// x+r) − ΠP(x < Yᵢ ≤ x+r)). Source: David and Nagaraja, Order Statistics, 3rd ed. (2003), section 2.4.
///
/// @param groups how many
/// @param all all together
/// @param lowest the lowest share
/// @param highest the highest share
/// @param chanceRange how far apart the lowest and highest would be on average if all were alike
/// @param chanceRangeHigh how far apart they would be at most nineteen times of twenty if all were alike
/// @param seenVariance the variance between the groups as it is seen
/// @param chanceVariance what it would be on average if all were alike
/// @param variance the variance between the groups beyond chance, τ²
public record Spread(
        int groups,
        Share all,
        double lowest,
        double highest,
        double chanceRange,
        double chanceRangeHigh,
        double seenVariance,
        double chanceVariance,
        double variance) {

    private static final int STEPS = 1000;
    private static final double REACH = 9;
    private static final double NINETEEN_OF_TWENTY = 0.95;

    /// The spread of two groups or more, none of them empty.
    public static Spread of(List<Share> shares) {
        if (shares.size() < 2 || shares.stream().anyMatch(share -> share.denominator() == 0)) {
            throw new IllegalArgumentException("Spread is told of two groups or more, none of them empty");
        }
        var all = shares.stream().reduce(new Share(0, 0), Share::plus);
        double p = all.value().orElseThrow();
        double n = all.denominator();
        double squares = 0;
        double sizes = 0;
        for (var share : shares) {
            double apart = share.value().orElseThrow() - p;
            squares += share.denominator() * apart * apart;
            sizes += (double) share.denominator() * share.denominator();
        }
        double chance = (shares.size() - 1) * p * (1 - p);
        var chances = shares.stream().map(share -> upTo(share.denominator(), p)).toList();
        return new Spread(
                shares.size(),
                all,
                shares.stream().mapToDouble(Spread::value).min().orElseThrow(),
                shares.stream().mapToDouble(Spread::value).max().orElseThrow(),
                meanRange(chances),
                highRange(chances),
                squares / n,
                chance / n,
                Math.max(0, (squares - chance) / (n - sizes / n)));
    }

    /// The chance that groups which are all alike would lie at least this far apart: the chi-squared test of k
    /// shares being one, Σnᵢ(pᵢ−p)² / p(1−p) on k−1 degrees of freedom; 1 where nobody or everybody was within.
    public double chance() {
        return chanceVariance == 0 ? 1 : ChiSquared.atLeast((groups - 1) * seenVariance / chanceVariance, groups - 1);
    }

    /// From the lowest to the highest share.
    public double range() {
        return highest - lowest;
    }

    /// Whether the range is one that chance alone would give at most one time in twenty.
    public boolean beyondChance() {
        return range() > chanceRangeHigh;
    }

    /// How far groups typically lie from each other's mean beyond chance: √τ².
    public double deviation() {
        return Math.sqrt(variance);
    }

    /// The part of the variance that is seen which is not chance, from 0 to 1: 1 − (chance ÷ seen), or nothing where
    /// that is negative. Source: Higgins and Thompson, Quantifying heterogeneity in a meta-analysis, Statistics in
    /// Medicine 21 (2002) 1539–1558, I².
    public double partBeyondChance() {
        return seenVariance <= chanceVariance ? 0 : 1 - chanceVariance / seenVariance;
    }

    private static double value(Share share) {
        return share.value().orElseThrow();
    }

    /// The chance of at most each step of the scale, for a group of n. Steps farther out than chance ever goes
    /// have 0 and 1.
    private static double[] upTo(long n, double p) {
        var chances = new double[STEPS + 1];
        double reach = REACH * Math.sqrt(n * p * (1 - p)) + REACH;
        long first = Math.max(0, (long) Math.floor(n * p - reach));
        long last = Math.min(n, (long) Math.ceil(n * p + reach));
        for (long count = first; count <= last; count++) {
            chances[(int) Math.round((double) STEPS * count / n)] += Binomial.exactly(count, n, p);
        }
        for (int step = 1; step <= STEPS; step++) {
            chances[step] = Math.min(1, chances[step] + chances[step - 1]);
        }
        return chances;
    }

    private static double meanRange(List<double[]> chances) {
        double highest = 0;
        double lowest = 0;
        for (int step = 0; step < STEPS; step++) {
            double allUpTo = 1;
            double allBeyond = 1;
            for (var chance : chances) {
                allUpTo *= chance[step];
                allBeyond *= 1 - chance[step];
            }
            highest += 1 - allUpTo;
            lowest += allBeyond;
        }
        return (highest - lowest) / STEPS;
    }

    private static double highRange(List<double[]> chances) {
        int low = 0;
        int high = STEPS;
        while (low < high) {
            int middle = (low + high) / 2;
            if (chanceOfRange(chances, middle) >= NINETEEN_OF_TWENTY) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (double) low / STEPS;
    }

    private static double chanceOfRange(List<double[]> chances, int range) {
        double sum = 0;
        for (int from = 0; from <= STEPS; from++) {
            double withLowest = 1;
            double above = 1;
            for (var chance : chances) {
                double to = chance[Math.min(STEPS, from + range)];
                withLowest *= to - (from == 0 ? 0 : chance[from - 1]);
                above *= to - chance[from];
                if (withLowest == 0) {
                    break;
                }
            }
            sum += withLowest == 0 ? 0 : withLowest - above;
        }
        return sum;
    }
}
