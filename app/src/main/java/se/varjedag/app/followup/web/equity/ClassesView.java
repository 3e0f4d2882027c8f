package se.varjedag.app.followup.web.equity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.MedianInterval;
import se.varjedag.pathway.statistics.Interval;

/// Classes of patients beside each other: share in time and median with intervals, and the difference from the others.
///
/// @param verdict what they say together
public record ClassesView(Figure figure, String name, List<Row> rows, String verdict) {

    private static final int FEWEST = 30;

    public ClassesView {
        rows = List.copyOf(rows);
    }

    /// One class.
    ///
    /// @param bar  null where too few have a limit to compare
    /// @param tone `better`, `late` or `quiet`
    public record Row(
            String name,
            String of,
            @Nullable Bar bar,
            String few,
            String share,
            String difference,
            String interval,
            String tone,
            String says,
            String adjusted,
            String adjustedInterval,
            String median,
            String medianInterval) {}

    static ClassesView of(Reading reading, String id, Classes classes, Rich inclusion) {
        var rows =
                classes.ones().stream().map(one -> row(reading, classes, one)).toList();
        return new ClassesView(
                reading.figure(
                        id,
                        reading.t("equity." + id + ".question"),
                        reading.t("equity." + id + ".selected"),
                        null,
                        columns(reading, classes).table("jamlikhet-" + id, classes.ones()),
                        "jamlikhet",
                        List.of(
                                Rich.of(reading.t(
                                        "foot.n",
                                        reading.formats().whole(classes.all().denominator()))),
                                inclusion,
                                Rich.of(reading.t("equity.foot")))),
                reading.t("equity." + id + ".class"),
                rows,
                verdict(reading, classes));
    }

    private static boolean comparable(Classes.One one) {
        return one.within().denominator() >= FEWEST;
    }

    /// The largest adjusted gap between classes whose adjusted intervals do not meet.
    private static String verdict(Reading reading, Classes classes) {
        var known = classes.ones().stream()
                .filter(one -> one.known() && comparable(one))
                .filter(one -> one.mix().adjusted(classes.all()).isPresent())
                .sorted((one, other) -> Double.compare(adjusted(classes, other), adjusted(classes, one)))
                .toList();
        if (known.size() < 2) {
            return reading.t("equity.verdict.few");
        }
        var best = known.getFirst();
        var last = known.getLast();
        var formats = reading.formats();
        boolean apart =
                best.mix().adjusted(classes.all(), Classes.LEVEL).orElseThrow().lower()
                        > last.mix()
                                .adjusted(classes.all(), Classes.LEVEL)
                                .orElseThrow()
                                .upper();
        return reading.t(
                apart ? "equity.verdict.apart" : "equity.verdict.chance",
                best.name(),
                formats.percent(adjusted(classes, best), 0),
                last.name(),
                formats.percent(adjusted(classes, last), 0));
    }

    private static double adjusted(Classes classes, Classes.One one) {
        return one.mix().adjusted(classes.all()).orElse(0);
    }

    private static Row row(Reading reading, Classes classes, Classes.One one) {
        var formats = reading.formats();
        long n = one.within().denominator();
        int decimals = Formats.shareDecimals(n);
        var share = formats.percent(one.within().value(), decimals);
        var interval = one.within().wilson(Classes.LEVEL);
        var difference = comparable(one) ? one.difference(classes.all()) : Optional.<Interval>empty();
        double apart = apart(classes, one);
        var tone = difference.isEmpty()
                        || (difference.get().lower() <= 0 && difference.get().upper() >= 0)
                ? "quiet"
                : apart > 0 ? "better" : "late";
        var median = one.group().median();
        return new Row(
                one.name(),
                reading.t("pair.of", formats.whole(one.within().numerator()), formats.whole(n)),
                comparable(one)
                        ? interval.map(i -> Bar.share(
                                        one.within().value().orElse(0),
                                        i.lower(),
                                        i.upper(),
                                        PairView.TIME_GOAL,
                                        "var(--data-2)",
                                        share + ", "
                                                + reading.t(
                                                        "interval",
                                                        formats.percentInterval(i.lower(), i.upper(), decimals))))
                                .orElse(null)
                        : null,
                reading.t("equity.few", formats.whole(FEWEST)),
                share,
                difference.isEmpty() ? Formats.NONE : signed(reading, apart),
                difference
                        .map(i -> reading.t("equity.interval", signed(reading, i.lower()), signed(reading, i.upper())))
                        .orElse(""),
                tone,
                difference.isEmpty() ? "" : reading.t("equity.says." + tone),
                formats.percent(one.mix().adjusted(classes.all()), decimals),
                one.mix()
                        .adjusted(classes.all(), Classes.LEVEL)
                        .map(i -> formats.percentInterval(i.lower(), i.upper(), decimals))
                        .orElse(""),
                formats.decimal(median, 0),
                MedianInterval.of(one.group().histogram(), Classes.LEVEL)
                        .map(i -> formats.decimal(i.lower(), 0) + "–" + formats.decimal(i.upper(), 0))
                        .orElse(""));
    }

