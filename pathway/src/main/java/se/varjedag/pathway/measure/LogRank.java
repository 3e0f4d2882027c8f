package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.ChiSquared;

/// Whether groups wait differently long, or differ by chance only: the log-rank test over all their days.
///
/// On each day with a start the starts are shared out as the groups' numbers waiting are; who starts more often
/// than that waits shorter. Those who left and those still waiting count for as long as they were followed.
///
/// With nᵢⱼ of group i waiting as day j begins, dⱼ starting of nⱼ in all: Eᵢ = Σ dⱼ·nᵢⱼ/nⱼ, V = Σ dⱼ(nⱼ−dⱼ)/
/// (nⱼ−1)·nᵢⱼ/nⱼ·(δ − nₖⱼ/nⱼ), and χ² = (O−E)ᵀV⁻¹(O−E) over all groups but one. It is the one of R's `survdiff`.
/// Source: Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170; Peto and Peto, JRSS A 135 (1972) 185–207.
///
/// @param groups     in the order they were given
/// @param chiSquared how far the groups lie from what was expected
/// @param degrees    how many groups can differ from the others; 0 when nothing can be compared
public record LogRank(List<Compared> groups, double chiSquared, int degrees) {

    /// One group: how many started, and how many would have if all groups waited alike.
    public record Compared(long observed, double expected) {}

    public LogRank {
        groups = List.copyOf(groups);
    }

    /// The chance of a difference as large as this or larger when all groups wait alike; empty when nothing
    /// can be compared.
    public OptionalDouble p() {
        return degrees == 0 ? OptionalDouble.empty() : OptionalDouble.of(ChiSquared.atLeast(chiSquared, degrees));
    }

    /// The test of these groups, one cohort each.
    public static LogRank of(List<DayHistogram> groups) {
        int count = groups.size();
        int days = groups.stream()
                        .mapToInt(group -> group.longest().orElse(-1))
                        .max()
                        .orElse(-1)
                + 1;
        var started = new long[count][];
        var gone = new long[count][];
        var atRisk = new long[count];
        for (int i = 0; i < count; i++) {
            var group = groups.get(i);
            started[i] = group.perDay(Outcome.REACHED, days);
            gone[i] = group.perDay(Outcome.LEFT, days);
            var waiting = group.perDay(Outcome.WAITING, days);
            for (int day = 0; day < days; day++) {
                gone[i][day] += waiting[day] + started[i][day];
                atRisk[i] += gone[i][day];
            }
        }
        var expected = new double[count];
        var variance = new double[count][count];
        for (int day = 0; day < days; day++) {
            addDay(day, started, atRisk, expected, variance);
            for (int i = 0; i < count; i++) {
                atRisk[i] -= gone[i][day];
            }
        }
        return solved(groups, expected, variance);
    }

    private static void addDay(int day, long[][] started, long[] atRisk, double[] expected, double[][] variance) {
        double n = 0;
        double d = 0;
        for (int i = 0; i < atRisk.length; i++) {
            n += atRisk[i];
            d += started[i][day];
        }
        if (d == 0) {
            return;
        }
        double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
        for (int i = 0; i < atRisk.length; i++) {
            double share = atRisk[i] / n;
            expected[i] += d * share;
            if (share > 0 && spread > 0) {
                for (int k = 0; k < atRisk.length; k++) {
                    variance[i][k] += spread * share * ((i == k ? 1 : 0) - atRisk[k] / n);
                }
            }
        }
    }

    /// (O−E)ᵀV⁻¹(O−E) over the groups that could have had a start, but one: Gaussian elimination of the
    /// symmetric V, leaving out a group that is never compared with those left.
    private static LogRank solved(List<DayHistogram> groups, double[] expected, double[][] variance) {
        var compared = new ArrayList<Compared>();
        var used = new ArrayList<Integer>();
        for (int i = 0; i < expected.length; i++) {
            compared.add(new Compared(groups.get(i).n(), expected[i]));
            if (expected[i] > 0) {
                used.add(i);
            }
        }
        int rows = Math.max(0, used.size() - 1);
        var matrix = new double[rows][rows + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < rows; column++) {
                matrix[row][column] = variance[used.get(row)][used.get(column)];
            }
            var group = compared.get(used.get(row));
            matrix[row][rows] = group.observed() - group.expected();
        }
        double chiSquared = 0;
        int degrees = 0;
        for (int pivot = 0; pivot < rows; pivot++) {
            double own = matrix[pivot][pivot];
            if (own <= 1e-10 * variance[used.get(pivot)][used.get(pivot)]) {
                continue;
            }
            degrees++;
            chiSquared += matrix[pivot][rows] * matrix[pivot][rows] / own;
            for (int row = pivot + 1; row < rows; row++) {
                double factor = matrix[row][pivot] / own;
                for (int column = pivot; column <= rows; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
        return new LogRank(compared, chiSquared, degrees);
    }
}
