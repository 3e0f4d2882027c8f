package se.varjedag.pathway.statistics;

/// How many it will be when so many are expected, exactly.
public final class Poisson {

    private Poisson() {}

    /// The chance of exactly `count` when `mean` are expected.
    public static double exactly(long count, double mean) {
        require(mean);
        return CountChances.poisson((double) count, mean);
    }

    /// The chance of at most `count` when `mean` are expected.
    public static double atMost(long count, double mean) {
        require(mean);
        return count < 0 ? 0 : IncompleteGamma.upper(count + 1.0, mean);
    }

    /// The chance of at least `count` when `mean` are expected.
    public static double atLeast(long count, double mean) {
        require(mean);
        return count <= 0 ? 1 : IncompleteGamma.lower((double) count, mean);
    }

    /// The exact interval of the expected count where `count` were seen, with at most (1−level)/2 of chance in
    /// either tail.
    ///
    /// Its lower bound is the mean for which at least this count has the chance (1−level)/2, its upper the
    /// mean for which at most this count has it. Source: Garwood, Fiducial limits for the Poisson distribution,
    /// Biometrika 28 (1936) 437–442.
    public static Interval garwood(long count, double level) {
        if (count < 0) {
            throw new IllegalArgumentException("No count is below 0: " + count);
        }
        double tail = Tail.of(level);
        double lower = count == 0
                ? 0
                : Tail.solve(tail, 0, (double) count, mean -> atLeast(count, mean), mean -> exactly(count - 1, mean));
        // At (√(c+1) + z)² the tail is far below what is sought, whatever the count.
        double most = Math.pow(Math.sqrt(count + 1.0) + Normal.z(level) + 1, 2);
        double upper =
                Tail.solve(-tail, (double) count, most, mean -> -atMost(count, mean), mean -> exactly(count, mean));
        return new Interval(lower, upper);
    }

    /// The limits within which observed/expected varies by chance around 1, with less than (1−level)/2 of
    /// chance beyond either.
    ///
    /// Interpolated as [Binomial#limits] is, each end by its own tail.
    public static Interval limits(double expected, double level) {
        require(expected);
        if (expected == 0) {
            throw new IllegalArgumentException("Nothing can be seen in proportion to nothing expected");
        }
        double tail = Tail.of(level);
        long most = (long) Math.ceil(Math.pow(Math.sqrt(expected) + Normal.z(level) + 2, 2));
        double lower = Tail.interpolated(most, count -> atMost(count, expected), tail);
        double upper = most - Tail.interpolated(most, count -> atLeast(most - count, expected), tail);
        return new Interval(Math.max(0, lower) / expected, upper / expected);
    }

    private static void require(double mean) {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Nobody can expect " + mean);
        }
    }
}
