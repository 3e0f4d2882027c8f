package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.Confidence;
import se.varjedag.pathway.definition.Limit;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Interval;
import se.varjedag.pathway.measure.Share;

/// All pathways in one table.
public record PathwayIndexPage(SelectionForm form, Figure figure, List<Row> rows) {

    public PathwayIndexPage {
        rows = List.copyOf(rows);
    }

    /// One pathway.
    ///
    /// @param limit   the shortest and the longest limit in days, or that there is none
    /// @param bar     null where nobody has a known limit
    public record Row(
            String name,
            String path,
            String prefix,
            String limit,
            boolean assumed,
            String started,
            @Nullable Bar bar,
            String share,
            String overtime,
            String waiting,
            String over,
            String confidence,
            boolean sure) {}

    static PathwayIndexPage of(Reading reading) {
        var selection = reading.selection();
        var answer = reading.basis()
                .answer(selection
                        .question(selection.from(), selection.to())
                        .by(GroupKey.SVF)
                        .build());
        Map<String, Group> groups = new HashMap<>();
        answer.groups().forEach(group -> groups.put(group.key().getFirst(), group));
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<List<Cell>>();
        for (var definition : SelectionForm.sorted(reading.basis().definitions().all(), reading.texts())) {
            var group = groups.get(definition.id());
            var row = row(reading, definition, group);
            rows.add(row);
            cells.add(List.of(
                    Cell.of(row.name()),
                    Cell.of(row.prefix()),
                    Cell.of(row.limit()),
                    Cell.of(group == null ? 0 : group.n()),
                    Cell.of(group == null ? 0 : group.withLimit()),
                    Cell.of(group == null ? 0 : group.within()),
                    group == null ? new Cell.Missing(Formats.NONE) : Cell.share(group.share(), 1),
                    group == null ? new Cell.Missing(Formats.NONE) : Cell.of(group.overtimeDays()),
                    Cell.of(group == null ? 0 : group.waiting()),
                    Cell.of(group == null ? 0 : group.waitingLimits().over())));
        }
        var figure = reading.figure(
                "vardforlopp",
                reading.t("index.question"),
                null,
                null,
                new DataTable(
                        "vardforlopp",
                        List.of(
                                DataTable.Column.words(reading.t("column.pathway")),
                                DataTable.Column.words(reading.t("index.prefix")),
                                DataTable.Column.words(reading.t("limits.days")),
                                DataTable.Column.number(reading.t("column.started")),
                                DataTable.Column.number(reading.t("column.withlimit")),
                                DataTable.Column.number(reading.t("column.within")),
                                DataTable.Column.number(reading.t("column.share")),
                                DataTable.Column.number(reading.t("column.overtime")),
                                DataTable.Column.number(reading.t("column.waiting")),
                                DataTable.Column.number(reading.t("index.over"))),
                        cells),
                "andel-i-tid",
                List.of(Rich.of(reading.t("index.foot"))));
        return new PathwayIndexPage(SelectionForm.ofSpan(reading, reading.folder()), figure, rows);
    }

    private static Row row(Reading reading, PathwayDefinition definition, @Nullable Group group) {
        var formats = reading.formats();
        var day = Treated.day(reading.selection());
        var interval =
                group == null ? Optional.<Interval>empty() : new Share(group.within(), group.withLimit()).wilson(0.95);
        var decimals = group == null ? 0 : Formats.shareDecimals(group.withLimit());
        var share = group == null ? Formats.NONE : formats.percent(group.share(), decimals);
        var bar = group == null || interval.isEmpty()
                ? null
                : Bar.share(
                        group.share().orElse(0),
                        interval.get().lower(),
                        interval.get().upper(),
                        PairView.TIME_GOAL,
                        "var(--data-2)",
                        share + ", "
                                + reading.t(
                                        "interval",
                                        formats.percentInterval(
                                                interval.get().lower(),
                                                interval.get().upper(),
                                                decimals)));
        return new Row(
                definition.name(reading.texts().language()),
                "/vardforlopp/" + definition.id() + reading.selection().query(),
                definition
                        .prefix()
                        .map(prefix -> definition.codes().assumed() ? reading.t("index.prefix.local", prefix) : prefix)
                        .orElse(Formats.NONE),
                limit(reading, definition),
                definition.longestLimit(day, false, false) instanceof Limit.Days(var _, var assumed) && assumed,
                formats.whole(group == null ? 0 : group.n()),
                bar,
                share,
                group == null ? Formats.NONE : formats.whole(group.overtimeDays()),
                formats.whole(group == null ? 0 : group.waiting()),
                formats.whole(group == null ? 0 : group.waitingLimits().over()),
                reading.t("confidence." + definition.confidence().key()),
                definition.confidence() == Confidence.VERIFIED);
    }

    private static String limit(Reading reading, PathwayDefinition definition) {
        var day = Treated.day(reading.selection());
        var formats = reading.formats();
        var longest = definition.longestLimit(day, true, false);
        var usual = longest instanceof Limit.Days ? longest : definition.longestLimit(day, false, false);
        var shortest = definition.shortestLimit(day, false, false);
        if (usual instanceof Limit.Days(var most, var _) && shortest instanceof Limit.Days(var least, var _)) {
            return least == most ? formats.whole(most) : formats.whole(least) + "–" + formats.whole(most);
        }
        return shortest instanceof Limit.Days(var least, var _)
                ? reading.t("index.partly", formats.whole(least))
                : reading.t("unknown.limit");
    }
}
