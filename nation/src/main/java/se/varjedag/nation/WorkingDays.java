package se.varjedag.nation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// The working days of Sweden: no Saturday, Sunday or public holiday, nor the eves that are kept as such.
public final class WorkingDays {
    private WorkingDays() {}

    /// Whether a day is a working day.
    public static boolean is(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holiday(day);
    }

    /// The day that lies so many working days after a day, which itself does not count.
    public static LocalDate after(LocalDate day, int days) {
        var at = day;
        for (int left = days; left > 0; left--) {
            at = at.plusDays(1);
            while (!is(at)) {
                at = at.plusDays(1);
            }
        }
        return at;
    }

    static boolean holiday(LocalDate day) {
        int monthAndDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        if (monthAndDay == 101 || monthAndDay == 106 || monthAndDay == 501 || monthAndDay == 606) {
            return true;
        }
        if ((monthAndDay >= 1224 && monthAndDay <= 1226) || monthAndDay == 1231) {
            return true;
        }
        if (day.getMonthValue() == 6 && day.getDayOfWeek() == DayOfWeek.FRIDAY) {
            return day.getDayOfMonth() >= 19 && day.getDayOfMonth() <= 25;
        }
        long fromEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return fromEaster == -2 || fromEaster == 1 || fromEaster == 39;
    }

    /// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
