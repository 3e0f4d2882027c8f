package se.varjedag.pathway.change;

import java.util.Optional;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.MedianSpread;
import se.varjedag.pathway.statistics.Normal;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Two periods of the same question side by side, each difference with its interval.
///
/// @param before   everybody of the earlier period; empty when nobody was counted
/// @param after    everybody of the later period
/// @param share    the share within the limit, by Newcombe's interval for two independent shares
/// @param median   the median of the days, by Bonett and Price's interval, which assumes no shape
/// @param overtime the overtime days per treated with a known limit, by the normal interval for two means
public record TwoPeriods(
        Optional<Group> before,
        Optional<Group> after,
        Optional<Difference> share,
        Optional<Difference> median,
        Optional<Difference> overtime) {

    /// Fewer than this on either side give no interval of days: the normal approximation would not hold.
    public static final int FEWEST = 10;

    /// Compares two questions about the whole lead time that differ in their period only.
    ///
    /// @param level of the intervals, such as 0.95
    public static TwoPeriods of(TracedPathways traced, Question before, Question after, double level) {
        var one = total(traced, before);
        var other = total(traced, after);
        if (one.isEmpty() || other.isEmpty()) {
            return new TwoPeriods(one, other, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new TwoPeriods(
                one,
                other,
                share(one.get(), other.get(), level),
                median(one.get().histogram(), other.get().histogram(), level),
                means(Sample.overtime(traced, before), Sample.overtime(traced, after), level));
    }

    private static Optional<Group> total(TracedPathways traced, Question question) {
        return Answers.answer(traced, question.but().by().build(), Optional.empty())
                .total()
                .filter(group -> group.n() > 0);
    }

    private static Optional<Difference> share(Group before, Group after, double level) {
        if (before.share().isEmpty() || after.share().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                before.share().getAsDouble(),
                after.share().getAsDouble(),
                after.limits().share().less(before.limits().share(), level)));
    }

    /// The medians of two histograms and their difference, the difference ± z·√(v₁ + v₂) with the variances of
    /// [MedianSpread]; empty when nobody reached the end in one of them. So many on the same whole day that both
    /// variances are zero leave no interval.
    public static Optional<Difference> median(DayHistogram before, DayHistogram after, double level) {
        if (before.n() == 0 || after.n() == 0) {
            return Optional.empty();
        }
        double one = before.quantile(0.5).orElseThrow();
        double other = after.quantile(0.5).orElseThrow();
        var spread = before.n() < FEWEST || after.n() < FEWEST
                ? Optional.<Double>empty()
                : MedianSpread.variance(before.n(), rank -> day(before, rank))
                        .flatMap(v -> MedianSpread.variance(after.n(), rank -> day(after, rank))
                                .map(w -> v + w))
                        .filter(sum -> sum > 0);
        return Optional.of(new Difference(one, other, spread.map(v -> around(other - one, v, level))));
    }

    /// The mean days of two histograms and their difference with the normal interval for two means; empty when
    /// nobody reached the end in one of them. Finer than the median where most wait the same few whole days.
    public static Optional<Difference> mean(DayHistogram before, DayHistogram after, double level) {
        if (before.n() == 0 || after.n() == 0) {
            return Optional.empty();
        }
        return means(Sample.of(before), Sample.of(after), level);
    }

    private static Optional<Difference> means(Sample before, Sample after, double level) {
        if (before.n == 0 || after.n == 0) {
            return Optional.empty();
        }
        var interval = before.n < FEWEST || after.n < FEWEST
                ? Optional.<Interval>empty()
                : Optional.of(around(
                        after.mean() - before.mean(),
                        before.variance() / before.n + after.variance() / after.n,
                        level));
        return Optional.of(new Difference(before.mean(), after.mean(), interval));
    }

    private static Interval around(double difference, double variance, double level) {
        double reach = Normal.z(level) * Math.sqrt(variance);
        return new Interval(difference - reach, difference + reach);
    }

    /// The day of the one who is number `rank` in order.
    private static double day(DayHistogram histogram, long rank) {
        var found = new double[] {Double.NaN};
        var left = new long[] {rank};
        histogram.each(DayHistogram.Outcome.REACHED, (day, count) -> {
            if (left[0] > 0 && left[0] <= count) {
                found[0] = day;
            }
            left[0] -= count;
        });
        return found[0];
    }

    /// Days of so many, added up with their squares.
    private record Sample(long n, double sum, double squares) {

        static Sample of(DayHistogram histogram) {
            var sums = new double[2];
            histogram.each(DayHistogram.Outcome.REACHED, (day, count) -> {
                sums[0] += (double) day * count;
                sums[1] += (double) day * day * count;
            });
            return new Sample(histogram.n(), sums[0], sums[1]);
        }

        /// The overtime days of each treated with a known limit.
        static Sample overtime(TracedPathways traced, Question question) {
            long n = 0;
            double sum = 0;
            double squares = 0;
            for (int pathway : Counted.in(State.TREATED, traced, question)) {
                int limit = question.limit().orElse(traced.limit(pathway));
                if (limit >= 0) {
                    double over = Math.max(0, traced.end(pathway) - traced.start(pathway) - limit);
                    n++;
                    sum += over;
                    squares += over * over;
                }
            }
            return new Sample(n, sum, squares);
        }

        double mean() {
            return sum / n;
        }

        double variance() {
            return n < 2 ? 0 : Math.max(0, (squares - sum * sum / n) / (n - 1));
        }
    }
}
