package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.web.Formats;

/// The one axis of time that every lane shares. What lies before the chosen period is squeezed to the left of a break
/// that is seen, so that nothing far back is left out.
///
/// @param first the day of the first event of all
/// @param from  first day of the period
/// @param to    last day of the period
public record Axis(LocalDate first, LocalDate from, LocalDate to) {
    static final double LEFT = 150;
    static final double RIGHT = 950;
    static final double WIDTH = 960;
    private static final double SQUEEZED = 130;
    private static final double BREAK = 10;
    private static final int LONG = 36;
    private static final int MIDDLE = 15;
    private static final double ROOM = 46;

    /// Whether something lies before the period.
    boolean broken() {
        return first.isBefore(from);
    }

    /// Where the period begins.
    public double start() {
        return broken() ? LEFT + SQUEEZED + BREAK : LEFT;
    }

    /// Whether a day lies on the axis.
    boolean shows(LocalDate day) {
        return !day.isAfter(to) && !day.isBefore(first);
    }

    /// Where a day lies; a day beyond an end lies on that end.
    double x(LocalDate day) {
        if (day.isBefore(from)) {
            long all = Math.max(1, ChronoUnit.DAYS.between(first, from));
            return round(LEFT + SQUEEZED * Math.clamp(ChronoUnit.DAYS.between(first, day) / (double) all, 0, 1));
        }
        long all = Math.max(1, ChronoUnit.DAYS.between(from, to));
        return round(start() + (RIGHT - start()) * Math.clamp(ChronoUnit.DAYS.between(from, day) / (double) all, 0, 1));
    }

    static double round(double x) {
        return Math.round(x * 10) / 10.0;
    }

    /// A line up through all lanes.
    ///
    /// @param year whether a year begins here
    public record Tick(double x, String text, boolean year) {}

    /// The lines of the axis: years, and between them as many months as there is room for.
    List<Tick> ticks(Formats formats) {
        var ticks = new ArrayList<Tick>();
        if (broken()) {
            double last = LEFT - ROOM;
            for (int year = first.getYear() + 1; year <= from.getYear(); year++) {
                var day = LocalDate.of(year, 1, 1);
                if (day.isBefore(from) && x(day) >= last + ROOM) {
                    last = x(day);
                    ticks.add(new Tick(last, String.valueOf(year), false));
                }
            }
        }
        long months = ChronoUnit.MONTHS.between(from, to);
        int step = months > LONG * 5 ? 60 : months > LONG * 2 ? 12 : months > LONG ? 6 : months > MIDDLE ? 3 : 1;
        double before = -ROOM;
        for (var month = LocalDate.of(from.getYear(), 1, 1); !month.isAfter(to); month = month.plusMonths(step)) {
            boolean year = month.getMonthValue() == 1;
            if (month.isBefore(from) || x(month) - before < ROOM - 12 || x(month) > RIGHT - 20) {
                continue;
            }
            before = x(month);
            ticks.add(new Tick(
                    before, year ? String.valueOf(month.getYear()) : formats.monthShort(YearMonth.from(month)), year));
        }
        return ticks;
    }
}
