package se.varjedag.app.followup.web.bottlenecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Bottleneck;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.StepSum;

/// One step by itself: its days, its queue, the units it ended in and the pathways it belongs to.
///
/// @param seen the step; null where nobody in the selection has one to look at
/// @param wider the same page of the whole country and all pathways; empty where the selection is that already
/// @param back the table that it comes from
public record StepPage(SelectionForm form, @Nullable Seen seen, String wider, String back) {

    private static final int SHOWN = 20;

    /// A step that somebody in the selection has.
    public record Seen(StepView step, Parts units, Parts pathways) {}

    /// A table of parts.
    ///
    /// @param others what is not shown, in words; empty when all is
    public record Parts(Figure figure, List<Row> rows, String others) {

        public Parts {
            rows = List.copyOf(rows);
        }
    }

    /// One part.
    public record Row(String name, String patients, String mean, String overtime, Bar bar) {}

    private record Part(String name, long patients, long days, long overtime) {

        Part plus(Part other) {
            return new Part(name, patients + other.patients, days + other.days, overtime + other.overtime);
        }

        double mean() {
            return (double) days / Math.max(1, patients);
        }
    }

    static StepPage of(Reading reading) {
        var lost = Lost.of(reading);
        var sums = lost.sums();
        return new StepPage(
                SelectionForm.ofFollowUp(reading, List.of()),
                Chosen.ofSomebody(lost, sums)
                        .map(chosen -> new Seen(
                                StepView.of(lost, chosen, sums),
                                units(reading, StepView.seen(lost, chosen)),
                                pathways(reading, chosen, sums)))
                        .orElse(null),
                wider(reading, BottlenecksController.STEP),
                BottlenecksController.FOLDER + reading.selection().query());
    }

    /// The address of a page about a step, with the selection as wide as it can be in the same months.
    static String wider(Reading reading, String page) {
        var query = reading.selection().widened(List.of(StepName.STEP));
        return query.equals(reading.selection().query()) ? "" : page + query;
    }

    List<Figure> figures() {
        if (seen == null) {
            return List.of();
        }
        var figures = new ArrayList<>(seen.step().figures());
        figures.add(seen.units().figure());
        figures.add(seen.pathways().figure());
        return figures;
    }

    private static Parts units(Reading reading, Bottleneck bottleneck) {
        var parts = bottleneck.units().stream()
                .map(unit -> new Part(
                        unit.unit().isEmpty() ? reading.t("step.nounit") : reading.unitName(unit.unit()),
                        unit.patients(),
                        unit.days(),
                        unit.overtimeDays()))
                .toList();
        return parts(reading, "enheter", reading.t("select.by.unit"), parts);
    }

    private static Parts pathways(Reading reading, Chosen chosen, List<StepSum> sums) {
        var parts = sums.stream()
                .filter(sum -> sum.step().equals(chosen.step())
                        && (chosen.row().isEmpty()
                                || sum.key().getLast().equals(chosen.row().get())))
                .collect(Collectors.toMap(
                        StepSum::svf,
                        sum -> new Part(
                                GroupNames.name(reading, GroupKey.SVF, sum.svf()),
                                sum.patients(),
                                sum.days(),
                                sum.overtimeDays()),
                        Part::plus))
                .values()
                .stream()
                .sorted(Comparator.comparingLong(Part::overtime).reversed().thenComparing(Part::name))
                .toList();
        return parts(reading, "vardforlopp", reading.t("column.pathway"), parts);
    }

    private static Parts parts(Reading reading, String id, String head, List<Part> parts) {
        var formats = reading.formats();
        long most = parts.stream().mapToLong(Part::overtime).max().orElse(1);
        var figure = reading.figure(
                id,
                reading.t("step.by." + id),
                null,
                null,
                new Columns<Part>()
                        .words(head, Part::name)
                        .number(reading.t("column.patients"), part -> Cell.of(part.patients()))
                        .number(reading.t("ranked.mean"), part -> new Cell.Amount(part.mean(), 1))
                        .number(reading.t("column.overtime"), part -> Cell.of(part.overtime()))
                        .table("steg-" + id, parts),
                "flaskhalsar",
                List.<Rich>of());
        var rows = parts.stream()
                .limit(SHOWN)
                .map(part -> new Row(
                        part.name(),
                        formats.whole(part.patients()),
                        formats.decimal(part.mean(), 1),
                        formats.whole(part.overtime()),
                        Bar.of(
                                (double) part.overtime(),
                                (double) Math.max(1, most),
                                "var(--late)",
                                formats.whole(part.overtime()))))
                .toList();
        return new Parts(
                figure, rows, parts.size() > SHOWN ? reading.t("step.more", formats.whole(parts.size() - SHOWN)) : "");
    }
}
