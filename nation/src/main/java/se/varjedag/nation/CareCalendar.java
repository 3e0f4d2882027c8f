package se.varjedag.nation;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/// The days of a span: which are working days, how many patients come, and how much is worked, in a Swedish year.
final class CareCalendar {
    private static final double[] WEEKDAYS = {0.23, 0.21, 0.2, 0.198, 0.155, 0.005, 0.002};

    private final int first;
    private final boolean[] working;
    private final double[] arrivals;
    private final double[] hands;

    CareCalendar(LocalDate from, LocalDate to) {
        first = (int) from.toEpochDay();
        int days = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        working = new boolean[days];
        arrivals = new double[days];
        hands = new double[days];
        for (int at = 0; at < days; at++) {
            var day = from.plusDays(at);
            working[at] = WorkingDays.is(day);
            arrivals[at] = come(day);
            hands[at] = atWork(day);
        }
        scaleYears(from, to);
    }

    private void scaleYears(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            double sum = 0;
            for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                sum += come(day);
            }
            for (int at = 0; at < arrivals.length; at++) {
                if (from.plusDays(at).getYear() == year) {
                    arrivals[at] /= sum;
                }
            }
        }
    }

    boolean working(int day) {
        return working[day - first];
    }

    /// The share of the year's patients that come this day.
    double arrivals(int day) {
        return arrivals[day - first];
    }

    /// The hands at work this week against an ordinary week.
    double hands(int day) {
        return hands[day - first];
    }

    int workingFrom(int day) {
        int at = day;
        while (at - first < working.length - 1 && !working(at)) {
            at++;
        }
        return at;
    }

    int afterWorkingDays(int day, int days) {
        int at = day;
        for (int left = days; left > 0; left--) {
            at = workingFrom(at + 1);
        }
        return at;
    }

    private static double come(LocalDate day) {
        double weekday = WEEKDAYS[day.getDayOfWeek().getValue() - 1];
        return WorkingDays.holiday(day) ? weekday * 0.03 : weekday * season(day, 0.68, 0.84, 0.6);
    }

    private static double atWork(LocalDate day) {
        return season(day, 0.6, 0.8, 0.62);
    }

    private static double season(LocalDate day, double summer, double edge, double christmas) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        if (week >= 28 && week <= 31) {
            return summer;
        }
        if (week == 27 || week == 32 || week == 26) {
            return edge;
        }
        return week >= 52 || week == 1 ? christmas : 1.05;
    }
}
