package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.app.web.figure.TileMap;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.Interval;

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

        Standing standing() {
            return Standing.of(group);
        }

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
                columns(reading).table("regioner", lines),
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
        var share = formats.percent(group.share(), 0);
        var bar =
                line.comparable() ? line.standing().bar(reading, nation ? "var(--ink)" : "var(--data-2)", share) : null;
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

    private static Columns<Line> columns(Reading reading) {
        var columns = new Columns<Line>()
                .words(
                        reading.t("column.region"),
                        line -> line.code().equals("nation") ? reading.t("nation") : name(reading, line.code()));
        Standing.columns(columns, reading, Line::standing);
        return columns.number(reading.t("column.low"), line -> bound(line, Interval::lower))
                .number(reading.t("column.high"), line -> bound(line, Interval::upper))
                .number(
                        reading.t("column.inclusion"),
                        line -> line.inclusion().isPresent()
                                ? Cell.share(line.inclusion(), 1)
                                : new Cell.Missing(reading.t("unknown.cases")))
                .number(
                        reading.t("column.overtime"),
                        line -> Cell.of(line.group().overtimeDays()))
                .number(reading.t("column.perhundred"), line -> Cell.of(line.perHundred(), 1));
    }

    private static Cell bound(Line line, ToDoubleFunction<Interval> which) {
        var interval = line.standing().share().wilson(0.95);
        return Cell.share(
                interval.map(i -> OptionalDouble.of(which.applyAsDouble(i))).orElse(OptionalDouble.empty()), 1);
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
