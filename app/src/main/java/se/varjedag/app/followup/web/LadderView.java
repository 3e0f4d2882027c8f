package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Step;

/// Which steps took the days: each bar begins where the one above ended, because means add up.
///
/// @param ticks the axis at the head
/// @param limit where the limit stands on the axis; null without one
public record LadderView(
        Figure figure,
        List<Rung> rungs,
        List<Tick> ticks,
        @Nullable String limit,
        String limitWords,
        String notPlaced,
        String meanSum,
        String overtimeSum,
        boolean empty) {

    private static final double SMALL = 0.025;

    public LadderView {
        rungs = List.copyOf(rungs);
        ticks = List.copyOf(ticks);
    }

    /// One step.
    ///
    /// @param over where its hatched part begins; null when it keeps its allowance or has none
    /// @param end  where the next one begins
    public record Rung(
            String step,
            String label,
            String from,
            String width,
            @Nullable String over,
            String overWidth,
            String end,
            String days,
            String allowance,
            String overtime,
            Bar bar) {}

    /// One number of the axis.
    public record Tick(String at, String words, String anchor) {}

    private record Sum(Step.Between step, long days, long overtime, long patients) {

        Sum plus(long moreDays, long moreOvertime, long morePatients) {
            return new Sum(step, days + moreDays, overtime + moreOvertime, patients + morePatients);
        }

        double own() {
            return (double) days / Math.max(1, patients);
        }
    }

    static LadderView of(Reading reading, PathwayDefinition definition, Treated treated) {
        var formats = reading.formats();
        var selection = reading.selection();
        var question = selection
                .question(selection.from(), selection.to())
                .by(GroupKey.TREATMENT)
                .build();
        var sums = new TreeMap<Step.Between, Sum>(Comparator.<Step.Between, MeasuringPoint>comparing(
                        Step.Between::from, Comparator.comparingInt(LadderView::order))
                .thenComparing(Step.Between::to, Comparator.comparingInt(LadderView::order)));
        long notPlaced = 0;
        for (var sum : reading.basis().steps(question)) {
            if (sum.key().getFirst().isEmpty()) {
                continue;
            }
            if (sum.step() instanceof Step.Between between) {
                sums.merge(
                        between,
                        new Sum(between, sum.days(), sum.overtimeDays(), sum.patients()),
                        (one, other) -> one.plus(other.days(), other.overtime(), other.patients()));
            } else if (sum.step() instanceof Step.NotMeasured) {
                notPlaced += sum.overtimeDays();
            }
        }
        long n = Math.max(1, treated.all().size());
        long allDays = sums.values().stream().mapToLong(Sum::days).sum();
        long overtime =
                notPlaced + sums.values().stream().mapToLong(Sum::overtime).sum();
        double mean = (double) allDays / n;
        int limit = limit(treated);
        double scale = scale(Math.max(mean, limit));
        var rungs = rungs(reading, definition, sums, n, scale);
        var figure = reading.figure(
                "steg",
                reading.t("ladder.question"),
                reading.t("ladder.selected"),
                null,
                table(reading, definition, sums.values(), n, notPlaced),
                "flaskhalsar",
                foot(reading, treated, notPlaced));
        return new LadderView(
                figure,
                rungs,
                ticks(scale, limit),
                limit < 0 ? null : Bar.length(limit, scale),
                limit < 0 ? reading.t("unknown.limit") : reading.t("ladder.limit", limit),
                formats.whole(notPlaced),
                formats.decimal(mean, 1),
                formats.whole(overtime),
                treated.all().isEmpty());
    }

    private static int order(MeasuringPoint point) {
        return switch (point) {
            case SUSPECTED -> 0;
            case SUSPICION -> 1;
            case REFERRAL_RECEIVED -> 2;
            case FIRST_VISIT -> 3;
            case IMAGING_REFERRAL -> 4;
            case IMAGING_PERFORMED -> 5;
            case IMAGING_REPORTED -> 6;
            case DIAGNOSTIC_SURGERY -> 7;
            case SPECIMEN_TAKEN -> 8;
            case SPECIMEN_RECEIVED -> 9;
            case PATHOLOGY_REPORTED -> 10;
            case MDT -> 11;
            case INFORMED -> 12;
            case DECISION -> 13;
            case TREATMENT -> 14;
        };
    }

    private static List<Rung> rungs(
            Reading reading, PathwayDefinition definition, TreeMap<Step.Between, Sum> sums, long n, double scale) {
        var formats = reading.formats();
        long all = sums.values().stream().mapToLong(Sum::days).sum();
        long worst = sums.values().stream().mapToLong(Sum::overtime).max().orElse(1);
        var rungs = new ArrayList<Rung>();
        double from = 0;
        double restDays = 0;
        long restOvertime = 0;
        for (var sum : sums.values()) {
            if (sum.days() < SMALL * all && sum.overtime() < 2 * SMALL * worst) {
                restDays += (double) sum.days() / n;
                restOvertime += sum.overtime();
                continue;
            }
            double days = (double) sum.days() / n;
            var allowed = allowance(definition, sum.step(), reading.selection());
            double overShare =
                    allowed.isEmpty() || sum.own() <= 0 ? 0 : Math.max(0, sum.own() - allowed.getAsInt()) / sum.own();
            rungs.add(rung(
                    reading,
                    StepNames.of(sum.step(), reading.texts()),
                    from,
                    days,
                    overShare * days,
                    allowed.isEmpty() ? Formats.NONE : formats.whole(allowed.getAsInt()),
                    sum.overtime(),
                    worst,
                    scale));
            from += days;
        }
        if (restDays > 0 || restOvertime > 0) {
            rungs.add(rung(
                    reading, reading.t("ladder.others"), from, restDays, 0, Formats.NONE, restOvertime, worst, scale));
        }
        return rungs;
    }

    private static Rung rung(
            Reading reading,
            String name,
            double from,
            double days,
            double over,
            String allowance,
            long overtime,
            long worst,
            double scale) {
        var formats = reading.formats();
        return new Rung(
                name,
                reading.t("ladder.rung", formats.decimal(from, 1), formats.decimal(from + days, 1)),
                Bar.length(from, scale),
                Bar.length(days - over, scale),
                over > 0 ? Bar.length(from + days - over, scale) : null,
                Bar.length(over, scale),
                Bar.length(from + days, scale),
                formats.decimal(days, 1),
                allowance,
                formats.whole(overtime),
                Bar.of((double) overtime, (double) Math.max(1, worst), "var(--late)", formats.whole(overtime)));
    }

    private static OptionalInt allowance(PathwayDefinition definition, Step.Between step, Selection selection) {
        return definition.allowances().stream()
                .filter(one -> one.measured()
                        && one.validOn(Treated.day(selection))
                        && one.from().filter(step.from()::equals).isPresent()
                        && one.to().filter(step.to()::equals).isPresent())
                .map(one -> one.days())
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /// The limit that most have, or -1.
    private static int limit(Treated treated) {
        var counts = new TreeMap<Integer, Integer>();
        treated.all().forEach(one -> counts.merge(one.limit(), 1, Integer::sum));
        int best = -1;
        int most = 0;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() >= most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    private static double scale(double longest) {
        return 7 * Math.ceil(Math.max(14, longest * 1.03) / 7);
    }

    private static List<Tick> ticks(double scale, int limit) {
        int step = scale > 84 ? 14 : 7;
        var ticks = new ArrayList<Tick>();
        for (int day = 0; day <= scale; day += step) {
            if (limit < 0 || Math.abs(day - limit) > scale * 0.12 || day == 0) {
                ticks.add(new Tick(Bar.length(day, scale), String.valueOf(day), day == 0 ? "start" : "middle"));
            }
        }
        return ticks;
    }

    private static DataTable table(
            Reading reading, PathwayDefinition definition, Iterable<Sum> sums, long n, long notPlaced) {
        var rows = new ArrayList<List<Cell>>();
        for (var sum : sums) {
            var allowed = allowance(definition, sum.step(), reading.selection());
            rows.add(List.of(
                    Cell.of(StepNames.of(sum.step(), reading.texts())),
                    Cell.of(sum.patients()),
                    new Cell.Amount((double) sum.days() / n, 1),
                    new Cell.Amount(sum.own(), 1),
                    allowed.isPresent() ? Cell.of((long) allowed.getAsInt()) : new Cell.Missing(Formats.NONE),
                    Cell.of(sum.overtime())));
        }
        rows.add(List.of(
                Cell.of(reading.t("steps.notplaced")),
                new Cell.Missing(""),
                new Cell.Missing(""),
                new Cell.Missing(""),
                new Cell.Missing(""),
                Cell.of(notPlaced)));
        return new DataTable(
                "steg",
                List.of(
                        DataTable.Column.words(reading.t("column.step")),
                        DataTable.Column.number(reading.t("column.patients")),
                        DataTable.Column.number(reading.t("column.mean.all")),
                        DataTable.Column.number(reading.t("column.mean.own")),
                        DataTable.Column.number(reading.t("column.allowance")),
                        DataTable.Column.number(reading.t("column.overtime"))),
                rows);
    }

    private static List<Rich> foot(Reading reading, Treated treated, long notPlaced) {
        var formats = reading.formats();
        return List.of(
                Rich.of(reading.t("ladder.n", formats.whole(treated.all().size()))),
                Rich.of(reading.t("ladder.notplaced", formats.whole(notPlaced))));
    }
}
