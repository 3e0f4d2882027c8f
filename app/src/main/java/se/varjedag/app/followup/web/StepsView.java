package se.varjedag.app.followup.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Step;

/// Where the days went: the worst steps, the others, and what cannot be placed, adding up to the overtime days of the
/// month.
///
/// @param rows the worst steps
/// @param sums the others, what cannot be placed, and the sum
/// @param changeHead what the change is held against
public record StepsView(Figure figure, List<Row> rows, List<Sum> sums, String changeHead, boolean empty) {

    private static final int WORST = 7;
    private static final double NOTABLE = 0.025;
    private static final long FEWEST_TO_COMPARE = 100;

    public StepsView {
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
    }

    /// One step of one pathway.
    ///
    /// @param tone `won`, `lost` or `quiet`
    public record Row(String step, String pathway, String path, String days, Bar bar, String change, String tone) {}

    /// One line under the steps.
    public record Sum(String name, String days) {}

    /// A step of a pathway.
    record Place(String svf, Step step) {}

    /// The overtime days of those treated in these months, by step and pathway, the most first. Those who wait are not
    /// among them: what they have lost stands with the waiting.
    static Map<Place, Long> overtime(Reading reading, YearMonth from, YearMonth to) {
        var places = new LinkedHashMap<Place, Long>();
        var question =
                reading.selection().question(from, to).by(GroupKey.TREATMENT).build();
        for (var sum : reading.basis().steps(question)) {
            if (!sum.key().getFirst().isEmpty() && sum.overtimeDays() > 0) {
                places.merge(new Place(sum.svf(), sum.step()), sum.overtimeDays(), Long::sum);
            }
        }
        return places;
    }

    static StepsView of(Reading reading) {
        var to = reading.selection().to();
        var formats = reading.formats();
        var now = overtime(reading, to, to);
        var before = overtime(reading, to.minusYears(1), to.minusYears(1));
        var placed = now.entrySet().stream()
                .filter(entry -> !(entry.getKey().step() instanceof Step.NotMeasured))
                .sorted(Map.Entry.<Place, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        long total = now.values().stream().mapToLong(Long::longValue).sum();
        long measured = placed.stream().mapToLong(Map.Entry::getValue).sum();
        long worst = placed.isEmpty() ? 1 : placed.getFirst().getValue();
        var rows = new ArrayList<Row>();
        long shown = 0;
        for (var entry : placed.subList(0, Math.min(WORST, placed.size()))) {
            rows.add(row(reading, entry.getKey(), entry.getValue(), worst, before.get(entry.getKey()), total));
            shown += entry.getValue();
        }
        var sums = new ArrayList<Sum>();
        if (placed.size() > rows.size()) {
            sums.add(new Sum(
                    reading.t("steps.others", formats.whole(placed.size() - rows.size())),
                    formats.whole(measured - shown)));
        }
        sums.add(new Sum(reading.t("steps.notplaced"), formats.whole(total - measured)));
        sums.add(new Sum(reading.t("sum"), formats.whole(total)));
        var figure = reading.figure(
                "steg",
                reading.t("steps.question"),
                reading.t("steps.selected", formats.month(to)),
                null,
                table(reading, placed, total - measured),
                "flaskhalsar",
                List.of(Rich.of(reading.t("steps.foot"))));
        return new StepsView(
                figure, rows, sums, reading.t("steps.change", formats.monthShort(to), to.getYear() - 1), total == 0);
    }

    private static Row row(Reading reading, Place place, long days, long worst, @Nullable Long before, long total) {
        var formats = reading.formats();
        var change = before == null || before < FEWEST_TO_COMPARE ? Double.NaN : (double) (days - before) / before;
        var tone = Double.isNaN(change) || Math.abs(change) < NOTABLE ? "quiet" : change < 0 ? "won" : "lost";
        var share = formats.percent((double) days / Math.max(1, total), 1);
        return new Row(
                StepNames.of(place.step(), reading.texts()),
                pathwayName(reading, place.svf()),
                "/vardforlopp/" + place.svf() + reading.selection().query(),
                formats.whole(days),
                Bar.of((double) days, (double) worst, "var(--late)", reading.t("steps.bar", share)),
                Double.isNaN(change) ? Formats.NONE : formats.change(change),
                tone);
    }

    private static String pathwayName(Reading reading, String svf) {
        return reading.basis()
                .definitions()
                .byId(svf)
                .map(one -> one.name(reading.texts().language()))
                .orElse(svf);
    }

    private static DataTable table(Reading reading, List<Map.Entry<Place, Long>> placed, long notPlaced) {
        var rows = new ArrayList<List<Cell>>();
        for (var entry : placed) {
            rows.add(List.of(
                    Cell.of(StepNames.of(entry.getKey().step(), reading.texts())),
                    Cell.of(pathwayName(reading, entry.getKey().svf())),
                    Cell.of(entry.getValue())));
        }
        rows.add(List.of(Cell.of(reading.t("steps.notplaced")), Cell.of(""), Cell.of(notPlaced)));
        return new DataTable(
                "steg",
                List.of(
                        DataTable.Column.words(reading.t("column.step")),
                        DataTable.Column.words(reading.t("column.pathway")),
                        DataTable.Column.number(reading.t("column.overtime"))),
                rows);
    }
}
