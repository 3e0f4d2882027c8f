package se.varjedag.app.results.open;

import java.util.List;
import java.util.OptionalDouble;
import se.varjedag.app.results.Content.Line;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.DayHistogram.Outcome;
import se.varjedag.pathway.statistics.Share;

/// The sum of all healthcare regions.
///
/// @param n      those whose treatment began
/// @param inTime of those with a known limit
/// @param median days
/// @param p90    days
public record Country(long n, Share inTime, OptionalDouble median, OptionalDouble p90) {
    private static final double HALF = 0.5;
    private static final double NINE_TENTHS = 0.9;

    static Country of(List<Line> lines) {
        var days = new DayHistogram.Builder();
        long n = 0;
        long within = 0;
        long withLimit = 0;
        for (var line : lines) {
            n += line.now().n();
            within += line.now().within();
            withLimit += line.now().withLimit();
            line.now().days().forEach((day, count) -> days.add(Outcome.REACHED, day, count));
        }
        var all = days.build();
        return new Country(n, new Share(within, withLimit), all.quantile(HALF), all.quantile(NINE_TENTHS));
    }
}
