package se.varjedag.app.results.web;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.web.figure.SmallGroups;

/// Which figures are told of too few patients, and which go with them so that they cannot be counted from the rest:
/// diagnoses add up to all together, units to their region, regions to the healthcare region. A share tells how many
/// were in time and how many late, so it is hidden where either are too few, though the number of all is shown.
public record Hiding(Told now, Told before) {

    public static Hiding of(Content content) {
        return new Hiding(told(content, Line::now), told(content, Line::before));
    }

    /// The keys of what is hidden of a period.
    ///
    /// @param counts everything about those who started
    /// @param shares how many of them had a limit and were within it
    /// @param others those who wait, and those who left
    public record Told(Set<String> counts, Set<String> shares, Set<String> others) {
        public Told {
            counts = Set.copyOf(counts);
            shares = Set.copyOf(shares);
            others = Set.copyOf(others);
        }
    }

    public boolean hides(Line line) {
        return now.counts.contains(line.key());
    }

    public boolean hidesShare(Line line) {
        return now.shares.contains(line.key());
    }

    public boolean hidesOthers(Line line) {
        return now.others.contains(line.key());
    }

    boolean hidesBefore(Line line) {
        return before.counts.contains(line.key());
    }

    boolean hidesShareBefore(Line line) {
        return before.shares.contains(line.key());
    }

    /// Whether a figure, by its name in the content, is hidden.
    ///
    /// @param earlier of the period before
    boolean hides(Line line, boolean earlier, String name) {
        var told = earlier ? before : now;
        return switch (name) {
            case "with_limit", "within", "share", "share_low", "share_high" -> told.shares.contains(line.key());
            case "waiting", "waiting_stale", "left" -> told.others.contains(line.key());
            default -> told.counts.contains(line.key());
        };
    }

    /// The median in days; empty where fewer than five lie on either side.
    public OptionalDouble median(Line line) {
        return quantile(line, Counts::median, 2);
    }

    /// The 80th percentile in days; empty where fewer than five lie beyond.
    OptionalDouble p80(Line line) {
        return quantile(line, Counts::p80, 5);
    }

    /// The 90th percentile in days; empty where fewer than five lie beyond.
    public OptionalDouble p90(Line line) {
        return quantile(line, Counts::p90, 10);
    }

    private OptionalDouble quantile(Line line, Function<Counts, OptionalDouble> quantile, int parts) {
        return hides(line) || line.now().n() < (long) parts * SmallGroups.FEWEST
                ? OptionalDouble.empty()
                : quantile.apply(line.now());
    }

    private static Told told(Content content, Function<Line, Counts> period) {
        var counts = new Closing(content, period, List.of(Counts::n)).hidden();
        var shares = new Closing(
                        content,
                        period,
                        List.of(
                                Counts::within,
                                one -> one.withLimit() - one.within(),
                                one -> one.n() - one.withLimit()))
                .hiddenBeside(counts);
        var others = new Closing(content, period, List.of(Counts::waiting, Counts::stale, Counts::left)).hidden();
        return new Told(counts, shares, others);
    }
}
