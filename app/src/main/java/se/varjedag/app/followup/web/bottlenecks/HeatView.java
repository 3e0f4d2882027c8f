package se.varjedag.app.followup.web.bottlenecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;

/// Which step took the days, and where: a number in every cell, the stronger its colour the more days, and sums that
/// hold to the last day.
///
/// @param heads  what stands over the steps
/// @param totals the sums under them, in days
/// @param hundred whether the cells hold days per 100 who began treatment
public record HeatView(
        Figure figure,
        String rowHead,
        List<String> heads,
        List<Row> rows,
        List<String> totals,
        String sum,
        boolean hundred,
        List<HeatScale.Level> legend,
        List<Choices> choices,
        boolean empty) {

    static final String SHOWN = "visa";
    private static final String DAYS = "dagar";
    private static final char SOFT_HYPHEN = '\u00ad';
    private static final int COLUMNS = 8;
    private static final int MOST_ROWS = 31;

    public HeatView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        legend = List.copyOf(legend);
        choices = List.copyOf(choices);
    }

    /// One row.
    ///
    /// @param path narrows the page to it; null where that says nothing
    /// @param kind `own` for the reader's own region
    public record Row(
            String name,
            @Nullable String path,
            @Nullable String kind,
            List<HeatCell> cells,
            String perHundred,
            String days) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One cell.
    ///
    /// @param level from 0, unfilled, to 5
    /// @param path  opens the step; null where there is none to open
    public record HeatCell(
            String number,
            int level,
            @Nullable String path,
            @Nullable String label,
            boolean chosen) {}

    /// Some links, one of which is the current.
    public record Choices(String name, List<Choice> links) {

        public Choices {
            links = List.copyOf(links);
        }
    }

    /// One link.
    public record Choice(String words, String path, boolean current) {}

    /// A row while it is put together.
    private record Line(String key, String name, Map<Step, Long> steps, long total, long withLimit) {

        double shown(long days, boolean hundred) {
            return hundred ? 100.0 * days / Math.max(1, withLimit) : days;
        }
    }

    static HeatView of(Reading reading, Lost lost, List<StepSum> sums, Optional<Chosen> chosen) {
        var formats = reading.formats();
        var rows = Lost.overtime(sums);
        var columns = columns(rows);
        var lines = lines(lost, rows);
        boolean hundred = lost.by() != GroupKey.UNIT
                && reading.selection().own(SHOWN).filter(DAYS::equals).isEmpty();
        var scale = scale(lines, columns, hundred);
        var shown = new ArrayList<Row>();
        for (var line : lines.subList(0, Math.min(MOST_ROWS, lines.size()))) {
            shown.add(row(lost, line, columns, hundred, scale, chosen));
        }
        if (lines.size() > MOST_ROWS) {
            shown.add(others(lost, lines.subList(MOST_ROWS, lines.size()), columns));
        }
        var heads = new ArrayList<>(
                columns.stream().map(step -> broken(reading, step)).toList());
        heads.addAll(
                lost.waiting()
                        ? List.of(reading.t("heat.others"), reading.t("heat.waiting"), reading.t("heat.notplaced"))
                        : List.of(reading.t("heat.others"), reading.t("heat.notplaced")));
        var totals =
                cells(lost, sum(lines), columns).stream().map(formats::whole).toList();
        long all = lines.stream().mapToLong(Line::total).sum();
        var figure = reading.figure(
                "steg",
                reading.t("heat.question." + lost.by().key()),
                reading.t(hundred ? "heat.selected.hundred" : "heat.selected.days"),
                null,
                table(lost, lines),
                "flaskhalsar",
                foot(lost, lines, all));
        return new HeatView(
                figure,
                GroupNames.head(reading, lost.by()),
                heads,
                shown,
                totals,
                formats.whole(all),
                hundred,
                scale.legend(reading),
                choices(reading, lost, hundred),
                lines.isEmpty());
    }

    /// The steps that cost most, in the order of care.
    private static List<Step> columns(Map<String, Map<Step, Long>> rows) {
        var totals = new HashMap<Step, Long>();
        rows.values()
                .forEach(row -> row.forEach((step, days) -> {
                    if (step instanceof Step.Between) {
                        totals.merge(step, days, Long::sum);
                    }
                }));
        return totals.entrySet().stream()
                .sorted(Map.Entry.<Step, Long>comparingByValue().reversed())
                .limit(COLUMNS)
                .map(Map.Entry::getKey)
                .sorted(CareOrder.OF_STEPS)
                .toList();
    }

    private static List<Line> lines(Lost lost, Map<String, Map<Step, Long>> rows) {
        var withLimit = new HashMap<String, Long>();
        if (lost.by() != GroupKey.UNIT) {
            lost.reading()
                    .basis()
                    .answer(lost.question().by(lost.by()).build())
                    .groups()
                    .forEach(group -> withLimit.put(group.key().getFirst(), group.withLimit()));
        }
        return rows.entrySet().stream()
                .map(row -> new Line(
                        row.getKey(),
                        name(lost, row.getKey()),
                        row.getValue(),
                        row.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        withLimit.getOrDefault(row.getKey(), 0L)))
                .sorted(Comparator.comparingLong(Line::total).reversed().thenComparing(Line::name))
                .toList();
    }

    private static String name(Lost lost, String key) {
        return lost.by() == GroupKey.UNIT && key.isEmpty()
                ? lost.reading().t("heat.nounit")
                : GroupNames.name(lost.reading(), lost.by(), key);
    }

    /// The days of the columns, of the other steps, where they are counted of those in the middle of one, and those
    /// that cannot be placed.
    private static List<Long> cells(Lost lost, Map<Step, Long> steps, List<Step> columns) {
        var cells = new ArrayList<Long>();
        long others = 0;
        long waiting = 0;
        for (var entry : steps.entrySet()) {
            switch (entry.getKey()) {
                case Step.Between between -> others += columns.contains(between) ? 0 : entry.getValue();
                case Step.WaitingAfter _ -> waiting += entry.getValue();
                case Step.NotMeasured() -> {}
            }
        }
        columns.forEach(step -> cells.add(steps.getOrDefault(step, 0L)));
        cells.add(others);
        if (lost.waiting()) {
            cells.add(waiting);
        }
        cells.add(steps.getOrDefault(new Step.NotMeasured(), 0L));
        return cells;
    }

    private static Map<Step, Long> sum(List<Line> lines) {
        var sum = new HashMap<Step, Long>();
        lines.forEach(line -> line.steps().forEach((step, days) -> sum.merge(step, days, Long::sum)));
        return sum;
    }

    private static Row row(
            Lost lost, Line line, List<Step> columns, boolean hundred, HeatScale scale, Optional<Chosen> chosen) {
        var reading = lost.reading();
        var formats = reading.formats();
        var days = cells(lost, line.steps(), columns);
        var cells = new ArrayList<HeatCell>();
        boolean few = hundred && line.withLimit() == 0;
        for (int i = 0; i < days.size(); i++) {
            double value = line.shown(days.get(i), hundred);
            var number = few ? Formats.NONE : formats.decimal(value, 0);
            int level = i < columns.size() && !few ? scale.level(value) : 0;
            if (i < columns.size() && days.get(i) > 0) {
                var step = columns.get(i);
                cells.add(new HeatCell(
                        number,
                        level,
                        reading.folder() + Chosen.query(reading.selection(), step, line.key()) + "#steget",
                        reading.t(
                                "heat.cell",
                                StepNames.of(step, reading.texts()),
                                line.name(),
                                formats.whole(days.get(i))),
                        chosen.filter(one -> one.is(step, line.key())).isPresent()));
            } else {
                cells.add(new HeatCell(number, level, null, null, false));
            }
        }
        return new Row(
                line.name(),
                line.key().isEmpty()
                        ? null
                        : reading.folder() + reading.selection().with(lost.by().key(), line.key()),
                lost.by() == GroupKey.REGION
                                && !line.key().isEmpty()
                                && line.key().equals(reading.ownRegion())
                        ? "own"
                        : null,
                cells,
                few ? Formats.NONE : formats.decimal(line.shown(line.total(), true), 0),
                formats.whole(line.total()));
    }

    private static Row others(Lost lost, List<Line> rest, List<Step> columns) {
        var formats = lost.reading().formats();
        var cells = cells(lost, sum(rest), columns).stream()
                .map(days -> new HeatCell(formats.whole(days), 0, null, null, false))
                .toList();
        return new Row(
                lost.reading().t("heat.otherrows", formats.whole(rest.size())),
                null,
                null,
                cells,
                Formats.NONE,
                formats.whole(rest.stream().mapToLong(Line::total).sum()));
    }

    private static HeatScale scale(List<Line> lines, List<Step> columns, boolean hundred) {
        return HeatScale.upTo(lines.stream()
                .filter(line -> !hundred || line.withLimit() >= Chosen.FEWEST_TO_COMPARE)
                .flatMap(line ->
                        columns.stream().map(step -> line.shown(line.steps().getOrDefault(step, 0L), hundred)))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0));
    }

    private static List<Choices> choices(Reading reading, Lost lost, boolean hundred) {
        var selection = reading.selection();
        var all = new ArrayList<Choices>();
        all.add(new Choices(
                reading.t("heat.rows"),
                Lost.ROWS.stream()
                        .map(key -> new Choice(
                                reading.t("heat.rows." + key.key()),
                                reading.folder() + Chosen.without(selection, "by", key.key()),
                                key == lost.by()))
                        .toList()));
        if (lost.by() != GroupKey.UNIT) {
            all.add(new Choices(
                    reading.t("heat.cells"),
                    List.of(
                            new Choice(
                                    reading.t("heat.hundred"), reading.folder() + selection.with(SHOWN, ""), hundred),
                            new Choice(
                                    reading.t("heat.days"),
                                    reading.folder() + selection.with(SHOWN, DAYS),
                                    !hundred))));
        }
        all.add(new Choices(
                reading.t("heat.whose"),
                List.of(
                        new Choice(
                                reading.t("heat.started"),
                                reading.folder() + selection.with(Lost.WHOSE, ""),
                                !lost.waiting()),
                        new Choice(
                                reading.t("heat.everybody"),
                                reading.folder() + selection.with(Lost.WHOSE, Lost.EVERYBODY),
                                lost.waiting()))));
        return all;
    }

    /// The name of a step with places where its long words may be broken, for a column is narrow.
    private static String broken(Reading reading, Step step) {
        var name = StepNames.of(step, reading.texts());
        for (var word : reading.t("heat.breaks").split(",", -1)) {
            name = name.replace(word.replace("-", ""), word.replace('-', SOFT_HYPHEN));
        }
        return name;
    }

    private static DataTable table(Lost lost, List<Line> lines) {
        var reading = lost.reading();
        var steps = sum(lines).keySet().stream()
                .filter(step -> !(step instanceof Step.NotMeasured))
                .sorted(CareOrder.OF_STEPS)
                .toList();
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.words(GroupNames.head(reading, lost.by())));
        steps.forEach(step -> columns.add(DataTable.Column.number(StepNames.of(step, reading.texts()))));
        columns.add(DataTable.Column.number(reading.t("heat.notplaced")));
        columns.add(DataTable.Column.number(reading.t("column.overtime")));
        columns.add(DataTable.Column.number(reading.t("column.withlimit")));
        var rows = new ArrayList<List<Cell>>();
        lines.forEach(line -> rows.add(row(line.name(), line.steps(), steps, line.total(), line.withLimit())));
        var sums = List.of(row(
                reading.t("sum"),
                sum(lines),
                steps,
                lines.stream().mapToLong(Line::total).sum(),
                lines.stream().mapToLong(Line::withLimit).sum()));
        return new DataTable("flaskhalsar", columns, rows, sums);
    }

    private static List<Cell> row(String name, Map<Step, Long> days, List<Step> steps, long total, long withLimit) {
        var row = new ArrayList<Cell>();
        row.add(Cell.of(name));
        steps.forEach(step -> row.add(Cell.of(days.getOrDefault(step, 0L))));
        row.add(Cell.of(days.getOrDefault(new Step.NotMeasured(), 0L)));
        row.add(Cell.of(total));
        row.add(Cell.of(withLimit));
        return row;
    }

    private static List<Rich> foot(Lost lost, List<Line> lines, long all) {
        var reading = lost.reading();
        var formats = reading.formats();
        var group = reading.basis().answer(lost.question().build()).total();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(
                reading.t("heat.n", formats.whole(group.map(Group::withLimit).orElse(0L)))));
        if (lost.waiting()) {
            foot.add(Rich.of(reading.t(
                    "heat.n.waiting",
                    formats.whole(group.map(Group::waiting).orElse(0L)),
                    formats.whole(group.map(one -> one.waitingOvertimeDays().orElse(0))
                            .orElse(0L)))));
        }
        foot.add(Included.foot(reading));
        foot.add(Rich.of(reading.t("heat.sum", formats.whole(all))));
        if (lines.isEmpty()) {
            foot.removeLast();
        }
        return foot;
    }
}
