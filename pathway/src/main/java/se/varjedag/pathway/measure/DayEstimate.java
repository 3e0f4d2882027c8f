package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import se.varjedag.pathway.statistics.Crossing;
import se.varjedag.pathway.statistics.Interval;

/// The day by which a share has started, read from a curve, with its bounds: what is empty was not reached.
///
/// The bounds are where the curve's own pointwise bounds reach the share. Source: Brookmeyer and Crowley, A
/// confidence interval for the median survival time, Biometrics 38 (1982) 29–41.
public record DayEstimate(OptionalDouble day, OptionalDouble lower, OptionalDouble upper) {

    /// One step of the curve of those who have started, with its bounds where it has any.
    record Rise(int day, double started, Optional<Interval> bounds) {

        /// Whether even the lower bound lies clearly above the share: then no later step matters.
        boolean passes(double share) {
            return bounds.isPresent() && bounds.get().lower() > share + 1e-6;
        }
    }

    static DayEstimate of(List<Rise> rises, double share, int lastDay) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("No day is asked for by the share " + share);
        }
        var bounded = new ArrayList<Rise>();
        rises.stream().filter(rise -> rise.bounds.isPresent()).forEach(bounded::add);
        return new DayEstimate(
                crossing(rises, rise -> rise.started, share, lastDay),
                crossing(bounded, rise -> rise.bounds.orElseThrow().upper(), share, lastDay),
                crossing(bounded, rise -> rise.bounds.orElseThrow().lower(), share, lastDay));
    }

    private static OptionalDouble crossing(List<Rise> rises, ToDoubleFunction<Rise> height, double share, int lastDay) {
        var days = rises.stream().mapToDouble(Rise::day).toArray();
        return Crossing.of(days, rises.stream().mapToDouble(height).toArray(), share, lastDay);
    }
}
