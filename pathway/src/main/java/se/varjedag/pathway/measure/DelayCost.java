package se.varjedag.pathway.measure;

import java.util.List;
import se.varjedag.pathway.statistics.Share;

/// What one step cost a group of treated patients.
///
/// @param key the values of the question's keys, in its order
/// @param measured those treated with a known limit in whose pathway the step is measured and has target days
/// @param over those of them who started after their limit
/// @param lost those of `over` who would have kept the limit, had the step taken its target days
/// @param days the overtime days that would not have been, those of the patients beyond the limit anyway included
public record DelayCost(List<String> key, long measured, long over, long lost, long days) {
    public DelayCost {
        key = List.copyOf(key);
    }

    /// Both together, under a new key.
    public DelayCost plus(DelayCost other, List<String> newKey) {
        return new DelayCost(
                newKey, measured + other.measured, over + other.over, lost + other.lost, days + other.days);
    }

    /// Those who lost their limit by the step, of all who started after it.
    public Share lostOfOver() {
        return new Share(lost, over);
    }
}
