package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.FunnelPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.statistics.Funnel;
import se.varjedag.pathway.statistics.Funnel.Limits;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Share;

/// Shares in a funnel: who lies outside what chance gives.
///
/// @param figure the picture and its table
/// @param places where each of the units lies by the outer limits, in their order
public record FunnelView(Figure figure, List<FunnelPicture.Says> places) {

    /// The goal of shares in time, and the level under it that shows who is close.

    static final double MIDDLE = 0.7;

    static final String WIDE_LIMITS = "limits";

    private static final int NAMED = 6;
    private static final int CURVE = 64;

    public FunnelView {
        places = List.copyOf(places);
    }

    /// One unit as the funnel sees it.
    record Unit(String name, Share share, @Nullable Share earlier, boolean own, String path) {}

    /// What a funnel says beside its points.
    ///
    /// @param id       the figure's id
    /// @param question its title
    /// @param selected the line under it
    /// @param axis     what the sizes count
    /// @param goal     whether the shares have a goal to be seen against
    /// @param handbook its chapter
    /// @param foot     what stands under it before the words about chance
    record Words(
            String id, String question, String selected, String axis, boolean goal, String handbook, List<Rich> foot) {}

    static FunnelView of(Reading reading, List<Unit> units, Share all, Words words) {
        var target = all.value().orElse(0);
        var seen = units.stream().filter(unit -> unit.share().denominator() > 0).toList();
        var funnel = Funnel.ofShares(seen.stream().map(Unit::share).toList(), target);
        var wide = reading.selection().own(WIDE_LIMITS).isPresent() && funnel.overdispersed();
        var limits = wide ? Limits.ADDITIVE : Limits.EXACT;
        var places = IntStream.range(0, seen.size())
                .mapToObj(unit -> says(funnel.place(unit, limits)))
                .toList();
        var named = named(seen, funnel, places);
        var points = new ArrayList<FunnelPicture.Point>();
        for (int at = 0; at < seen.size(); at++) {
            points.add(point(reading, seen.get(at), places.get(at), named.contains(at)));
        }
        double span = FunnelPicture.span(seen.stream()
                .flatMap(unit ->
                        unit.earlier() == null ? Stream.of(unit.share()) : Stream.of(unit.share(), unit.earlier()))
                .mapToDouble(Share::denominator)
                .max()
                .orElse(1));
        var chart = seen.isEmpty()
                ? null
                : reading.draw(new FunnelPicture(
                        label(reading, seen, places, words),
                        points,
                        curves(funnel, limits, span),
                        levels(reading, target, words.goal()),
                        words.goal()
                                ? List.of(
                                        new FunnelPicture.Band(MIDDLE, PairView.TIME_GOAL, false),
                                        new FunnelPicture.Band(PairView.TIME_GOAL, 1, true))
                                : List.of(),
                        words.axis(),
                        reading.formats().percentSign(),
                        reading.formats()::whole));
        var foot = new ArrayList<>(words.foot());
        if (!seen.isEmpty()) {
            foot.add(Rich.of(reading.t("funnel.legend")));
            foot.add(Rich.of(dispersion(reading, funnel, wide)));
        }
        var figure = reading.figure(
                words.id(),
                words.question(),
                words.selected(),
                chart,
                columns(reading, funnel, limits).table(words.id(), rows(seen, places)),
                words.handbook(),
                foot);
        return new FunnelView(figure, places);
    }

    private record Row(Unit unit, FunnelPicture.Says says) {}

    private static List<Row> rows(List<Unit> units, List<FunnelPicture.Says> places) {
        return IntStream.range(0, units.size())
                .mapToObj(at -> new Row(units.get(at), places.get(at)))
                .sorted(Comparator.comparingDouble(
                                (Row row) -> row.unit().share().value().orElse(0))
                        .reversed())
                .toList();
    }

    private static Columns<Row> columns(Reading reading, Funnel funnel, Limits limits) {
        var columns = new Columns<Row>()
                .words(reading.t("compare.name"), row -> row.unit().name())
                .number(
                        reading.t("column.within"),
                        row -> Cell.of(row.unit().share().numerator()))
                .number(
                        reading.t("compare.patients"),
                        row -> Cell.of(row.unit().share().denominator()))
                .number(
                        reading.t("column.share"),
                        row -> Cell.share(row.unit().share().value(), 1));
        for (double level : new double[] {Funnel.ALARM, Funnel.WARNING}) {
            var bySize = new HashMap<Long, Interval>();
            LimitsOf of = size -> bySize.computeIfAbsent(size, n -> funnel.limits(n, level, limits));
            var name = reading.formats().percent(level, level == Funnel.ALARM ? 1 : 0);
            columns.number(
                            reading.t("funnel.lower", name),
                            row -> limit(
                                    of.size(row.unit().share().denominator()).lower()))
                    .number(
                            reading.t("funnel.upper", name),
                            row -> limit(
                                    of.size(row.unit().share().denominator()).upper()));
        }
        return columns.words(reading.t("funnel.place"), row -> reading.t("funnel.says." + word(row.says())))
                .number(reading.t("funnel.earlier"), row -> {
                    var earlier = row.unit().earlier();
                    return earlier == null ? new Cell.Missing(Formats.NONE) : Cell.share(earlier.value(), 1);
                });
    }

