package se.varjedag.nation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The least and the greatest value that a sum of unknown numbers, none below zero, can have when other sums of them
/// are known: linear programming by the simplex method with Bland's rule where it would go round.
final class Bounds {
    private static final double TINY = 1e-7;

    private final int unknowns;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> sides = new ArrayList<>();
    private final List<Boolean> atLeast = new ArrayList<>();
    private double[][] tableau = {};
    private int[] basis = {};
    private int width;

    Bounds(int unknowns) {
        this.unknowns = unknowns;
    }

    void equal(double[] factors, double sum) {
        know(factors, sum, false);
    }

    void atLeast(double[] factors, double sum) {
        know(factors, sum, true);
    }

    private void know(double[] factors, double sum, boolean least) {
        rows.add(factors);
        sides.add(sum);
        atLeast.add(least);
    }

    /// Finds numbers that fit all that is known; to be called once, before [#least(double[])].
    void solve() {
        int slacks = (int) atLeast.stream().filter(one -> one).count();
        width = unknowns + slacks;
        int height = rows.size();
        tableau = new double[height + 1][width + height + 1];
        basis = new int[height];
        int slack = unknowns;
        for (int i = 0; i < height; i++) {
            double sign = sides.get(i) < 0 ? -1 : 1;
            for (int j = 0; j < unknowns; j++) {
                tableau[i][j] = sign * rows.get(i)[j];
            }
            if (atLeast.get(i)) {
                tableau[i][slack++] = -sign;
            }
            tableau[i][width + i] = 1;
            tableau[i][width + height] = sign * sides.get(i);
            basis[i] = width + i;
        }
        var cost = tableau[height];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j <= width + height; j++) {
                cost[j] -= j >= width && j < width + height ? 0 : tableau[i][j];
            }
        }
        improve(width + height);
        if (-tableau[height][width + height] > 1e-5) {
            throw new IllegalStateException("What is known does not fit together: " + tableau[height][width + height]);
        }
        dropArtificials(height);
    }

    double least(double[] factors) {
        int height = basis.length;
        var cost = tableau[height];
        Arrays.fill(cost, 0);
        System.arraycopy(factors, 0, cost, 0, unknowns);
        for (int i = 0; i < height; i++) {
            double factor = basis[i] < unknowns ? factors[basis[i]] : 0;
            for (int j = 0; factor != 0 && j < cost.length; j++) {
                cost[j] -= factor * tableau[i][j];
            }
        }
        return improve(width) ? -cost[cost.length - 1] : Double.NEGATIVE_INFINITY;
    }

    double greatest(double[] factors) {
        return -least(Arrays.stream(factors).map(one -> -one).toArray());
    }

    /// Rows whose artificial unknown could not be driven out say nothing new.
    private void dropArtificials(int height) {
        var kept = new ArrayList<double[]>();
        var keptBasis = new ArrayList<Integer>();
        for (int i = 0; i < height; i++) {
            int in = -1;
            for (int j = 0; basis[i] >= width && j < width; j++) {
                if (Math.abs(tableau[i][j]) > 1e-6) {
                    in = j;
                    break;
                }
            }
            if (in >= 0) {
                pivot(i, in);
            }
            if (basis[i] < width) {
                kept.add(tableau[i]);
                keptBasis.add(basis[i]);
            }
        }
        kept.add(new double[width + height + 1]);
        tableau = kept.stream()
                .map(row -> {
                    var shorter = Arrays.copyOf(row, width + 1);
                    shorter[width] = row[width + height];
                    return shorter;
                })
                .toArray(double[][]::new);
        basis = keptBasis.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean improve(int columns) {
        int height = basis.length;
        for (int turn = 0; ; turn++) {
            int in = entering(columns, turn > 20 * (height + 10));
            if (in < 0) {
                return true;
            }
            int out = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < height; i++) {
                if (tableau[i][in] > TINY) {
                    double ratio = tableau[i][tableau[i].length - 1] / tableau[i][in];
                    if (ratio < best - 1e-12 || (ratio <= best && basis[i] < basis[out])) {
                        best = ratio;
                        out = i;
                    }
                }
            }
            if (out < 0) {
                return false;
            }
            pivot(out, in);
        }
    }

    private int entering(int columns, boolean first) {
        var cost = tableau[basis.length];
        int in = -1;
        double steepest = -TINY;
        for (int j = 0; j < columns; j++) {
            if (cost[j] < steepest) {
                in = j;
                steepest = cost[j];
                if (first) {
                    return in;
                }
            }
        }
        return in;
    }

    private void pivot(int out, int in) {
        var row = tableau[out];
        double factor = row[in];
        for (int j = 0; j < row.length; j++) {
            row[j] /= factor;
        }
        for (int i = 0; i < tableau.length; i++) {
            double times = tableau[i][in];
            if (i != out && times != 0) {
                for (int j = 0; j < row.length; j++) {
                    tableau[i][j] -= times * row[j];
                }
            }
        }
        basis[out] = in;
    }
}
