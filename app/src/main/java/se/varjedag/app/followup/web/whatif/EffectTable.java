package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.MedianInterval;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.Effect;

/// The scenarios as values: what the files carry.
final class EffectTable {

    private static final double LEVEL = 0.95;

    private EffectTable() {}

    static Figure figure(Reading reading, List<WhatIfPage.Line> lines, Effect today) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(cells(reading, new Scenario("", new Change.Nothing()), today));
        lines.forEach(
                line -> rows.add(cells(reading, line.scenario(), line.outcome().effect())));
        var formats = reading.formats();
        return reading.figure(
                "scenarier",
                reading.t("whatif.question"),
                reading.t("whatif.selected"),
                null,
                new DataTable("scenarier", heads(reading), rows),
                "tank-om",
                List.of(
                        Rich.of(reading.t(
                                "whatif.n",
                                formats.whole(today.days().n()),
                                formats.whole(today.limits().withLimit()))),
                        Included.foot(reading),
                        Rich.of(reading.t("whatif.foot"))));
    }

    private static List<Cell> cells(Reading reading, Scenario scenario, Effect effect) {
        var limits = effect.limits();
        var median = MedianInterval.of(effect.days(), LEVEL);
        return List.of(
                Cell.of(scenario.name(reading)),
                Cell.of(effect.days().n()),
                Cell.of(limits.withLimit()),
                Cell.of(limits.within()),
                Cell.share(limits.share().value(), 1),
                Cell.of(effect.within().sum()),
                Cell.of(limits.overtimeDays()),
                Cell.of(effect.saved().sum()),
                bound(effect.saved().sumInterval(LEVEL).map(Interval::lower)),
                bound(effect.saved().sumInterval(LEVEL).map(Interval::upper)),
                Cell.of(effect.days().quantile(0.5), 1),
                bound(median.map(Interval::lower)),
                bound(median.map(Interval::upper)),
                Cell.of(effect.moved()),
                Cell.of(effect.waitingLimits().withLimit()),
                Cell.of(effect.waitingLimits().overtimeDays()));
    }

    private static Cell bound(Optional<Double> bound) {
        return bound.<Cell>map(value -> new Cell.Amount(value, 1)).orElseGet(() -> new Cell.Missing(Formats.NONE));
    }

    private static List<DataTable.Column> heads(Reading reading) {
        var heads = new ArrayList<DataTable.Column>();
        heads.add(DataTable.Column.words(reading.t("whatif.column.scenario")));
        for (var key : List.of(
                "column.started",
                "column.withlimit",
                "column.within",
                "column.share",
                "whatif.column.gained",
                "column.overtime",
                "whatif.column.saved",
                "whatif.column.saved.low",
                "whatif.column.saved.high",
                "whatif.column.median",
                "whatif.column.median.low",
                "whatif.column.median.high",
                "whatif.column.moved",
                "whatif.column.waiting",
                "whatif.column.waitingovertime")) {
            heads.add(DataTable.Column.number(reading.t(key)));
        }
        return heads;
    }
}
