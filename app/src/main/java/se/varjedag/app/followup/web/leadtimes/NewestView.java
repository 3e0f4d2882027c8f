package se.varjedag.app.followup.web.leadtimes;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.MonthTicks;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.chart.TrendPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.CumulativeIncidence;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// The newest months, with those still waiting counted, beside the official figure of each month.
///
/// Where the pathways have different limits, each is read at the limit that most of its treated patients have, and they
/// are put together by how many began: Σ nₛ·Fₛ(gₛ) / Σ nₛ.
///
/// @param why why the two lines differ
public record NewestView(Figure figure, String why, boolean known) {

    private static final int MONTHS = 18;

    /// Of a month's pathways that few have, a curve need not have come to its limit.
    private static final double FEW = 0.02;

    /// One month, by date of end and by date of start.
    ///
    /// @param official     the share in time of those treated in the month
    /// @param treatedSoFar the share in time of those who started in the month and are treated by now
    /// @param started      the part of all who started in the month that had begun treatment by the limit
    /// @param whole        whether all of them have been followed to the limit
    private record Month(
            YearMonth month,
            OptionalDouble official,
            long ended,
            OptionalDouble treatedSoFar,
            OptionalDouble started,
            boolean whole,
            long cohort,
            long waiting) {}

    static NewestView of(Measured measured) {
        var reading = measured.reading();
        var words = measured.newest();
        var limits = limits(measured);
        if (limits.isEmpty()) {
            return new NewestView(
                    reading.figure(
                            "nyaste",
                            reading.t("newest.question"),
                            words.say("selected"),
                            null,
                            columns(reading, words).table("nyaste-manader", List.of()),
                            "kumulativ-incidens",
                            List.of()),
                    words.say("why"),
                    false);
        }
        var months = months(measured, limits);
        var figure = reading.figure(
                "nyaste",
                reading.t("newest.question"),
                words.say(
                        limits.values().stream().distinct().count() == 1 ? "selected.one" : "selected",
                        limits.values().iterator().next()),
                months.size() < 3 ? null : picture(reading, words, months),
                columns(reading, words).table("nyaste-manader", months.reversed()),
                "kumulativ-incidens",
                List.of(Rich.of(reading.t("newest.hollow"))));
        return new NewestView(figure, words.say("why"), true);
    }

    /// The day each pathway is read at: the one limit set, or the one that most of its treated patients have.
    private static Map<String, Integer> limits(Measured measured) {
        var limits = new LinkedHashMap<String, Integer>();
        var most = new HashMap<String, Long>();
        var question = measured.question().by(GroupKey.SVF, GroupKey.LIMIT);
        for (var group : measured.reading().basis().answer(question.build()).groups()) {
            var svf = group.key().getFirst();
            var limit = group.key().getLast();
            if (group.n() > most.getOrDefault(svf, 0L)) {
                most.put(svf, group.n());
                if (measured.set().isPresent()) {
                    limits.put(svf, measured.set().getAsInt());
                } else if (limit.isEmpty()) {
                    limits.remove(svf);
                } else {
                    limits.put(svf, Integer.parseInt(limit));
                }
            }
        }
        return limits;
    }

    private static List<Month> months(Measured measured, Map<String, Integer> limits) {
        var reading = measured.reading();
        var asOf = reading.basis().asOf();
        var last = YearMonth.from(asOf);
        var first = last.minusMonths(MONTHS);
        var asked = reading.selection().question(first, last).between(measured.from(), measured.to());
        var official = byMonth(reading.basis()
                .answer(asked.countBy(CountBy.END).by(GroupKey.MONTH).build())
                .groups());
        var begun = byMonth(reading.basis()
                .answer(asked.countBy(CountBy.START).by(GroupKey.MONTH).build())
                .groups());
        var cohorts = new TreeMap<YearMonth, Map<String, DayHistogram>>();
        for (var group : reading.basis()
                .answer(asked.by(GroupKey.MONTH, GroupKey.SVF).build())
                .groups()) {
            if (limits.containsKey(group.key().getLast())) {
                cohorts.computeIfAbsent(YearMonth.parse(group.key().getFirst()), _ -> new HashMap<>())
                        .put(group.key().getLast(), group.histogram());
            }
        }
        var lastFull = Selection.lastFullMonth(asOf);
        var months = new ArrayList<Month>();
        cohorts.forEach((month, cohort) -> {
            var ended = official.get(month);
            var soFar = begun.get(month);
            var curve = Cohort.of(month, cohort, limits, asOf);
            months.add(new Month(
                    month,
                    ended == null || month.isAfter(lastFull) ? OptionalDouble.empty() : ended.share(),
                    ended == null ? 0 : ended.withLimit(),
                    soFar == null ? OptionalDouble.empty() : soFar.share(),
                    curve.started(),
                    curve.whole(),
                    curve.everybody(),
                    curve.waiting()));
        });
        return months;
    }

