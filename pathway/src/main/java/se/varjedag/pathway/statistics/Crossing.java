package se.varjedag.pathway.statistics;

import java.util.OptionalDouble;

/// Where a rising step curve reaches a height.
public final class Crossing {

    /// Two heights this near are the same: R's tolerance, the root of a double's precision.
    private static final double SAME = Math.ulp(1.0) * (1 << 26);

    private Crossing() {}

    /// The place where the curve comes to the height; empty when it never does.
    ///
    /// A step that passes the height gives the place of the step. A curve that lies exactly at the height for a
    /// while gives the middle of that while, as the median of an even number does; if it lies there to the end,
    /// the while ends where the curve does. So does R's `quantile.survfit`.
    ///
    /// @param at     where the curve steps, rising
    /// @param curve  its height from each step on, never falling
    /// @param end    where the curve ends
    public static OptionalDouble of(double[] at, double[] curve, double height, double end) {
        for (int i = 0; i < curve.length; i++) {
            if (curve[i] > height - SAME) {
                if (curve[i] > height + SAME) {
                    return OptionalDouble.of(at[i]);
                }
                int next = i + 1;
                while (next < curve.length && curve[next] <= curve[i]) {
                    next++;
                }
                return OptionalDouble.of((at[i] + (next < curve.length ? at[next] : end)) / 2);
            }
        }
        return OptionalDouble.empty();
    }
}
