package se.varjedag.pathway.measure;

import java.util.Optional;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Normal;

/// How sure a median of days is.
public final class MedianInterval {

    private MedianInterval() {}

    /// The interval of the median of those who reached the end; empty when nobody did.
    ///
    /// The share of patients at or below the true median is one half, and Wilson's interval about one half of n is
    /// 1/2 ± z / 2√(n + z²). It is turned into days by the quantiles at its bounds, of type 7 as the median itself.
    /// Source: Woodruff, Confidence intervals for medians and other position measures, JASA 47 (1952) 635–646, with
    /// Wilson's interval in place of the plain one. It holds its level about, not exactly.
    public static Optional<Interval> of(DayHistogram days, double level) {
        long n = days.n();
        if (n == 0) {
            return Optional.empty();
        }
        double z = Normal.z(level);
        double reach = z / (2 * Math.sqrt(n + z * z));
        return Optional.of(new Interval(
                days.quantile(0.5 - reach).orElseThrow(),
                days.quantile(0.5 + reach).orElseThrow()));
    }
}