    private static double apart(Classes classes, Classes.One one) {
        return one.within().value().orElse(0) - one.rest(classes.all()).value().orElse(0);
    }

    private static String signed(Reading reading, double difference) {
        var points = reading.formats().points(difference);
        return points.substring(0, points.indexOf(Formats.NB));
    }

    private static Columns<Classes.One> columns(Reading reading, Classes classes) {
        return new Columns<Classes.One>()
                .words(reading.t("equity.class"), Classes.One::name)
                .number(reading.t("column.within"), one -> Cell.of(one.within().numerator()))
                .number(
                        reading.t("column.withlimit"),
                        one -> Cell.of(one.within().denominator()))
                .number(
                        reading.t("column.share"),
                        one -> Cell.share(one.within().value(), 1))
                .number(reading.t("column.low"), one -> share(one.within().wilson(Classes.LEVEL), Interval::lower))
                .number(reading.t("column.high"), one -> share(one.within().wilson(Classes.LEVEL), Interval::upper))
                .number(reading.t("equity.difference"), one -> new Cell.Amount(100 * apart(classes, one), 1))
                .number(reading.t("column.low"), one -> points(one.difference(classes.all()), Interval::lower))
                .number(reading.t("column.high"), one -> points(one.difference(classes.all()), Interval::upper))
                .number(
                        reading.t("equity.adjusted"),
                        one -> Cell.share(one.mix().adjusted(classes.all()), 1))
                .number(
                        reading.t("column.low"),
                        one -> share(one.mix().adjusted(classes.all(), Classes.LEVEL), Interval::lower))
                .number(
                        reading.t("column.high"),
                        one -> share(one.mix().adjusted(classes.all(), Classes.LEVEL), Interval::upper))
                .number(reading.t("equity.median"), one -> Cell.of(one.group().median(), 1))
                .number(
                        reading.t("column.low"),
                        one -> days(MedianInterval.of(one.group().histogram(), Classes.LEVEL), Interval::lower))
                .number(
                        reading.t("column.high"),
                        one -> days(MedianInterval.of(one.group().histogram(), Classes.LEVEL), Interval::upper))
                .number(reading.t("equity.p80"), one -> Cell.of(one.group().p80(), 1));
    }

    private static Cell share(Optional<Interval> interval, ToDoubleFunction<Interval> which) {
        return Cell.share(bound(interval, which), 1);
    }

    private static Cell points(Optional<Interval> interval, ToDoubleFunction<Interval> which) {
        var bound = bound(interval, which);
        return bound.isPresent() ? new Cell.Amount(100 * bound.getAsDouble(), 1) : new Cell.Missing(Formats.NONE);
    }

    private static Cell days(Optional<Interval> interval, ToDoubleFunction<Interval> which) {
        return Cell.of(bound(interval, which), 1);
    }

    private static OptionalDouble bound(Optional<Interval> interval, ToDoubleFunction<Interval> which) {
        return interval.map(i -> OptionalDouble.of(which.applyAsDouble(i))).orElse(OptionalDouble.empty());
    }
}
