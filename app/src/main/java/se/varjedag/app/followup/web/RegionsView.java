package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.app.web.figure.TileMap;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Share;

/// How the regions stand: tiles, and the table that is the chart, with the nation as a black row among them.
public record RegionsView(Figure figure, TileMap tiles, List<Row> rows) {

    private static final int FEWEST_TO_COMPARE = 30;

    public RegionsView {
        rows = List.copyOf(rows);
    }

    /// One region.
    ///
    /// @param kind      `nation`, `own` or null
    /// @param bar       null where too few have a limit to compare
    /// @param few       why there is no bar
    /// @param lowInclusion whether inclusion is under the goal
    public record Row(
            String name,
            @Nullable String path,
            @Nullable String kind,
            @Nullable Bar bar,
            String few,
            String share,
            String inclusion,
            boolean lowInclusion,
            String overtime,
            String perHundred) {}

    private record Line(String code, Group group, OptionalDouble inclusion) {

        boolean comparable() {
            return group.withLimit() >= FEWEST_TO_COMPARE;
        }

        double order() {
            return comparable() ? group.share().orElse(-1) : -2 - 1.0 / (1 + group.withLimit());
        }

        OptionalDouble perHundred() {
            return group.withLimit() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(100.0 * group.overtimeDays().orElse(0) / group.withLimit());
        }
    }

    static RegionsView of(Reading reading) {
        var selection = reading.selection();
        var formats = reading.formats();
        var byRegion = reading.basis()
                .answer(selection
                        .everyRegion(selection.from(), selection.to())
                        .by(GroupKey.REGION)
                        .build());
        var byHome = reading.basis()
                .answer(selection
                        .everyRegion(selection.from(), selection.to())
                        .by(GroupKey.HOME_REGION)
                        .build());
        var inclusion = new HashMap<String, OptionalDouble>();
        byHome.groups().forEach(group -> inclusion.put(group.key().getFirst(), group.inclusion()));
        var lines = new ArrayList<Line>();
        for (var group : byRegion.groups()) {
            if (group.n() > 0) {
                var code = group.key().getFirst();
                lines.add(new Line(code, group, inclusion.getOrDefault(code, OptionalDouble.empty())));
            }
        }
        var nation = byRegion.total();
        var nationInclusion = reading.basis()
                .answer(selection.everyRegion(selection.from(), selection.to()).build())
                .total()
                .map(Group::inclusion)
                .orElse(OptionalDouble.empty());
        nation.ifPresent(all -> lines.add(new Line("nation", all, nationInclusion)));
        lines.sort(Comparator.comparingDouble(Line::order).reversed());
        var shares = new HashMap<String, OptionalDouble>();
        lines.stream()
                .filter(Line::comparable)
                .forEach(line -> shares.put(line.code(), line.group().share()));
        var figure = reading.figure(
                "regioner",
                reading.t("regions.question"),
                reading.t(
                        "regions.selected." + selection.countBy().key(),
                        formats.months(selection.from(), selection.to())),
                null,
                table(reading, lines),
                "andel-i-tid",
                foot(reading, nation.orElse(null)));
        return new RegionsView(
                figure,
                RegionTiles.of(reading, shares),
                lines.stream().map(line -> row(reading, line)).toList());
    }

    private static Row row(Reading reading, Line line) {
        var formats = reading.formats();
        var group = line.group();
        var nation = line.code().equals("nation");
        var decimals = Formats.shareDecimals(group.withLimit());
        var share = formats.percent(group.share(), 0);
        var interval = new Share(group.within(), group.withLimit()).wilson(0.95);
        var bar = !line.comparable() || interval.isEmpty()
                ? null
                : Bar.share(
                        group.share().orElse(0),
                        interval.get().lower(),
                        interval.get().upper(),
                        PairView.TIME_GOAL,
                        nation ? "var(--ink)" : "var(--data-2)",
                        share + ", "
                                + reading.t(
                                        "interval",
                                        formats.percentInterval(
                                                interval.get().lower(),
                                                interval.get().upper(),
                                                decimals)));
        return new Row(
                nation ? reading.t("nation") : name(reading, line.code()),
                nation || line.code().isEmpty()
                        ? null
                        : reading.folder() + reading.selection().with("region", line.code()),
                nation ? "nation" : own(reading, line.code()) ? "own" : null,
                bar,
                reading.t("regions.few", formats.whole(group.withLimit())),
                share,
                line.inclusion().isPresent() ? formats.percent(line.inclusion(), 1) : reading.t("unknown.cases.short"),
                line.inclusion().isPresent() && line.inclusion().getAsDouble() < PairView.INCLUSION_GOAL,
                formats.whole(group.overtimeDays()),
                formats.decimal(line.perHundred(), 0));
    }

    private static boolean own(Reading reading, String code) {
        return !code.isEmpty() && code.equals(RegionTiles.chosen(reading));
    }

    private static String name(Reading reading, String code) {
        return code.isEmpty() ? reading.t("region.missing") : Regions.name(code);
    }

    private static DataTable table(Reading reading, List<Line> lines) {
        var rows = new ArrayList<List<Cell>>();
        for (var line : lines) {
            var group = line.group();
            var interval = new Share(group.within(), group.withLimit()).wilson(0.95);
            rows.add(List.of(
                    Cell.of(line.code().equals("nation") ? reading.t("nation") : name(reading, line.code())),
                    Cell.of(group.n()),
                    Cell.of(group.withLimit()),
                    Cell.of(group.within()),
                    Cell.share(group.share(), 1),
                    Cell.share(interval.map(i -> OptionalDouble.of(i.lower())).orElse(OptionalDouble.empty()), 1),
                    Cell.share(interval.map(i -> OptionalDouble.of(i.upper())).orElse(OptionalDouble.empty()), 1),
                    line.inclusion().isPresent()
                            ? Cell.share(line.inclusion(), 1)
                            : new Cell.Missing(reading.t("unknown.cases")),
                    Cell.of(group.overtimeDays()),
                    Cell.of(line.perHundred(), 1)));
        }
        return new DataTable(
                "regioner",
                List.of(
                        DataTable.Column.words(reading.t("column.region")),
                        DataTable.Column.number(reading.t("column.started")),
                        DataTable.Column.number(reading.t("column.withlimit")),
                        DataTable.Column.number(reading.t("column.within")),
                        DataTable.Column.number(reading.t("column.share")),
                        DataTable.Column.number(reading.t("column.low")),
                        DataTable.Column.number(reading.t("column.high")),
                        DataTable.Column.number(reading.t("column.inclusion")),
                        DataTable.Column.number(reading.t("column.overtime")),
                        DataTable.Column.number(reading.t("column.perhundred"))),
                rows);
    }

    private static List<Rich> foot(Reading reading, @Nullable Group nation) {
        if (nation == null) {
            return List.of();
        }
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("foot.n", reading.formats().whole(nation.withLimit()))));
        if (nation.withAssumedLimit() > 0) {
            foot.add(Rich.of(reading.t("foot.assumed", reading.formats().whole(nation.withAssumedLimit()))));
        }
        foot.add(Rich.of(reading.t("regions.foot")));
        return foot;
    }
}
