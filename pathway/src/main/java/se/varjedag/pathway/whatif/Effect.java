package se.varjedag.pathway.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.LimitCount;
import se.varjedag.pathway.statistics.Moments;

/// How the patients of a question stand with one thing otherwise.
///
/// The figures are those of the treated and of the waiting, as in an answer. A step that is shorter moves the
/// treated alone: when those who wait would have been treated nobody knows, so they stand as they are. Another limit
/// is the limit of both.
///
/// @param days          the lead times of the treated, and the days that those waiting have waited
/// @param limits        the treated against their limits
/// @param waitingLimits the waiting against theirs
/// @param moved         the treated who would have started earlier
/// @param within        for each treated with a limit before and after: 1 who would now be within it, −1 who would
/// no longer, 0 the others
/// @param saved         for each of them the overtime days saved; less than 0 under a shorter limit
/// @param models        the regions taken for best, one for each definition; empty for any other change
/// @param queue         what became of the queue; null for any other change
public record Effect(
        DayHistogram days,
        LimitCount limits,
        LimitCount waitingLimits,
        long moved,
        Moments within,
        Moments saved,
        List<Best> models,
        @Nullable Queued queue) {

    public Effect {
        models = List.copyOf(models);
    }

    /// The region in which a step is shortest on average.
    ///
    /// @param svf    the id of the definition
    /// @param region its code
    /// @param patients how many of its patients have the step
    /// @param meanDays the days on average
    public record Best(String svf, String region, long patients, double meanDays) {}

    /// A unit's work in the period: how much was done, and the days it took on average as it was and with more
    /// capacity.
    public record Queued(long jobs, double meanDays, double meanDaysThen) {}
}
