package se.varjedag.app.strategy.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.strategy.web.PlanWords.Row;
import se.varjedag.app.web.Texts;

/// Activities along the days of a plan: a table whose last column is drawn, so that what is seen is also read.
///
/// @param today where today lies, in per cent of the width; empty when outside
public record Timeline(List<Tick> ticks, String today, List<Line> lines, int undated) {
    private static final int MOST_TICKS = 6;
    private static final double WHOLE = 100;
    private static final int DECIMALS = 2;

    public Timeline {
        ticks = List.copyOf(ticks);
        lines = List.copyOf(lines);
    }

    /// The first day of a month, with its place in per cent.
    public record Tick(String at, String text) {}

    /// An activity with its stretch in per cent.
    ///
    /// @param fill  the colour of the stretch
    /// @param words the stretch for whom it cannot be seen
    public record Line(Row row, String x, String width, String fill, boolean hatched, String words) {}

    static Timeline of(Opened opened, List<Activity> chosen, LocalDate today, Texts texts) {
        var dated = chosen.stream()
                .filter(one -> one.content().from().or(one.content()::to).isPresent())
                .toList();
        var first = earliest(opened, dated);
        var last = latest(opened, dated);
        var lines = new ArrayList<Line>();
        for (var one : dated) {
            var row = opened.words().row(one);
            var from = one.content().from().orElse(first);
            var to = one.content().to().orElse(last);
            var at = share(first, last, from);
            lines.add(new Line(
                    row,
                    written(at),
                    written(Math.max(1, share(first, last, to.plusDays(1)) - at)),
                    fill(row.on()),
                    row.on() == Status.LATE,
                    row.period() + ", " + row.status()));
        }
        boolean inside = !today.isBefore(first) && !today.isAfter(last);
        return new Timeline(
                ticks(first, last, texts),
                inside ? written(share(first, last, today)) : "",
                lines,
                chosen.size() - dated.size());
    }

    private static LocalDate earliest(Opened opened, List<Activity> dated) {
        return Stream.concat(
                        Stream.of(opened.plan().from()),
                        dated.stream().map(one -> one.content().from()).flatMap(Optional::stream))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate latest(Opened opened, List<Activity> dated) {
        return Stream.concat(
                        Stream.of(opened.plan().to()),
                        dated.stream().map(one -> one.content().to()).flatMap(Optional::stream))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static List<Tick> ticks(LocalDate first, LocalDate last, Texts texts) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
        long step = months <= MOST_TICKS * 2L ? 2 : months <= MOST_TICKS * 6L ? 6 : 12;
        var ticks = new ArrayList<Tick>();
        for (var month = YearMonth.of(first.getYear(), 1);
                !month.atDay(1).isAfter(last);
                month = month.plusMonths(step)) {
            if (!month.atDay(1).isBefore(first)) {
                ticks.add(new Tick(
                        written(share(first, last, month.atDay(1))),
                        month.getMonthValue() == 1
                                ? String.valueOf(month.getYear())
                                : texts.formats().monthShort(month)));
            }
        }
        return ticks;
    }

    private static double share(LocalDate first, LocalDate last, LocalDate day) {
        return WHOLE * ChronoUnit.DAYS.between(first, day) / (double) (ChronoUnit.DAYS.between(first, last) + 1);
    }

    private static String written(double share) {
        return String.format(Locale.ROOT, "%." + DECIMALS + "f%%", share);
    }

    private static String fill(Status status) {
        return switch (status) {
            case DONE -> "var(--better)";
            case LATE -> "url(#hatch)";
            case UNDER_WAY -> "var(--accent)";
            case PLANNED, UNKNOWN -> "var(--data-2)";
            case PAUSED, DROPPED -> "var(--data-3)";
        };
    }
}
