package se.varjedag.nation;

/// One stream of chance, known by its key: the same key gives the same draws, whatever else is drawn in between.
///
/// The stream is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;

    Chance(long key) {
        this.state = key;
    }

    static long key(long seed, long a, long b, long c) {
        return mix(mix(mix(seed + GOLDEN) ^ a) * GOLDEN ^ mix(b + 1) ^ (c << 32));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /// At least 0, below 1.
    double unit() {
        return (bits() >>> 11) * TO_UNIT;
    }

    boolean happens(double probability) {
        return probability > 0 && unit() < probability;
    }

    /// At least `from`, at most `to`.
    int between(int from, int to) {
        return from + (int) (unit() * (to - from + 1));
    }

    /// Exponential with this mean.
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /// Standard normal, by the sum of twelve: good enough for ages.
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    /// Poisson with this mean: by inversion, split up where the mean is large.
    int poisson(double mean) {
        if (mean > 30) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double left = unit();
        double term = StrictMath.exp(-mean);
        int count = 0;
        while (left > term && count < 500) {
            left -= term;
            count++;
            term *= mean / count;
        }
        return count;
    }
}
