package se.varjedag.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What was measured over one file.
record Result(int millions, long bytes, List<Measured> ours, List<Measured> theirs) {

    double ourSeconds() {
        return median(ours, Measured::seconds);
    }

    double theirSeconds() {
        return median(theirs, Measured::seconds);
    }

    double timesFaster() {
        return theirSeconds() / ourSeconds();
    }

    /// The most memory of its own that any of our runs took, in MB.
    double ourMemory() {
        return ours.stream().mapToDouble(Measured::ownMegabytes).max().orElse(0);
    }

    double ourResident() {
        return ours.stream().mapToDouble(Measured::residentMegabytes).max().orElse(0);
    }

    double theirMemory() {
        return theirs.stream().mapToDouble(Measured::ownMegabytes).max().orElse(0);
    }

    static double median(List<Measured> runs, ToDoubleFunction<Measured> value) {
        var sorted = runs.stream().sorted(Comparator.comparingDouble(value)).toList();
        int half = sorted.size() / 2;
        double upper = value.applyAsDouble(sorted.get(half));
        return sorted.size() % 2 == 1 ? upper : (value.applyAsDouble(sorted.get(half - 1)) + upper) / 2;
    }
}
