package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What is asked: which lead time, of whom, counted when, against which limit, and how the answer is grouped.
///
/// The day the waiting are counted to, and what was known then, belong to the timelines that were traced.
///
/// @param from the point the wait begins at
/// @param to the point it ends at
/// @param periodFrom the first day of the period; null where it is open
/// @param periodTo the last day of the period, inside it; null where it is open
/// @param limit a limit for every pathway and measure instead of the definitions'
/// @param by what the answer is grouped by, in the order of its columns; empty gives one group
/// @param filters for each key the values that are let in; the empty text lets in those without a value
/// @param minCount the fewest patients (reached, waiting, stale and left together) of a group that is shown
public record Question(
        MeasuringPoint from,
        MeasuringPoint to,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        CountBy countBy,
        OptionalInt limit,
        List<GroupKey> by,
        Map<GroupKey, Set<String>> filters,
        int minCount) {

    public Question {
        if (periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom)) {
            throw new IllegalArgumentException(
                    "The period ends %s, before it begins %s.".formatted(periodTo, periodFrom));
        }
        if (limit.isPresent() && limit.getAsInt() < 0) {
            throw new IllegalArgumentException("A limit is a number of days from 0 up, not " + limit.getAsInt() + ".");
        }
        if (new HashSet<>(by).size() < by.size()) {
            throw new IllegalArgumentException("Each key can be grouped by once: "
                    + by.stream().map(GroupKey::key).collect(Collectors.joining(",")));
        }
        by = List.copyOf(by);
        var copy = new EnumMap<GroupKey, Set<String>>(GroupKey.class);
        filters.forEach((key, values) -> copy.put(key, Set.copyOf(values)));
        filters = Collections.unmodifiableMap(copy);
    }

    /// The question most often asked: from well-founded suspicion to first treatment, by date of end, in one
    /// group.
    public static Builder leadTime() {
        return new Builder();
    }

    /// Whether anything can be within or over a limit: the definitions limit the whole lead time only.
    public boolean limited() {
        return limit.isPresent() || wholeLeadTime();
    }

    /// Whether the question is about the time from suspicion to treatment.
    public boolean wholeLeadTime() {
        return between().whole();
    }

    /// Whether the two points pair within each referral or specimen of a pathway, not once per pathway.
    public boolean pairsByRef() {
        return between().pairsByRef();
    }

    /// Between which points.
    Measure between() {
        return new Measure(from, to);
    }

    /// The measure as commands write it, `suspicion..treatment`.
    public String measure() {
        return from.key() + ".." + to.key();
    }

    /// A builder that starts from this question.
    public Builder but() {
        var builder =
                new Builder().between(from, to).period(periodFrom, periodTo).countBy(countBy);
        limit.ifPresent(builder::limit);
        filters.forEach(builder::only);
        return builder.by(by).minCount(minCount);
    }

    /// Collects what a question needs; what is not said keeps the usual meaning.
    public static final class Builder {
        private MeasuringPoint from = MeasuringPoint.SUSPICION;
        private MeasuringPoint to = MeasuringPoint.TREATMENT;
        private @Nullable LocalDate periodFrom;
        private @Nullable LocalDate periodTo;
        private CountBy countBy = CountBy.END;
        private OptionalInt limit = OptionalInt.empty();
        private List<GroupKey> by = List.of();
        private final Map<GroupKey, Set<String>> filters = new EnumMap<>(GroupKey.class);
        private int minCount = 1;

        private Builder() {}

        /// Between which points.
        public Builder between(MeasuringPoint from, MeasuringPoint to) {
            this.from = from;
            this.to = to;
            return this;
        }

        /// Between which points, written as `specimen-taken..pathology-reported`.
        ///
        /// @throws IllegalArgumentException with a sentence for the user when the text is no measure
        public Builder measure(String text) {
            int dots = text.indexOf("..");
            if (dots < 0) {
                throw new IllegalArgumentException(
                        "Write a measure as FROM..TO, for example suspicion..treatment, not '%s'.".formatted(text));
            }
            return between(point(text.substring(0, dots)), point(text.substring(dots + 2)));
        }

        /// From the first to the last day, both inside; null leaves an end open.
        public Builder period(@Nullable LocalDate from, @Nullable LocalDate to) {
            periodFrom = from;
            periodTo = to;
            return this;
        }

        /// On which day a pathway is accounted.
        public Builder countBy(CountBy rule) {
            countBy = rule;
            return this;
        }

        /// One limit for every pathway, and for every measure.
        public Builder limit(int days) {
            limit = OptionalInt.of(days);
            return this;
        }

        /// What to group by.
        public Builder by(GroupKey... keys) {
            return by(List.of(keys));
        }

        /// What to group by.
        public Builder by(List<GroupKey> keys) {
            by = List.copyOf(keys);
            return this;
        }

        /// Lets in only those with one of these values.
        public Builder only(GroupKey key, String... values) {
            return only(key, Arrays.asList(values));
        }

        /// Lets in only those with one of these values.
        public Builder only(GroupKey key, Collection<String> values) {
            filters.put(key, Set.copyOf(values));
            return this;
        }

        /// Shows no group of fewer patients.
        public Builder minCount(int patients) {
            minCount = patients;
            return this;
        }

        /// The question.
        public Question build() {
            return new Question(from, to, periodFrom, periodTo, countBy, limit, by, filters, minCount);
        }

        private static MeasuringPoint point(String key) {
            return MeasuringPoint.ofKey(key)
                    .orElseThrow(() -> new IllegalArgumentException("'%s' is no measuring point. Choose from %s."
                            .formatted(
                                    key,
                                    Arrays.stream(MeasuringPoint.values())
                                            .map(MeasuringPoint::key)
                                            .collect(Collectors.joining(", ")))));
        }
    }
}
