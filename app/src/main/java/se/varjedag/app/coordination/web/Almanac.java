package se.varjedag.app.coordination.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.Language;

/// The clock as an almanac: weeks as rows, one cell a day, from the decision to the limit or to the last day used.
/// Weekends are paler and count. Of a clock longer than [#MOST_WEEKS] the last of them are drawn.
///
/// @param heads the days of the week, with where they stand
/// @param said the whole in words
public record Almanac(int width, int height, List<Mark> heads, List<Mark> weeks, List<Cell> cells, String said) {
    static final int MOST_WEEKS = 12;

    private static final int SIDE = 37;
    private static final int LEFT = 34;
    private static final int TOP = 20;
    private static final int GAP = 2;
    private static final int DAYS = 7;
    private static final int DOT = 28;

    public Almanac {
        heads = List.copyOf(heads);
        weeks = List.copyOf(weeks);
        cells = List.copyOf(cells);
    }

    /// A word and where it stands.
    public record Mark(int x, int y, String text) {}

    /// One day.
    ///
    /// @param kind `used`, `over`, `today`, `left` or `outside`
    /// @param point whether a point was reached on it
    /// @param planned whether something is booked on it
    public record Cell(
            int x,
            int y,
            int textX,
            int textY,
            int dotY,
            String day,
            String kind,
            boolean weekend,
            boolean point,
            boolean planned,
            boolean limit) {}

    static Almanac of(PathwayClock clock, Set<LocalDate> booked, boolean open, Texts texts) {
        var end = clock.limitDay().filter(limit -> limit.isAfter(clock.day())).orElse(clock.day());
        var last = end.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var first = clock.start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (ChronoUnit.WEEKS.between(first, last) >= MOST_WEEKS) {
            first = last.minusWeeks(MOST_WEEKS).plusDays(1);
        }
        var reached = clock.reached().stream().map(PathwayClock.Reached::day).collect(Collectors.toSet());
        var cells = new ArrayList<Cell>();
        var weeks = new ArrayList<Mark>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            int row = (int) ChronoUnit.WEEKS.between(first, day);
            int column = day.getDayOfWeek().getValue() - 1;
            int x = LEFT + column * SIDE;
            int y = TOP + row * (SIDE + GAP);
            if (column == 0) {
                weeks.add(new Mark(0, y + SIDE / 2 + 5, String.valueOf(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))));
            }
            cells.add(new Cell(
                    x + 1,
                    y,
                    x + SIDE / 2,
                    y + SIDE / 2 - 2,
                    y + DOT,
                    String.valueOf(day.getDayOfMonth()),
                    kind(day, clock, open),
                    column > 4,
                    reached.contains(day) && !day.isAfter(clock.day()),
                    booked.contains(day),
                    clock.limitDay().filter(day::equals).isPresent()));
        }
        return new Almanac(
                LEFT + DAYS * SIDE,
                TOP + weeks.size() * (SIDE + GAP),
                heads(texts.language()),
                weeks,
                cells,
                said(clock, texts));
    }

    private static String kind(LocalDate day, PathwayClock clock, boolean open) {
        if (day.equals(clock.day())) {
            return open ? "today" : "used";
        }
        if (day.isBefore(clock.start())) {
            return "outside";
        }
        boolean past = clock.limitDay().filter(day::isAfter).isPresent();
        if (day.isBefore(clock.day())) {
            return past ? "over" : "used";
        }
        return clock.limitDay().isPresent() && !past ? "left" : "outside";
    }

    private static List<Mark> heads(Language language) {
        var locale = language == Language.SV ? Locale.of("sv", "SE") : Locale.UK;
        var all = new ArrayList<Mark>();
        for (var day : DayOfWeek.values()) {
            all.add(new Mark(
                    LEFT + (day.getValue() - 1) * SIDE + SIDE / 2,
                    12,
                    day.getDisplayName(TextStyle.SHORT, locale).substring(0, 2)));
        }
        return all;
    }

    private static String said(PathwayClock clock, Texts texts) {
        var days = texts.formats().days(clock.used());
        return clock.limitDay()
                .map(limit -> texts.text(
                        "path.almanac",
                        days,
                        clock.limit().orElse(0),
                        texts.formats().date(limit)))
                .orElseGet(() -> texts.text("path.almanac.nolimit", days));
    }
}
