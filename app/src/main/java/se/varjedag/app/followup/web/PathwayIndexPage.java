package se.varjedag.app.followup.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.Confidence;
import se.varjedag.pathway.definition.Limit;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

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

    private record Line(
            Row row, Standing standing, @Nullable Group group, long waiting, long over) {}

    static PathwayIndexPage of(Reading reading) {
        var selection = reading.selection();
        var answer = reading.basis()
                .answer(selection
                        .question(selection.from(), selection.to())
                        .by(GroupKey.SVF)
                        .build());
        Map<String, Group> groups = new HashMap<>();
        answer.groups().forEach(group -> groups.put(group.key().getFirst(), group));
        var lines = SelectionForm.sorted(reading.basis().definitions().all(), reading.texts()).stream()
                .map(definition -> line(reading, definition, groups.get(definition.id())))
                .toList();
        var rows = lines.stream().map(Line::row).toList();
        var figure = reading.figure(
                "vardforlopp",
                reading.t("index.question"),
                null,
                null,
                columns(reading).table("vardforlopp", lines),
                "andel-i-tid",
                List.of(Rich.of(reading.t("index.foot"))));
        return new PathwayIndexPage(SelectionForm.ofSpan(reading, reading.folder()), figure, rows);
    }

    private static Columns<Line> columns(Reading reading) {
        var columns = new Columns<Line>()
                .words(reading.t("column.pathway"), line -> line.row().name())
                .words(reading.t("index.prefix"), line -> line.row().prefix())
                .words(reading.t("limits.days"), line -> line.row().limit());
        Standing.columns(columns, reading, Line::standing);
        return columns.number(
                        reading.t("column.overtime"),
                        line -> line.group() == null
                                ? new Cell.Missing(Formats.NONE)
                                : Cell.of(line.group().overtimeDays()))
                .number(reading.t("column.waiting"), line -> Cell.of(line.waiting()))
                .number(reading.t("index.over"), line -> Cell.of(line.over()));
    }

    private static Line line(Reading reading, PathwayDefinition definition, @Nullable Group group) {
        var formats = reading.formats();
        var day = Treated.day(reading.selection());
        var standing = Standing.of(group);
        var share = standing.percent(formats);
        var waiting = group == null ? 0 : group.waiting();
        var over = group == null ? 0 : group.waitingLimits().over();
        var row = new Row(
                definition.name(reading.texts().language()),
                "/vardforlopp/" + definition.id() + reading.selection().query(),
                definition
                        .prefix()
                        .map(prefix -> definition.codes().assumed() ? reading.t("index.prefix.local", prefix) : prefix)
                        .orElse(Formats.NONE),
                limit(reading, definition),
                definition.longestLimit(day, false, false) instanceof Limit.Days(var _, var assumed) && assumed,
                formats.whole(standing.n()),
                standing.bar(reading, "var(--data-2)", share),
                share,
                group == null ? Formats.NONE : formats.whole(group.overtimeDays()),
                formats.whole(waiting),
                formats.whole(over),
                reading.t("confidence." + definition.confidence().key()),
                definition.confidence() == Confidence.VERIFIED);
        return new Line(row, standing, group, waiting, over);
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
