package se.varjedag.app.followup.web.bottlenecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;

/// The steps by the patient-days they took, each a way to its own page.
///
/// @param sums the other steps, what cannot be placed, and the sum
public record RankedView(Figure figure, List<Row> rows, List<Sum> sums) {

    private static final int SHOWN = 15;

    public RankedView {
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
    }

    /// One step.
    ///
    /// @param whatIf Tänk om with the step at its allowance; null where it cost no overtime, or has not ended
    public record Row(
            String step,
            String path,
            String patients,
            String days,
            Bar bar,
            String mean,
            String overtime,
            String share,
            @Nullable String whatIf,
            String whatIfName) {}

    /// One line under the steps.
    public record Sum(String name, String days, String overtime) {}

    private record Line(Step step, long days, long overtime, long patients) {
        Line plus(Line other) {
            return new Line(step, days + other.days, overtime + other.overtime, patients + other.patients);
        }

        double mean() {
            return (double) days / Math.max(1, patients);
        }
    }

    static RankedView of(Lost lost, List<StepSum> sums) {
        var reading = lost.reading();
        var formats = reading.formats();
        var bySteps = new HashMap<Step, Line>();
        sums.forEach(sum -> bySteps.merge(
                sum.step(), new Line(sum.step(), sum.days(), sum.overtimeDays(), sum.patients()), Line::plus));
        var notPlaced = bySteps.remove(new Step.NotMeasured());
        var lines = bySteps.values().stream()
                .sorted(Comparator.comparingLong(Line::days).reversed().thenComparing(Line::step, CareOrder.OF_STEPS))
                .toList();
        long rest = notPlaced == null ? 0 : notPlaced.overtime();
        long allDays = lines.stream().mapToLong(Line::days).sum();
        long allOvertime = rest + lines.stream().mapToLong(Line::overtime).sum();
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
            rows.add(row(lost, line, lines.getFirst().days(), allDays, allOvertime));
        }
        var under = new ArrayList<Sum>();
        if (lines.size() > SHOWN) {
            var others = lines.subList(SHOWN, lines.size());
            under.add(new Sum(
                    reading.t("steps.others", formats.whole(others.size())),
                    formats.whole(others.stream().mapToLong(Line::days).sum()),
                    formats.whole(others.stream().mapToLong(Line::overtime).sum())));
        }
        under.add(new Sum(reading.t("steps.notplaced"), "", formats.whole(rest)));
        under.add(new Sum(reading.t("sum"), formats.whole(allDays), formats.whole(allOvertime)));
        var figure = reading.figure(
                "patientdagar",
                reading.t("ranked.question"),
                reading.t("ranked.selected"),
                null,
                columns(reading).table("patientdagar", withRest(lines, notPlaced)),
                "flaskhalsar",
                List.of(Rich.of(reading.t("ranked.foot"))));
        return new RankedView(figure, rows, under);
    }

    private static List<Line> withRest(List<Line> lines, @Nullable Line rest) {
        var all = new ArrayList<>(lines);
        if (rest != null) {
            all.add(rest);
        }
        return all;
    }

    private static Columns<Line> columns(Reading reading) {
        return new Columns<Line>()
                .words(reading.t("column.step"), line -> StepNames.of(line.step(), reading.texts()))
                .number(reading.t("column.patients"), line -> placed(line, Cell.of(line.patients())))
                .number(reading.t("ranked.days"), line -> placed(line, Cell.of(line.days())))
                .number(reading.t("ranked.mean"), line -> placed(line, new Cell.Amount(line.mean(), 1)))
                .number(reading.t("column.overtime"), line -> Cell.of(line.overtime()));
    }

    /// What cannot be placed has overtime days, and no days of its own.
    private static Cell placed(Line line, Cell cell) {
        return line.step() instanceof Step.NotMeasured ? new Cell.Missing("") : cell;
    }

    private static Row row(Lost lost, Line line, long longest, long allDays, long allOvertime) {
        var reading = lost.reading();
        var formats = reading.formats();
        return new Row(
                StepNames.of(line.step(), reading.texts()),
                BottlenecksController.STEP
                        + reading.selection().with(Map.of(StepName.STEP, StepName.of(line.step()), StepName.ROW, "")),
                formats.whole(line.patients()),
                formats.whole(line.days()),
                Bar.of(
                        (double) line.days(),
                        (double) Math.max(1, longest),
                        "var(--data)",
                        reading.t("ranked.bar", formats.percent((double) line.days() / Math.max(1, allDays), 1))),
                formats.decimal(line.mean(), 1),
                formats.whole(line.overtime()),
                formats.percent((double) line.overtime() / Math.max(1, allOvertime), 1),
                line.overtime() > 0 && line.step() instanceof Step.Between between
                        ? Chosen.whatIf(lost, between, Optional.empty())
                        : null,
                reading.t("step.whatif.name", StepNames.of(line.step(), reading.texts())));
    }
}
