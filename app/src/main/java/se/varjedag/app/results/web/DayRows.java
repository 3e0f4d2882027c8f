package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.SmallGroups;

/// How many had started by each week's end, as rows in words: weeks are put together until no row tells of fewer than
/// five, and none together with the share in time.
public record DayRows(List<Row> rows) {
    private static final int WEEK = 7;

    public DayRows {
        rows = List.copyOf(rows);
    }

    /// The weeks up to a day.
    ///
    /// @param until   the last day of the row
    /// @param started how many started in it
    /// @param share   how many had started by then
    public record Row(String until, String started, String share, Bar bar) {}

    /// Those of one diagnosis. All together have none: the difference from the diagnoses would tell of few.
    public static DayRows of(Line line, Hiding hiding, double goal, Texts texts) {
        if (line.svf().isEmpty() || hiding.hides(line)) {
            return new DayRows(List.of());
        }
        var counts = line.now();
        var formats = texts.formats();
        int decimals = Formats.shareDecimals(counts.n());
        var rows = new ArrayList<Row>();
        long before = 0;
        for (int day : edges(counts, !hiding.hidesShare(line))) {
            long until = counts.histogram().within(day);
            double share = (double) until / counts.n();
            rows.add(new Row(
                    texts.text("results.days.until", day),
                    formats.whole(until - before),
                    formats.percent(share, decimals),
                    bar(share, goal, formats.percent(share, decimals), texts)));
            before = until;
        }
        rows.add(new Row(
                texts.text(rows.isEmpty() ? "results.days.all" : "results.days.later"),
                formats.whole(counts.n() - before),
                formats.percent(1, decimals),
                bar(1, goal, formats.percent(1, decimals), texts)));
        return new DayRows(rows);
    }

    private static Bar bar(double share, double goal, String label, Texts texts) {
        return new Bar(
                texts.text("results.days.bar", label),
                Bar.length(share, 1),
                "var(--data-2)",
                null,
                null,
                goal < 0 ? null : Bar.length(goal, 1));
    }

    /// The last days of the rows but the last.
    ///
    /// @param share whether it is shown how many were in time
    static List<Integer> edges(Counts counts, boolean share) {
        var histogram = counts.histogram();
        var edges = new ArrayList<Integer>();
        long before = 0;
        int last = counts.days().isEmpty() ? 0 : counts.days().lastKey();
        for (int day = WEEK - 1; day < last; day += WEEK) {
            long until = histogram.within(day);
            if (until - before >= SmallGroups.FEWEST
                    && counts.n() - until >= SmallGroups.FEWEST
                    && !(share && few(until - counts.within()))) {
                edges.add(day);
                before = until;
            }
        }
        return edges;
    }

    private static boolean few(long difference) {
        return difference != 0 && Math.abs(difference) < SmallGroups.FEWEST;
    }
}
