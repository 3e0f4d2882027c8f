package se.varjedag.nation;

import java.time.LocalDate;
import java.util.Optional;

/// What to simulate. The same options give the same events, whatever the machine, its language or its number of
/// processors.
///
/// @param firstYear the first year whose ends are complete; pathways open on its first day are in the file with all
/// their events
/// @param lastYear the last year, simulated to its last day
/// @param scale how much of Sweden: 1 is every patient, 0.1 every tenth of the same patients, 3 a Sweden three times as
/// large
/// @param seed another seed is another Sweden
/// @param subprocesses whether referrals, imaging and specimens are told as well
/// @param outside whether those of patients outside the pathways are told too, which needs `subprocesses`
/// @param until the last day that anything is known about: no event is dated or registered later
public record NationOptions(
        int firstYear,
        int lastYear,
        double scale,
        long seed,
        boolean subprocesses,
        boolean outside,
        Optional<LocalDate> until) {

    private static final int EARLIEST = 2018;
    private static final int LATEST = 2099;

    public NationOptions {
        if (firstYear < EARLIEST || lastYear > LATEST || lastYear < firstYear) {
            throw new IllegalArgumentException(
                    "Years %d..%d: give a first and a last year from %d to %d, the first not after the last"
                            .formatted(firstYear, lastYear, EARLIEST, LATEST));
        }
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("Scale " + scale + ": give a number above 0 and at most 100");
        }
        if (outside && !subprocesses) {
            throw new IllegalArgumentException(
                    "Patients outside the pathways are told by their referrals and specimens:"
                            + " ask for the subprocesses as well");
        }
    }

    /// Whole years, without a last day of knowledge.
    public static NationOptions years(int firstYear, int lastYear, double scale, long seed) {
        return new NationOptions(firstYear, lastYear, scale, seed, false, false, Optional.empty());
    }

    /// The same with referrals, imaging and specimens.
    public NationOptions withSubprocesses() {
        return new NationOptions(firstYear, lastYear, scale, seed, true, outside, until);
    }

    /// The same with referrals, imaging and specimens, also of patients outside the pathways.
    public NationOptions withOutside() {
        return new NationOptions(firstYear, lastYear, scale, seed, true, true, until);
    }

    /// The same, as known at the end of a day.
    public NationOptions until(LocalDate day) {
        return new NationOptions(firstYear, lastYear, scale, seed, subprocesses, outside, Optional.of(day));
    }

    /// The last day that events are dated on.
    public LocalDate lastDay() {
        var end = LocalDate.of(lastYear, 12, 31);
        return until.filter(day -> day.isBefore(end)).orElse(end);
    }
}
