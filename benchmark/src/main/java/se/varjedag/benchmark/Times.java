package se.varjedag.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long something took, again and again, in milliseconds.
final class Times {
    private final List<Double> all = Collections.synchronizedList(new ArrayList<>());

    /// A clock that was started.
    record Clock(long begun) {
        /// The milliseconds since.
        double stop() {
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    static Clock start() {
        return new Clock(System.nanoTime());
    }

    void add(double milliseconds) {
        all.add(milliseconds);
    }

    int size() {
        return all.size();
    }

    double median() {
        return quantile(0.5);
    }

    /// The time that so large a share of all took at most.
    double quantile(double share) {
        var sorted = all.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.clamp((int) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1));
    }

    double longest() {
        return quantile(1);
    }
}
