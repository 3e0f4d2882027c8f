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
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// The figures of consecutive periods that end with the chosen one and have no hole.
record Series(Measure measure, boolean weekly, List<Period> periods) {

    private static final int MONTHS = 36;
    private static final int WEEKS = 52;

    Series {
        periods = List.copyOf(periods);
    }

    /// One month or week.
    record Period(LocalDate first, LocalDate last, Group group, double value) {}

    static Series of(Reading reading, Measure measure, boolean weekly) {
        var periods = weekly ? weeks(reading, measure) : months(reading, measure);
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
        var end = selection.to().atEndOfMonth();
        var latest = end.isAfter(reading.basis().asOf()) ? reading.basis().asOf() : end;
        var sunday = latest.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        var periods = new ArrayList<Period>();
        for (int back = WEEKS - 1; back >= 0; back--) {
            var last = sunday.minusWeeks(back);
            var first = last.minusDays(6);
            var answer = reading.basis()
                    .answer(selection
                            .question()
                            .period(first, last)
                            .countBy(measure.countBy(selection.countBy()))
                            .build())
                    .total()
                    .filter(group -> group.n() + group.left() > 0);
            if (answer.isEmpty()) {
                periods.clear();
            } else {
                periods.add(period(measure, first, last, answer.get()));
            }
        }
        return periods;
    }

    private static Period period(Measure measure, LocalDate first, LocalDate last, Group group) {
        return new Period(first, last, group, measure.of(group).orElse(Double.NaN));
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
