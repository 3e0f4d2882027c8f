package se.varjedag.pathway.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.varjedag.pathway.statistics.XmrChart.Signal;

/// When a point is no mere chance: Making Data Count's four rules, for limits that are the same for all points
/// and for limits that go with each point's size.
///
/// A point is a signal when it lies outside its limits; when it is one of seven or more in a row on one side of
/// the mean; one of seven or more that rise, or fall, each time; or one of two out of three in a row that lie
/// between two thirds of the limits and the limit, on the same side. The third of those may lie anywhere, as
/// Wheeler has it; NHSRplotthedots 0.2.2 wants it on that side of the mean too.
final class ControlRules {

    private static final int RUN = 7;

    private ControlRules() {}

    /// The signals of each point, none in a group too small to be judged.
    static List<Set<Signal>> signals(List<Double> values, double mean, List<Double> reach) {
        var signals = new ArrayList<Set<Signal>>();
        values.forEach(value -> signals.add(EnumSet.noneOf(Signal.class)));
        if (values.size() < XmrChart.FEWEST_POINTS) {
            return signals;
        }
        for (int i = 0; i < values.size(); i++) {
            if (Math.abs(values.get(i) - mean) > reach.get(i)) {
                signals.get(i).add(values.get(i) > mean ? Signal.ABOVE_LIMIT : Signal.BELOW_LIMIT);
            }
        }
        markRuns(values, mean, signals);
        markTrends(values, signals);
        markTwoOfThree(values, mean, reach, signals);
        return signals;
    }

    private static void markRuns(List<Double> values, double mean, List<Set<Signal>> signals) {
        int from = 0;
        for (int i = 1; i <= values.size(); i++) {
            int side = (int) Math.signum(values.get(from) - mean);
            if (i == values.size() || (int) Math.signum(values.get(i) - mean) != side) {
                if (side != 0 && i - from >= RUN) {
                    mark(signals, from, i, side > 0 ? Signal.SEVEN_ABOVE : Signal.SEVEN_BELOW);
                }
                from = i;
            }
        }
    }

    private static void markTrends(List<Double> values, List<Set<Signal>> signals) {
        int from = 0;
        for (int i = 1; i < values.size(); i++) {
            int way = Double.compare(values.get(i), values.get(i - 1));
            boolean last = i + 1 == values.size();
            if (last || Double.compare(values.get(i + 1), values.get(i)) != way) {
                if (way != 0 && i + 1 - from >= RUN) {
                    mark(signals, from, i + 1, way > 0 ? Signal.SEVEN_RISING : Signal.SEVEN_FALLING);
                }
                from = i;
            }
        }
    }

    private static void markTwoOfThree(
            List<Double> values, double mean, List<Double> reach, List<Set<Signal>> signals) {
        for (int i = 0; i + 2 < values.size(); i++) {
            for (int side = -1; side <= 1; side += 2) {
                var near = new ArrayList<Integer>();
                for (int j = i; j <= i + 2; j++) {
                    double away = side * (values.get(j) - mean);
                    if (away > reach.get(j) * 2 / 3 && away <= reach.get(j)) {
                        near.add(j);
                    }
                }
                if (near.size() >= 2) {
                    for (int j : near) {
                        signals.get(j).add(side > 0 ? Signal.TWO_OF_THREE_HIGH : Signal.TWO_OF_THREE_LOW);
                    }
                }
            }
        }
    }

    private static void mark(List<Set<Signal>> signals, int from, int to, Signal signal) {
        for (int i = from; i < to; i++) {
            signals.get(i).add(signal);
        }
    }
}
