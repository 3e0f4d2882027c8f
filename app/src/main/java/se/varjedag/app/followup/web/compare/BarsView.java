package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.FunnelPicture.Says;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.statistics.Interval;

/// Those compared as sorted bars with their intervals, before the two bands of the targets.
///
/// @param rows  the shown ones
/// @param middle where the band under the goal begins
/// @param goal  where the goal's band begins
/// @param more  how many are in the files only, in words; empty when all are shown
public record BarsView(Figure figure, List<Row> rows, String middle, String goal, String more) {

    private static final int SHOWN = 40;
    private static final int FEW = 25;

    public BarsView {
        rows = List.copyOf(rows);
    }

    /// One of those compared.
    ///
    /// @param kind `own` or null
    /// @param bar  null where too few have a limit to compare
    /// @param few  why there is no bar
    /// @param says `better`, `worse` or `within`
    public record Row(
            String name,
            String path,
            @Nullable String kind,
            String of,
            @Nullable Bar bar,
            String few,
            String share,
            String says,
            String place) {}

    static BarsView of(Reading reading, Comparison comparison, List<Says> places, String question) {
        var says = new HashMap<String, Says>();
        for (int at = 0; at < comparison.ones().size(); at++) {
            says.put(comparison.ones().get(at).code(), places.get(at));
        }
        var sorted = comparison.ones().stream()
                .sorted(Comparator.comparing(Comparison.One::comparable)
                        .thenComparingDouble(one -> comparison.shown(one).orElse(-1))
                        .reversed())
                .toList();
        boolean few = sorted.size() <= FEW;
        var shown = sorted.stream()
                .filter(one -> few || one.comparable())
                .limit(SHOWN)
                .toList();
        var rows = new ArrayList<Row>();
        shown.forEach(one -> rows.add(row(reading, comparison, one, says)));
        var hidden = sorted.size() - shown.size();
        return new BarsView(
                reading.figure(
                        "malen",
                        question,
                        null,
                        null,
                        columns(reading, comparison).table("jamforelse", sorted),
                        "jamfora",
                        List.of(Rich.of(reading.t("compare.bars.foot")))),
                rows,
                Bar.length(FunnelView.MIDDLE, 1),
                Bar.length(PairView.TIME_GOAL, 1),
                hidden == 0
                        ? ""
                        : reading.t(
                                "compare.bars.more",
                                reading.formats().whole(hidden),
                                reading.formats().whole(Comparison.FEWEST)));
    }

    private static Row row(Reading reading, Comparison comparison, Comparison.One one, Map<String, Says> says) {
        var formats = reading.formats();
        long n = one.within().denominator();
        var share = formats.percent(comparison.shown(one), Formats.shareDecimals(n));
        var place = says.getOrDefault(one.code(), Says.WITHIN);
        return new Row(
                one.name(),
                one.path(),
                one.own() ? "own" : null,
                reading.t("pair.of", formats.whole(one.within().numerator()), formats.whole(n)),
                one.comparable()
                        ? comparison
                                .interval(one)
                                .map(i -> bar(reading, comparison, one, i, place, share))
                                .orElse(null)
                        : null,
                reading.t("compare.few", formats.whole(Comparison.FEWEST)),
                share,
                FunnelView.word(place),
                reading.t("funnel.says." + FunnelView.word(place)));
    }

    private static Bar bar(
            Reading reading, Comparison comparison, Comparison.One one, Interval interval, Says place, String share) {
        var fill = switch (place) {
            case BETTER -> "var(--better)";
            case WORSE -> "var(--late)";
            case WITHIN -> "var(--data-2)";
        };
        var decimals = Formats.shareDecimals(one.within().denominator());
        return Bar.share(
                comparison.shown(one).orElse(0),
                interval.lower(),
                interval.upper(),
                PairView.TIME_GOAL,
                fill,
                share + ", "
                        + reading.t(
                                "interval",
                                reading.formats().percentInterval(interval.lower(), interval.upper(), decimals)));
    }

    private static Columns<Comparison.One> columns(Reading reading, Comparison comparison) {
        return new Columns<Comparison.One>()
                .words(reading.t("compare.name"), Comparison.One::name)
                .number(reading.t("column.within"), one -> Cell.of(one.within().numerator()))
                .number(
                        reading.t("column.withlimit"),
                        one -> Cell.of(one.within().denominator()))
                .number(
                        reading.t("column.share"),
                        one -> Cell.share(one.within().value(), 1))
                .number(
                        reading.t("column.low"),
                        one -> DifferencesView.bound(one.within().wilson(Comparison.LEVEL), Interval::lower))
                .number(
                        reading.t("column.high"),
                        one -> DifferencesView.bound(one.within().wilson(Comparison.LEVEL), Interval::upper))
                .number(
                        reading.t("compare.adjusted"),
                        one -> Cell.share(one.mix().adjusted(comparison.all()), 1));
    }
}
