package se.varjedag.app.followup.web.equity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.SpreadPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.app.web.figure.Verdict;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.Share;
import se.varjedag.pathway.statistics.Spread;

/// How far the regions lie from each other, period by period, beside how far chance alone would put them.
public record SpreadView(Figure figure, @Nullable Verdict verdict) {

    static final String PER = "per";
    static final String YEARS = "year";

    private static final int FEWEST = 30;
    private static final int QUARTERS = 12;
    private static final double UNLIKELY = 0.05;
    private static final int YEARS_BACK = 10;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_YEAR = 12;

    /// One period.
    ///
    /// @param spread null where fewer than two regions have enough patients
    private record Line(
            String period, int regions, @Nullable Spread spread) {}

    static SpreadView of(Reading reading) {
        var lines = lines(reading);
        var last = lines.reversed().stream()
                .filter(line -> line.spread() != null)
                .findFirst()
                .orElse(null);
        var chart = last == null ? null : reading.draw(picture(reading, lines));
        var figure = reading.figure(
                "spann",
                reading.t("equity.spread.question"),
                reading.t("equity.spread.selected"),
                chart,
                columns(reading).table("spridning", lines),
                "jamlikhet",
                List.of(
                        Rich.of(reading.t(
                                "equity.spread.foot.regions", reading.formats().whole(FEWEST))),
                        Rich.of(reading.t("equity.spread.foot"))));
        return new SpreadView(figure, last == null ? null : verdict(reading, lines, last));
    }

    private static boolean byYear(Reading reading) {
        return reading.selection().own(PER).filter(YEARS::equals).isPresent();
    }