    private static Map<YearMonth, Group> byMonth(List<Group> groups) {
        var months = new HashMap<YearMonth, Group>();
        groups.stream()
                .filter(group -> !group.key().getFirst().isEmpty())
                .forEach(group -> months.put(YearMonth.parse(group.key().getFirst()), group));
        return months;
    }

    /// Those who began in one month.
    ///
    /// @param started the part that has begun treatment by the limit; empty while the curve has not come so far
    /// @param whole whether everybody was followed to the limit
    private record Cohort(OptionalDouble started, boolean whole, long everybody, long waiting) {

        static Cohort of(
                YearMonth month, Map<String, DayHistogram> cohort, Map<String, Integer> limits, LocalDate asOf) {
            long everybody = 0;
            long waiting = 0;
            long followed = 0;
            double started = 0;
            boolean whole = true;
            for (var entry : cohort.entrySet()) {
                var days = entry.getValue();
                long n = days.n() + days.left() + days.waiting();
                int limit = limits.getOrDefault(entry.getKey(), 0);
                everybody += n;
                waiting += days.waiting();
                started += n * CumulativeIncidence.of(days).startedBy(limit);
                followed += month.atDay(15).plusDays(limit).isAfter(asOf) ? 0 : n;
                whole &= !month.atEndOfMonth().plusDays(limit).isAfter(asOf);
            }
            boolean enough = everybody > 0 && followed >= (1 - FEW) * everybody;
            return new Cohort(
                    enough ? OptionalDouble.of(started / everybody) : OptionalDouble.empty(),
                    whole,
                    everybody,
                    waiting);
        }
    }

    private static Columns<Month> columns(Reading reading, NewestWords words) {
        return new Columns<Month>()
                .words(reading.t("column.month"), month -> month.month().toString())
                .number(reading.t("newest.official"), month -> Cell.share(month.official(), 1))
                .number(words.say("ended"), month -> Cell.of(month.ended()))
                .number(words.say("begun"), month -> Cell.of(month.cohort()))
                .number(words.say("waiting"), month -> Cell.of(month.waiting()))
                .number(words.say("naive"), month -> Cell.share(month.treatedSoFar(), 1))
                .number(
                        words.say("counted"),
                        month -> month.started().isPresent()
                                ? Cell.share(month.started(), 1)
                                : new Cell.Missing(reading.t("trend.notyet")));
    }

    private static Chart picture(Reading reading, NewestWords words, List<Month> months) {
        var formats = reading.formats();
        var ticks = new ArrayList<String>();
        var narrow = new ArrayList<String>();
        for (int i = 0; i < months.size(); i++) {
            ticks.add(MonthTicks.wide(months.get(i).month(), i, months.size(), formats));
            narrow.add(MonthTicks.narrow(months.get(i).month(), i, months.size(), formats));
        }
        var known = lastWith(months);
        return reading.draw(new TrendPicture(
                known == null
                        ? reading.t("newest.question")
                        : words.say(
                                "label",
                                formats.month(known.month()),
                                formats.percent(known.started(), 1),
                                formats.percent(known.official(), 1)),
                ticks,
                narrow,
                List.of(
                        new TrendPicture.Line(
                                words.say("line.counted"),
                                months.stream()
                                        .map(month -> percent(month.started()))
                                        .toList(),
                                months.stream().map(Month::whole).toList(),
                                "var(--ink)"),
                        new TrendPicture.Line(
                                reading.t("newest.line.official"),
                                months.stream()
                                        .map(month -> percent(month.official()))
                                        .toList(),
                                months.stream().map(_ -> true).toList(),
                                "var(--data-2)"))));
    }

    private static @Nullable Month lastWith(List<Month> months) {
        return months.reversed().stream()
                .filter(month -> month.started().isPresent())
                .findFirst()
                .orElse(null);
    }

    private static double percent(OptionalDouble share) {
        return share.isPresent() ? 100 * share.getAsDouble() : Double.NaN;
    }
}
