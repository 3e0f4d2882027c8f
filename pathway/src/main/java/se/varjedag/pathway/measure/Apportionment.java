package se.varjedag.pathway.measure;

/// Divides whole days in proportion, so that the parts add up to the whole.
final class Apportionment {

    private Apportionment() {}

    /// The parts of `whole` in proportion to the weights, by largest remainder: each part is rounded down,
    /// and the days left over go one each to the largest remainders, the earlier of equals first. All parts
    /// are 0 when all weights are.
    ///
    /// Source: the method of Hamilton (1792); Balinski and Young, Fair Representation (1982).
    static long[] of(long whole, long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        var parts = new long[weights.length];
        if (sum == 0) {
            return parts;
        }
        var remainders = new long[weights.length];
        long rest = whole;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = whole * weights[i] / sum;
            remainders[i] = whole * weights[i] % sum;
            rest -= parts[i];
        }
        for (; rest > 0; rest--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            parts[largest]++;
            remainders[largest] = -1;
        }
        return parts;
    }
}
