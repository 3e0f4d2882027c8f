package se.varjedag.pathway.statistics;

import java.util.List;

/// What was seen in a group against what would have been seen, had each of its patients fared as patients of the
/// same kind do elsewhere: indirect standardisation.
///
/// The expected count is E = Σ nₛ·rₛ over the strata s, with nₛ in the group and rₛ the reference's rate. The
/// ratio O/E says how the group did with the patients it had; two groups' ratios are compared with the reference,
/// not with each other, for each is weighted by its own patients. Source: Breslow and Day, Statistical Methods in
/// Cancer Research, volume II, IARC (1987), 2.3.
///
/// The intervals take O for a Poisson count and E for known. That holds for what is rare. Of what is common, such
/// as a start in time, they promise too little: count what is rare instead, those over the limit.
///
/// @param observed how many were seen
/// @param expected how many would have been, above 0
public record Standardised(long observed, double expected) {

    public Standardised {
        if (observed < 0 || !(expected > 0 && expected < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%d observed of %s expected".formatted(observed, expected));
        }
    }

    /// One kind of patients.
    ///
    /// @param observed  in the group, who had what is counted
    /// @param size      in the group, how many there are
    /// @param reference the share that has it of such patients elsewhere
    public record Stratum(long observed, double size, double reference) {
        public Stratum {
            if (observed < 0 || !(size >= 0) || !(reference >= 0)) {
                throw new IllegalArgumentException(
                        "%d of %s with a reference of %s".formatted(observed, size, reference));
            }
        }
    }

    /// The group made up of these strata.
    public static Standardised of(List<Stratum> strata) {
        return new Standardised(
                strata.stream().mapToLong(Stratum::observed).sum(),
                strata.stream()
                        .mapToDouble(stratum -> stratum.size * stratum.reference)
                        .sum());
    }

    /// O/E: 1 when the group fared as its like do elsewhere.
    public double ratio() {
        return observed / expected;
    }

    /// The exact interval of the ratio, by [Poisson#garwood].
    public Interval exact(double level) {
        var count = Poisson.garwood(observed, level);
        return new Interval(count.lower() / expected, count.upper() / expected);
    }

    /// Byar's interval of the ratio, as public health publishes it: O(1 − 1/(9O) − z/(3√O))³/E to (O+1)(1 −
    /// 1/(9(O+1)) + z/(3√(O+1)))³/E. Source: Breslow and Day (1987), 2.13.
    public Interval byar(double level) {
        double z = Normal.z(level);
        return new Interval(
                observed == 0 ? 0 : Math.max(0, byar((double) observed, -z)) / expected,
                byar(observed + 1.0, z) / expected);
    }

    private static double byar(double count, double z) {
        double root = 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count));
        return count * root * root * root;
    }
}
