package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The months, quarters and years of a span of days, looked up by epoch day.
final class Calendar {
    private final int first;
    private final int firstYear;
    private final int[] months;

    Calendar(int firstDay, int lastDay) {
        first = firstDay;
        firstYear = LocalDate.ofEpochDay(firstDay).getYear();
        months = new int[Math.max(0, lastDay - firstDay + 1)];
        for (int i = 0; i < months.length; i++) {
            var day = LocalDate.ofEpochDay((long) firstDay + i);
            months[i] = (day.getYear() - firstYear) * 12 + day.getMonthValue() - 1;
        }
    }

    /// Months since January of the first year.
    int month(int day) {
        return months[day - first];
    }

    /// Quarters since the first of the first year.
    int quarter(int day) {
        return month(day) / 3;
    }

    /// Years since the first.
    int year(int day) {
        return month(day) / 12;
    }

    /// The first year of the span.
    int firstYear() {
        return firstYear;
    }

    /// The first day of a quarter, which may lie before the span.
    int firstDayOfQuarter(int quarter) {
        return Math.toIntExact(
                LocalDate.of(firstYear + quarter / 4, quarter % 4 * 3 + 1, 1).toEpochDay());
    }

    /// The first day of the span.
    int first() {
        return first;
    }

    /// The last day of the span; the day before the first where it is empty.
    int last() {
        return first + months.length - 1;
    }

    /// `2023-01`, … in order.
    List<String> monthTexts() {
        return texts(12, "%04d-%02d");
    }

    /// `2023Q1`, … in order.
    List<String> quarterTexts() {
        return texts(4, "%04dQ%d");
    }

    /// `2023`, … in order.
    List<String> yearTexts() {
        return texts(1, "%04d");
    }

    private List<String> texts(int perYear, String form) {
        int years = months.length == 0 ? 0 : year(first + months.length - 1) + 1;
        var texts = new ArrayList<String>();
        for (int i = 0; i < years * perYear; i++) {
            texts.add(String.format(java.util.Locale.ROOT, form, firstYear + i / perYear, i % perYear + 1));
        }
        return texts;
    }
}