    /// The limits for a size.
    @FunctionalInterface
    private interface LimitsOf {
        Interval size(long patients);
    }

    private static Cell limit(double share) {
        return Cell.share(OptionalDouble.of(share), 1);
    }

    static String word(FunnelPicture.Says says) {
        return switch (says) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case WITHIN -> "within";
        };
    }

    private static FunnelPicture.Says says(Funnel.Place place) {
        return switch (place) {
            case FAR_ABOVE -> FunnelPicture.Says.BETTER;
            case FAR_BELOW -> FunnelPicture.Says.WORSE;
            case ABOVE, BELOW, WITHIN -> FunnelPicture.Says.WITHIN;
        };
    }

    /// Those farthest outside, and the reader's own.
    private static Set<Integer> named(List<Unit> units, Funnel funnel, List<FunnelPicture.Says> places) {
        var named = new HashSet<Integer>();
        IntStream.range(0, units.size())
                .boxed()
                .filter(at -> places.get(at) != FunnelPicture.Says.WITHIN)
                .sorted(Comparator.comparingDouble(
                        (Integer at) -> -Math.abs(funnel.points().get(at).z())))
                .limit(NAMED)
                .forEach(named::add);
        IntStream.range(0, units.size()).filter(at -> units.get(at).own()).forEach(named::add);
        return named;
    }

    private static FunnelPicture.Point point(Reading reading, Unit unit, FunnelPicture.Says says, boolean named) {
        var earlier = unit.earlier();
        return new FunnelPicture.Point(
                place(unit.share()),
                says,
                named ? unit.name() : "",
                unit.own(),
                earlier == null ? null : place(earlier),
                unit.path(),
                reading.t(
                        "funnel.point",
                        unit.name(),
                        percent(reading, unit.share()),
                        reading.formats().whole(unit.share().numerator()),
                        reading.formats().whole(unit.share().denominator()),
                        reading.t("funnel.says." + word(says))));
    }

    private static FunnelPicture.Place place(Share share) {
        return new FunnelPicture.Place(share.denominator(), share.value().orElse(0));
    }

    static String percent(Reading reading, Share share) {
        return reading.formats().percent(share.value(), Formats.shareDecimals(share.denominator()));
    }

    private static List<FunnelPicture.Curve> curves(Funnel funnel, Limits limits, double span) {
        var curves = new ArrayList<FunnelPicture.Curve>();
        for (double level : new double[] {Funnel.ALARM, Funnel.WARNING}) {
            var low = new ArrayList<FunnelPicture.Place>();
            var high = new ArrayList<FunnelPicture.Place>();
            double before = 0;
            for (int step = 1; step <= CURVE; step++) {
                // Closer together where the limits bend.
                double size = Math.max(1, Math.rint(span * Math.pow((double) step / CURVE, 2.5)));
                if (size > before) {
                    var interval = funnel.limits(size, level, limits);
                    low.add(new FunnelPicture.Place(size, interval.lower()));
                    high.add(new FunnelPicture.Place(size, interval.upper()));
                    before = size;
                }
            }
            curves.add(new FunnelPicture.Curve(low, level == Funnel.WARNING));
            curves.add(new FunnelPicture.Curve(high, level == Funnel.WARNING));
        }
        return curves;
    }

    private static List<FunnelPicture.Level> levels(Reading reading, double all, boolean goal) {
        var formats = reading.formats();
        var levels = new ArrayList<FunnelPicture.Level>();
        levels.add(new FunnelPicture.Level(all, reading.t("funnel.mean", formats.percent(all, 1)), false, false));
        if (goal) {
            levels.add(new FunnelPicture.Level(
                    MIDDLE, reading.t("funnel.middle", formats.percent(MIDDLE, 0)), true, false));
            levels.add(new FunnelPicture.Level(
                    PairView.TIME_GOAL, reading.t("goal", formats.percent(PairView.TIME_GOAL, 0)), true, true));
        }
        return levels;
    }

    private static String label(Reading reading, List<Unit> units, List<FunnelPicture.Says> places, Words words) {
        var formats = reading.formats();
        return words.question() + " "
                + reading.t(
                        "funnel.label",
                        formats.whole(units.size()),
                        formats.whole(count(places, FunnelPicture.Says.BETTER)),
                        formats.whole(count(places, FunnelPicture.Says.WORSE)));
    }

    static long count(List<FunnelPicture.Says> places, FunnelPicture.Says says) {
        return places.stream().filter(one -> one == says).count();
    }

    private static String dispersion(Reading reading, Funnel funnel, boolean wide) {
        var phi = reading.formats().decimal(funnel.phi(), 1);
        if (!funnel.overdispersed()) {
            return reading.t("funnel.chanceonly", phi);
        }
        return reading.t(wide ? "funnel.wide" : "funnel.dispersed", phi);
    }
}
