package se.varjedag.pathway.measure;

import java.util.List;
import java.util.OptionalDouble;

/// Counts one group after another: their days, and how they stand against their limits.
final class Tally {
    private final DayHistogram.Builder days = new DayHistogram.Builder();
    private long withLimit;
    private long within;
    private long overtime;
    private long withAssumed;
    private long withinAssumed;
    private long overtimeAssumed;
    private long waitingWithLimit;
    private long waitingWithin;
    private long waitingOvertime;
    private long waitingWithAssumed;
    private long waitingWithinAssumed;
    private long waitingOvertimeAssumed;
    private long stale;
    private long included;
    private boolean anybody;

    /// Counts one wait.
    void add(TablePlan plan, int profile, int wait) {
        anybody = true;
        int outcome = plan.outcomes[profile];
        if (outcome == WaitTable.Profile.STALE) {
            stale++;
            return;
        }
        days.count(outcome, wait);
        int limit = plan.limits[profile];
        if (limit >= 0) {
            limit(outcome, wait, limit, plan.assumed[profile]);
        }
        if (plan.included[profile]) {
            included++;
        }
    }

    private void limit(int outcome, int wait, int limit, boolean assumed) {
        int over = Math.max(0, wait - limit);
        int kept = wait <= limit ? 1 : 0;
        if (outcome == WaitTable.Profile.REACHED) {
            withLimit++;
            within += kept;
            overtime += over;
            if (assumed) {
                withAssumed++;
                withinAssumed += kept;
                overtimeAssumed += over;
            }
        } else {
            waitingWithLimit++;
            waitingWithin += kept;
            waitingOvertime += over;
            if (assumed) {
                waitingWithAssumed++;
                waitingWithinAssumed += kept;
                waitingOvertimeAssumed += over;
            }
        }
    }

    /// Whether anybody was counted since the last group.
    boolean anybody() {
        return anybody;
    }

    /// The group of those counted, as yet without a key; begins anew.
    Group group() {
        var group = new Group(
                List.of(),
                days.build(),
                new LimitCount(withLimit, within, overtime),
                new LimitCount(withAssumed, withinAssumed, overtimeAssumed),
                new LimitCount(waitingWithLimit, waitingWithin, waitingOvertime),
                new LimitCount(waitingWithAssumed, waitingWithinAssumed, waitingOvertimeAssumed),
                stale,
                included,
                OptionalDouble.empty());
        withLimit = 0;
        within = 0;
        overtime = 0;
        withAssumed = 0;
        withinAssumed = 0;
        overtimeAssumed = 0;
        waitingWithLimit = 0;
        waitingWithin = 0;
        waitingOvertime = 0;
        waitingWithAssumed = 0;
        waitingWithinAssumed = 0;
        waitingOvertimeAssumed = 0;
        stale = 0;
        included = 0;
        anybody = false;
        return group;
    }
}
