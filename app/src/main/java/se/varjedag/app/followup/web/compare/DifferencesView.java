package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.statistics.Interval;

/// How far each of those compared lies from all the others, with the interval of the difference, and what remains
/// of it when everybody has the same mix of patients.
///
/// @param rows those with enough patients, the largest difference upwards first
/// @param zero where no difference stands on the scale
/// @param ticks the ends of the scale in words
public record DifferencesView(Figure figure, List<Row> rows, String zero, List<String> ticks) {

    private static final int SHOWN = 40;
    private static final double STEP = 0.1;

    public DifferencesView {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /// One of those compared.
    ///
    /// @param from where the interval begins on the scale
    /// @param to where it ends
    /// @param at the difference itself
    /// @param tone `better`, `late` or `quiet`
    public record Row(
            String name,
            String path,
            @Nullable String kind,
            String from,
            String to,
            String at,
            String difference,
            String interval,
            String tone,
            String verdict,
            String adjusted,
            String adjustedInterval,
            String label) {}

    /// A difference of shares with its interval.
    record Difference(double value, Interval interval) {
        boolean beyondChance() {
            return interval.lower() > 0 || interval.upper() < 0;
        }
    }

    static Optional<Difference> difference(Comparison comparison, Comparison.One one) {
        var rest = one.rest(comparison.all());
        return one.within()
                .less(rest, Comparison.LEVEL)
                .map(interval -> new Difference(
                        one.within().value().orElse(0) - rest.value().orElse(0), interval));
    }

    static DifferencesView of(Reading reading, Comparison comparison, String question) {
        var compared = comparison.ones().stream()
                .filter(Comparison.One::comparable)
                .filter(one -> difference(comparison, one).isPresent())
                .sorted(Comparator.comparingDouble((Comparison.One one) ->
                                difference(comparison, one).orElseThrow().value())
                        .reversed())
                .toList();
        double reach = STEP;
        for (var one : compared) {
            var interval = difference(comparison, one).orElseThrow().interval();
            reach = Math.max(reach, Math.max(interval.upper(), -interval.lower()));
        }
        reach = STEP * Math.ceil(reach / STEP);
        var rows = new ArrayList<Row>();
        for (var one : compared.stream().limit(SHOWN).toList()) {
            rows.add(row(reading, comparison, one, difference(comparison, one).orElseThrow(), reach));
        }
        var formats = reading.formats();
        return new DifferencesView(
                reading.figure(
                        "skillnad",
                        question,
                        reading.t("compare.differences.selected"),
                        null,
                        columns(reading, comparison).table("skillnader", compared),
                        "jamfora",
                        List.of(Rich.of(reading.t("compare.differences.foot")))),
                rows,
                "50%",
                List.of(
                        formats.decimal(-100 * reach, 0),
                        formats.decimal(-50 * reach, 0),
                        "0",
                        "+" + formats.decimal(50 * reach, 0),
                        "+" + formats.decimal(100 * reach, 0)));
    }

    private static Row row(
            Reading reading, Comparison comparison, Comparison.One one, Difference difference, double reach) {
        var formats = reading.formats();
        var decimals = Formats.shareDecimals(one.within().denominator());
        var interval = interval(reading, difference.interval());
        var tone = !difference.beyondChance() ? "quiet" : difference.value() > 0 ? "better" : "late";
        var verdict = reading.t("compare.verdict." + tone);
        return new Row(
                one.name(),
                one.path(),
                one.own() ? "own" : null,
                place(difference.interval().lower(), reach),
                place(difference.interval().upper(), reach),
                place(difference.value(), reach),
                signed(reading, difference.value()),
                interval,
                tone,
                verdict,
                formats.percent(one.mix().adjusted(comparison.all()), decimals),
                one.mix()
                        .adjusted(comparison.all(), Comparison.LEVEL)
                        .map(i -> formats.percentInterval(i.lower(), i.upper(), decimals))
                        .orElse(""),
                one.name() + ": " + formats.points(difference.value()) + ", " + interval);
    }

    /// A difference in percentage points, with its sign and without the words.
    static String signed(Reading reading, double difference) {
        var points = reading.formats().points(difference);
        return points.substring(0, points.indexOf(Formats.NB));
    }

    /// An interval of a difference in percentage points.
    static String interval(Reading reading, Interval interval) {
        return reading.t("compare.interval", signed(reading, interval.lower()), signed(reading, interval.upper()));
    }

    private static String place(double difference, double reach) {
        return Bar.length(difference + reach, 2 * reach);
    }

    private static Columns<Comparison.One> columns(Reading reading, Comparison comparison) {
        return new Columns<Comparison.One>()
                .words(reading.t("compare.name"), Comparison.One::name)
                .number(
                        reading.t("column.withlimit"),
                        one -> Cell.of(one.within().denominator()))
                .number(
                        reading.t("column.share"),
                        one -> Cell.share(one.within().value(), 1))
                .number(
                        reading.t("compare.rest"),
                        one -> Cell.share(one.rest(comparison.all()).value(), 1))
                .number(
                        reading.t("compare.difference"),
                        one -> points(difference(comparison, one).map(Difference::value)))
                .number(
                        reading.t("column.low"),
                        one -> points(difference(comparison, one)
                                .map(d -> d.interval().lower())))
                .number(
                        reading.t("column.high"),
                        one -> points(difference(comparison, one)
                                .map(d -> d.interval().upper())))
                .number(
                        reading.t("compare.expected"),
                        one -> new Cell.Amount(one.mix().expected(), 1))
                .number(
                        reading.t("compare.adjusted"),
                        one -> Cell.share(one.mix().adjusted(comparison.all()), 1))
                .number(
                        reading.t("compare.adjusted.low"),
                        one -> bound(one.mix().adjusted(comparison.all(), Comparison.LEVEL), Interval::lower))
                .number(
                        reading.t("compare.adjusted.high"),
                        one -> bound(one.mix().adjusted(comparison.all(), Comparison.LEVEL), Interval::upper));
    }

    private static Cell points(Optional<Double> difference) {
        return difference
                .<Cell>map(value -> new Cell.Amount(100 * value, 1))
                .orElseGet(() -> new Cell.Missing(Formats.NONE));
    }

    static Cell bound(Optional<Interval> interval, ToDoubleFunction<Interval> which) {
        return Cell.share(
                interval.map(i -> OptionalDouble.of(which.applyAsDouble(i))).orElse(OptionalDouble.empty()), 1);
    }
}