    private static List<Line> lines(Reading reading) {
        boolean byYear = byYear(reading);
        var key = byYear ? GroupKey.YEAR : GroupKey.QUARTER;
        var to = lastWhole(reading.selection().to(), byYear ? MONTHS_OF_YEAR : MONTHS_OF_QUARTER);
        var from = byYear
                ? to.minusMonths((long) YEARS_BACK * MONTHS_OF_YEAR - 1)
                : to.minusMonths((long) QUARTERS * MONTHS_OF_QUARTER - 1);
        var first = YearMonth.from(firstDay(reading));
        var shares = new TreeMap<String, List<Share>>();
        var answer = reading.basis()
                .answer(reading.selection()
                        .everyRegion(from, to)
                        .by(key, GroupKey.HOME_REGION)
                        .build());
        for (var group : answer.groups()) {
            var period = group.key().getFirst();
            if (group.n() > 0 && !period.isEmpty() && !group.key().get(1).isEmpty() && whole(period, first)) {
                var ofPeriod = shares.computeIfAbsent(period, _ -> new ArrayList<>());
                if (group.withLimit() >= FEWEST) {
                    ofPeriod.add(group.limits().share());
                }
            }
        }
        return shares.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().size() < 2 ? null : Spread.of(entry.getValue())))
                .toList();
    }

    /// The first day of any event: the period it lies in may not be whole.
    private static LocalDate firstDay(Reading reading) {
        var traced = reading.basis().traced();
        int first = traced.asOf();
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            first = Math.min(first, traced.start(pathway));
        }
        return LocalDate.ofEpochDay(first);
    }

    /// Whether a year or quarter begins after the month in which the data begin, so that all of it was seen.
    private static boolean whole(String period, YearMonth first) {
        int year = Integer.parseInt(period.substring(0, 4));
        int month = period.length() > 4 ? MONTHS_OF_QUARTER * (period.charAt(5) - '1') + 1 : 1;
        return YearMonth.of(year, month).isAfter(first);
    }

    /// The last month up to this one with which a whole quarter or year ends.
    private static YearMonth lastWhole(YearMonth month, int months) {
        return month.minusMonths(month.getMonthValue() % months);
    }

    private static SpreadPicture picture(Reading reading, List<Line> lines) {
        var ticks = new ArrayList<String>();
        var narrow = new ArrayList<String>();
        var seen = new ArrayList<Double>();
        var chance = new ArrayList<Double>();
        var beyond = new ArrayList<Double>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var spread = line.spread();
            boolean labelled = at == 0 || line.period().endsWith("1");
            ticks.add(tick(reading, line.period(), labelled));
            narrow.add(byYear(reading) || line.period().endsWith("1") ? tick(reading, line.period(), true) : "");
            seen.add(spread == null ? Double.NaN : 100 * spread.range());
            chance.add(spread == null ? Double.NaN : 100 * spread.chanceRangeHigh());
            beyond.add(spread == null ? Double.NaN : 100 * spread.deviation());
        }
        return new SpreadPicture(
                label(reading, lines),
                ticks,
                narrow,
                List.of(
                        new SpreadPicture.Line(reading.t("equity.spread.seen"), seen, "var(--data)", false, false),
                        new SpreadPicture.Line(reading.t("equity.spread.chance"), chance, "var(--ink-3)", true, true),
                        new SpreadPicture.Line(reading.t("equity.spread.beyond"), beyond, "var(--late)", false, false)),
                reading.t("equity.spread.axis"));
    }

    /// A period under the picture: of a quarter the year stands under it where the year begins.
    private static String tick(Reading reading, String period, boolean labelled) {
        if (period.length() <= 4) {
            return period;
        }
        var quarter = reading.t("equity.quarter.short", period.substring(5));
        return labelled ? quarter + "\n" + period.substring(0, 4) : quarter;
    }

    private static String period(Reading reading, String period) {
        return period.length() <= 4 ? period : reading.t("equity.quarter", period.substring(0, 4), period.substring(5));
    }

    private static String label(Reading reading, List<Line> lines) {
        var last = lines.getLast().spread();
        return reading.t("equity.spread.question") + " "
                + (last == null
                        ? reading.t("equity.spread.none")
                        : sentence(reading, lines.getLast().period(), last));
    }

    private static String sentence(Reading reading, String period, Spread spread) {
        var formats = reading.formats();
        return reading.t(
                "equity.spread.sentence",
                period(reading, period),
                formats.percent(spread.lowest(), 0),
                formats.percent(spread.highest(), 0),
                formats.decimal(100 * spread.range(), 0),
                formats.decimal(100 * spread.chanceRange(), 0),
                formats.decimal(100 * spread.chanceRangeHigh(), 0));
    }

    private static Verdict verdict(Reading reading, List<Line> lines, Line line) {
        var spread = line.spread();
        if (spread == null) {
            throw new IllegalArgumentException("Nothing to say of " + line);
        }
        var formats = reading.formats();
        var first = lines.stream()
                .filter(one -> one.spread() != null && !one.equals(line))
                .findFirst()
                .orElse(null);
        boolean real = spread.chance() < UNLIKELY;
        var finding = reading.t(real ? "equity.spread.real" : "equity.spread.maybe");
        var detail = sentence(reading, line.period(), spread);
        if (real && spread.range() <= spread.chanceRangeHigh()) {
            detail += " " + reading.t("equity.spread.real.within");
        }
        if (first != null && first.spread() != null) {
            detail += " "
                    + reading.t(
                            "equity.spread.then",
                            formats.decimal(100 * spread.deviation(), 1),
                            period(reading, first.period()),
                            formats.decimal(100 * first.spread().deviation(), 1));
        }
        return new Verdict(real ? "late" : "usual", true, finding, detail);
    }

    private static Columns<Line> columns(Reading reading) {
        return new Columns<Line>()
                .words(reading.t("equity.period"), line -> period(reading, line.period()))
                .number(reading.t("equity.regions"), line -> Cell.of(line.regions()))
                .number(
                        reading.t("column.share"),
                        line -> cell(line, s -> s.all().value().orElse(0), false))
                .number(reading.t("equity.lowest"), line -> cell(line, Spread::lowest, false))
                .number(reading.t("equity.highest"), line -> cell(line, Spread::highest, false))
                .number(reading.t("equity.range"), line -> cell(line, Spread::range, true))
                .number(reading.t("equity.chance.mean"), line -> cell(line, Spread::chanceRange, true))
                .number(reading.t("equity.chance.high"), line -> cell(line, Spread::chanceRangeHigh, true))
                .number(reading.t("equity.deviation"), line -> cell(line, Spread::deviation, true))
                .number(reading.t("equity.part"), line -> cell(line, Spread::partBeyondChance, false))
                .number(reading.t("equity.p"), line -> {
                    var spread = line.spread();
                    return spread == null ? new Cell.Missing(Formats.NONE) : new Cell.Amount(spread.chance(), 3);
                });
    }

    private static Cell cell(Line line, ToDoubleFunction<Spread> which, boolean points) {
        var spread = line.spread();
        if (spread == null) {
            return new Cell.Missing(Formats.NONE);
        }
        double value = which.applyAsDouble(spread);
        return points ? new Cell.Amount(100 * value, 1) : new Cell.Share(value, 1);
    }
}
