package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The months, quarters and years of a span of days, looked up by epoch day.
final class Calendar {
    private final int first;
    private final int firstYear;
    private final short[] months;

    Calendar(int firstDay, int lastDay) {
        first = firstDay;
        firstYear = LocalDate.ofEpochDay(firstDay).getYear();
        months = new short[Math.max(0, lastDay - firstDay + 1)];
        for (int i = 0; i < months.length; i++) {
            var day = LocalDate.ofEpochDay((long) firstDay + i);
            months[i] = (short) ((day.getYear() - firstYear) * 12 + day.getMonthValue() - 1);
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
