package se.varjedag.pathway.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One line of an answer: who was counted, their days, and how they stand against their limits.
///
/// @param key the values of the question's keys, in its order
/// @param histogram the days of those who reached the end, left, and wait
/// @param limits those who reached the end with a known limit
/// @param assumedLimits the part of `limits` whose limit is assumed ("antagen"), not read from a source
/// @param waitingLimits those waiting with a known limit (the longest still possible): over it are those
/// beyond it now
/// @param assumedWaitingLimits the part of `waitingLimits` whose limit is assumed
/// @param waitingStale those open of whom nothing has been heard for 180 days, counted nowhere else
/// @param included those whose end counts for inclusion: a treatment start, expectancy, or a counting 73
/// @param cases the expected cases of the same selection; empty where they are not given or do not have the
/// question's keys
public record Group(
        List<String> key,
        DayHistogram histogram,
        LimitCount limits,
        LimitCount assumedLimits,
        LimitCount waitingLimits,
        LimitCount assumedWaitingLimits,
        long waitingStale,
        long included,
        OptionalDouble cases) {

    public Group {
        key = List.copyOf(key);
    }

    /// Both groups as one, under a new key.
    public Group plus(Group other, List<String> newKey) {
        return new Group(
                newKey,
                histogram.plus(other.histogram),
                limits.plus(other.limits),
                assumedLimits.plus(other.assumedLimits),
                waitingLimits.plus(other.waitingLimits),
                assumedWaitingLimits.plus(other.assumedWaitingLimits),
                waitingStale + other.waitingStale,
                included + other.included,
                cases.isPresent() && other.cases.isPresent()
                        ? OptionalDouble.of(cases.getAsDouble() + other.cases.getAsDouble())
                        : OptionalDouble.empty());
    }

    /// This group without others who are all in it, under its own key and without cases.
    Group minus(Group other) {
        return new Group(
                key,
                histogram.minus(other.histogram),
                limits.minus(other.limits),
                assumedLimits.minus(other.assumedLimits),
                waitingLimits.minus(other.waitingLimits),
                assumedWaitingLimits.minus(other.assumedWaitingLimits),
                waitingStale - other.waitingStale,
                included - other.included,
                OptionalDouble.empty());
    }

    /// The same group under another key.
    Group under(List<String> newKey) {
        return with(newKey, cases);
    }

    /// The same group with its expected cases.
    Group withCases(OptionalDouble expected) {
        return with(key, expected);
    }

    private Group with(List<String> newKey, OptionalDouble expected) {
        return new Group(
                newKey,
                histogram,
                limits,
                assumedLimits,
                waitingLimits,
                assumedWaitingLimits,
                waitingStale,
                included,
                expected);
    }

    /// Those who reached the end in the period.
    public long n() {
        return histogram.n();
    }

    /// Those of them with a known limit.
    public long withLimit() {
        return limits.withLimit();
    }

    /// Those of `withLimit` who kept it.
    public long within() {
        return limits.within();
    }

    /// Those of `withLimit` whose limit is assumed.
    public long withAssumedLimit() {
        return assumedLimits.withLimit();
    }

    /// `within` of `withLimit`.
    public OptionalDouble share() {
        return limits.share().value();
    }

    public OptionalDouble median() {
        return histogram.quantile(0.5);
    }

    public OptionalDouble p75() {
        return histogram.quantile(0.75);
    }

    public OptionalDouble p80() {
        return histogram.quantile(0.8);
    }

    public OptionalDouble p90() {
        return histogram.quantile(0.9);
    }

    public OptionalDouble mean() {
        return histogram.mean();
    }

    /// The days beyond the limit, added up over `withLimit`; empty when nobody has a limit.
    public OptionalLong overtimeDays() {
        return overtime(limits);
    }

    /// Those open and not stale.
    public long waiting() {
        return histogram.waiting();
    }

    /// The days beyond the limit of those waiting; empty when none of them has a known limit.
    public OptionalLong waitingOvertimeDays() {
        return overtime(waitingLimits);
    }

    /// Those whose pathway ended without reaching the measure's end.
    public long left() {
        return histogram.left();
    }

    /// Everybody counted, in whichever column.
    public long everybody() {
        return n() + waiting() + waitingStale + left();
    }

    /// The included as a share of the expected cases, which may exceed one; empty without cases.
    public OptionalDouble inclusion() {
        return cases.isPresent() && cases.getAsDouble() > 0
                ? OptionalDouble.of(included / cases.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalLong overtime(LimitCount count) {
        return count.withLimit() == 0 ? OptionalLong.empty() : OptionalLong.of(count.overtimeDays());
    }
}
