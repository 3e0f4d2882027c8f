package se.varjedag.app.followup.web.change;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.varjedag.app.followup.web.MonthTicks;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.Share;

/// The figures of consecutive periods that end with the chosen one and have no hole.
record Series(Measure measure, boolean weekly, List<Period> periods) {

    private static final int MONTHS = 36;
    private static final int WEEKS = 52;

    Series {
        periods = List.copyOf(periods);
    }

    /// One month or week.
    ///
    /// @param counted how many the figure rests on: those treated, or waiting
    /// @param withLimit those of them with a known limit
    /// @param assumed those of them whose limit is assumed
    /// @param share those within their limit of those who have one
    /// @param stale those of whom nothing was heard, where those who wait are followed
    /// @param cell the figure in the table, to its last digit
    record Period(
            LocalDate first,
            LocalDate last,
            long counted,
            long withLimit,
            long assumed,
            Share share,
            long stale,
            double value,
            Cell cell) {}

    private record Span(LocalDate first, LocalDate last) {}

    static Series of(Reading reading, Measure measure, boolean weekly) {
        var periods = measure == Measure.WAITING
                ? waiting(reading, spans(reading, weekly))
                : weekly ? weeks(reading, measure) : months(reading, measure);
        var run = new ArrayList<Period>();
        for (var period : periods.reversed()) {
            if (Double.isNaN(period.value())) {
                break;
            }
            run.addFirst(period);
        }
        return new Series(measure, weekly, run);
    }

    private static List<Period> months(Reading reading, Measure measure) {
        var selection = reading.selection();
        var to = selection.to();
        var first = to.minusMonths(MONTHS - 1);
        var answer = reading.basis()
                .answer(selection
                        .question(first, to)
                        .countBy(measure.countBy(selection.countBy()))
                        .by(GroupKey.MONTH)
                        .build());
        Map<YearMonth, Group> byMonth = new HashMap<>();
        answer.groups().forEach(group -> {
            var key = group.key().getFirst();
            if (!key.isEmpty()) {
                byMonth.put(YearMonth.parse(key), group);
            }
        });
        var periods = new ArrayList<Period>();
        for (var month = first; !month.isAfter(to); month = month.plusMonths(1)) {
            var group = byMonth.get(month);
            if (group == null || group.n() + group.left() == 0) {
                periods.clear();
            } else {
                periods.add(period(measure, month.atDay(1), month.atEndOfMonth(), group));
            }
        }
        return periods;
    }

    private static List<Period> weeks(Reading reading, Measure measure) {
        var selection = reading.selection();
        var periods = new ArrayList<Period>();
        for (var week : spans(reading, true)) {
            var answer = reading.basis()
                    .answer(selection
                            .question()
                            .period(week.first(), week.last())
                            .countBy(measure.countBy(selection.countBy()))
                            .build())
                    .total()
                    .filter(group -> group.n() + group.left() > 0);
            if (answer.isEmpty()) {
                periods.clear();
            } else {
                periods.add(period(measure, week.first(), week.last(), answer.get()));
            }
        }
        return periods;
    }

    /// The months or weeks that a chart covers, complete or up to the day the waiting are counted to.
    private static List<Span> spans(Reading reading, boolean weekly) {
        var asOf = reading.basis().asOf();
        var to = reading.selection().to();
        var spans = new ArrayList<Span>();
        if (weekly) {
            var latest = to.atEndOfMonth().isAfter(asOf) ? asOf : to.atEndOfMonth();
            var sunday = latest.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            for (int back = WEEKS - 1; back >= 0; back--) {
                spans.add(new Span(sunday.minusWeeks(back).minusDays(6), sunday.minusWeeks(back)));
            }
        } else {
            for (int back = MONTHS - 1; back >= 0; back--) {
                var month = to.minusMonths(back);
                if (!month.atDay(1).isAfter(asOf)) {
                    spans.add(
                            new Span(month.atDay(1), month.atEndOfMonth().isAfter(asOf) ? asOf : month.atEndOfMonth()));
                }
            }
        }
        return spans;
    }

    /// Who waited at the end of each span. Before the first of whom anything is known there is no figure.
    private static List<Period> waiting(Reading reading, List<Span> spans) {
        var question = reading.selection()
                .question()
                .countBy(CountBy.END)
                .by(List.of())
                .build();
        var then =
                reading.basis().waiting(question, spans.stream().map(Span::last).toList());
        var periods = new ArrayList<Period>();
        for (int i = 0; i < spans.size(); i++) {
            var at = then.get(i);
            if (at.waiting() + at.stale() == 0) {
                periods.clear();
            } else {
                long withLimit = at.withLimit();
                periods.add(new Period(
                        spans.get(i).first(),
                        spans.get(i).last(),
                        at.waiting(),
                        withLimit,
                        0,
                        new Share(withLimit - at.overLimit(), withLimit),
                        at.stale(),
                        at.waiting(),
                        Cell.of(at.waiting())));
            }
        }
        return periods;
    }

    private static Period period(Measure measure, LocalDate first, LocalDate last, Group group) {
        return new Period(
                first,
                last,
                group.n(),
                group.withLimit(),
                group.withAssumedLimit(),
                group.limits().share(),
                0,
                measure.of(group).orElse(Double.NaN),
                measure.cell(group));
    }

    List<Double> values() {
        return periods.stream().map(Period::value).toList();
    }

    /// The period in which a day lies, negative when none.
    int at(LocalDate day) {
        for (int i = 0; i < periods.size(); i++) {
            if (!day.isBefore(periods.get(i).first())
                    && !day.isAfter(periods.get(i).last())) {
                return i;
            }
        }
        return -1;
    }

    /// The name of a period: a month, or the week with its year.
    String name(Reading reading, int index) {
        var period = periods.get(index);
        return weekly
                ? reading.t(
                        "change.week",
                        period.last().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        period.last().get(IsoFields.WEEK_BASED_YEAR))
                : reading.formats().month(YearMonth.from(period.first()));
    }

    String tick(Reading reading, int index, boolean narrow) {
        var period = periods.get(index);
        if (!weekly) {
            var month = YearMonth.from(period.first());
            return narrow
                    ? MonthTicks.narrow(month, index, periods.size(), reading.formats())
                    : MonthTicks.wide(month, index, periods.size(), reading.formats());
        }
        int every = narrow ? 13 : 4;
        return (periods.size() - 1 - index) % every == 0
                ? reading.t("change.week.short", period.last().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                : "";
    }
}
