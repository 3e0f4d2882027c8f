package se.varjedag.app.followup.web.open;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.open.OpenAnswer;
import se.varjedag.pathway.open.OpenLine;
import se.varjedag.pathway.statistics.Share;

/// The fields of the publication as a table with bars. What is hidden says so in words, side by side in one cell, and
/// neither the order of the rows nor a bar tells of it: rows stand by name, and a bar stands where its share does.
///
/// @param rows  the fields; the last may be the one that the others are parts of
public record FieldsView(Figure figure, String head, List<Head> heads, List<Row> rows) {

    private static final String SHARE = "share";
    private static final String SOFT_HYPHEN = "\u00ad";

    /// The columns of a line and how they are written, in the order of every answer.
    private static final List<Column> COLUMNS = List.of(
            new Column("n", "column.started", Kind.WHOLE, true),
            new Column("with_limit", "column.withlimit", Kind.WHOLE, false),
            new Column("within", "column.within", Kind.WHOLE, false),
            new Column(SHARE, "column.intime", Kind.SHARE, true),
            new Column("median", "lead.median", Kind.DAYS, true),
            new Column("p75", "open.p75", Kind.DAYS, false),
            new Column("p80", "lead.p80.head", Kind.DAYS, true),
            new Column("p90", "lead.p90.head", Kind.DAYS, false),
            new Column("mean", "lead.mean", Kind.DAYS, false),
            new Column("overtime_days", "column.overtime", Kind.WHOLE, true),
            new Column("waiting", "column.waiting", Kind.WHOLE, true),
            new Column("waiting_overtime_days", "open.waiting.overtime", Kind.WHOLE, false),
            new Column("waiting_stale", "open.stale", Kind.WHOLE, false),
            new Column("left", "open.left", Kind.WHOLE, true));

    private static final Set<String> OF_WAITING = Set.of("waiting", "waiting_overtime_days", "waiting_stale");

    public FieldsView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    private enum Kind {
        WHOLE,
        DAYS,
        SHARE
    }

    private record Column(String name, String head, Kind kind, boolean shown) {}

    /// The head of a column.
    ///
    /// @param bar whether it is the column of bars, whose head names the goal too
    public record Head(String words, boolean bar) {}

    /// One field.
    ///
    /// @param path a link that chooses it; null where it leads nowhere
    /// @param kind `nation` for the one that the others are parts of, `own` for the reader's own region
    public record Row(
            String name, @Nullable String path, @Nullable String kind, List<Place> places) {

        public Row {
            places = List.copyOf(places);
        }
    }

    /// What stands in one place of a row.
    ///
    /// @param wide   over how many columns; more than one only where they are hidden together
    /// @param hidden whether it says that something is hidden
    /// @param bar    a bar instead of words; null otherwise
    public record Place(
            String words,
            int wide,
            boolean hidden,
            @Nullable Bar bar) {}

    private record Line(String key, String name, OpenLine told) {}

    static FieldsView of(Reading reading, Published published) {
        var columns = COLUMNS.stream()
                .filter(column -> published.tellsWaiting() || !OF_WAITING.contains(column.name()))
                .toList();
        var lines = lines(reading, published);
        var whole = whole(reading, published);
        var head = GroupNames.head(reading, published.by());
        var figure = reading.figure(
                "oppna",
                reading.t("open.question"),
                reading.t("open.selected"),
                null,
                table(reading, head, columns, lines, whole),
                "sma-tal",
                foot(reading, lines));
        var shown = columns.stream().filter(Column::shown).toList();
        var heads = new ArrayList<Head>();
        for (var column : shown) {
            if (column.name().equals(SHARE)) {
                heads.add(new Head(reading.t("regions.bar"), true));
            }
            heads.add(new Head(reading.t(column.head()), false));
        }
        var rows = new ArrayList<Row>();
        lines.forEach(line -> rows.add(row(reading, published, line, shown, kind(reading, published, line))));
        whole.forEach(line -> rows.add(row(reading, published, line, shown, "nation")));
        return new FieldsView(figure, head, heads, rows);
    }

    private static List<Line> lines(Reading reading, Published published) {
        var answer = published.fields();
        int at = published.at();
        var collator = Collator.getInstance(Locale.of(reading.t("language.tag")));
        Comparator<Line> order = published.by() == GroupKey.YEAR
                ? Comparator.comparing(Line::key).reversed()
                : Comparator.comparing(Line::name, collator);
        return answer.groups().stream()
                .map(group -> {
                    var key = group.key().get(at);
                    return new Line(key, GroupNames.name(reading, published.by(), key), answer.line(group));
                })
                .sorted(order)
                .toList();
    }

    private static List<Line> whole(Reading reading, Published published) {
        var name = reading.t(published.by() == GroupKey.SVF ? "open.all" : "nation");
        return published.whole().map(OpenAnswer::groups).orElse(List.of()).stream()
                .map(group -> new Line("", name, published.whole().orElseThrow().line(group)))
                .toList();
    }

    private static @Nullable String kind(Reading reading, Published published, Line line) {
        return published.by() == GroupKey.REGION
                        && !line.key().isEmpty()
                        && line.key().equals(reading.ownRegion())
                ? "own"
                : null;
    }

    private static DataTable table(
            Reading reading, String head, List<Column> columns, List<Line> lines, List<Line> whole) {
        var table = new Columns<Line>().words(head, Line::name);
        for (var column : columns) {
            table.number(reading.t(column.head()), line -> cell(reading, column, line));
        }
        table.words(
                reading.t("open.hidden.head"),
                line -> columns.stream()
                        .filter(column -> line.told().hides(column.name()))
                        .map(column -> reading.t(column.head()).replace(SOFT_HYPHEN, ""))
                        .collect(Collectors.joining(" · ")));
        var rows = table.table("oppna-siffror", lines);
        return new DataTable(
                rows.name(), rows.columns(), rows.rows(), table.table("", whole).rows());
    }

    private static Cell cell(Reading reading, Column column, Line line) {
        if (line.told().hides(column.name())) {
            return new Cell.Missing(reading.t("open.hidden"));
        }
        var figure = line.told().figure(column.name());
        return switch (column.kind()) {
            case WHOLE -> Cell.of(figure, 0);
            case DAYS -> Cell.of(figure, 1);
            case SHARE -> Cell.share(figure, Formats.shareDecimals(withLimit(line)));
        };
    }

    private static long withLimit(Line line) {
        return (long) line.told().figure("with_limit").orElse(0);
    }

    private static Row row(
            Reading reading, Published published, Line line, List<Column> columns, @Nullable String kind) {
        var places = new ArrayList<Place>();
        for (var column : columns) {
            boolean hidden = line.told().hides(column.name());
            boolean share = column.name().equals(SHARE);
            if (hidden) {
                hide(reading, places, share ? 2 : 1);
            } else {
                if (share) {
                    places.add(new Place("", 1, false, bar(reading, line)));
                }
                places.add(new Place(cell(reading, column, line).shown(reading.formats()), 1, false, null));
            }
        }
        return new Row(line.name(), path(reading, published, line), kind, places);
    }

    /// Hidden figures that stand side by side are one place.
    private static void hide(Reading reading, List<Place> places, int columns) {
        int wide = columns;
        if (!places.isEmpty() && places.getLast().hidden()) {
            wide += places.removeLast().wide();
        }
        places.add(new Place(reading.t("open.hidden"), wide, true, null));
    }

    private static @Nullable Bar bar(Reading reading, Line line) {
        var formats = reading.formats();
        var share = new Share((long) line.told().figure("within").orElse(0), withLimit(line));
        int decimals = Formats.shareDecimals(share.denominator());
        return share.wilson(0.95)
                .map(interval -> Bar.share(
                        share.value().orElse(0),
                        interval.lower(),
                        interval.upper(),
                        PairView.TIME_GOAL,
                        "var(--data-2)",
                        reading.t(
                                "groups.bar",
                                formats.percent(share.value(), decimals),
                                formats.percentInterval(interval.lower(), interval.upper(), decimals))))
                .orElse(null);
    }

    /// A pathway leads to its regions, a place to its pathways.
    private static @Nullable String path(Reading reading, Published published, Line line) {
        if (line.key().isEmpty()) {
            return null;
        }
        var next = switch (published.by()) {
            case SVF -> Map.of("svf", line.key(), "by", GroupKey.REGION.key(), "region", "", "hregion", "");
            case REGION -> Map.of("region", line.key(), "by", GroupKey.SVF.key(), "svf", "", "hregion", "");
            case HREGION -> Map.of("hregion", line.key(), "by", GroupKey.SVF.key(), "svf", "", "region", "");
            default -> Map.<String, String>of();
        };
        return next.isEmpty() ? null : reading.folder() + reading.selection().with(next);
    }

    private static List<Rich> foot(Reading reading, List<Line> lines) {
        var formats = reading.formats();
        long hiding =
                lines.stream().filter(line -> !line.told().hidden().isEmpty()).count();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("open.rows", formats.whole(lines.size()), formats.whole(hiding))));
        foot.add(Rich.of(reading.t("open.foot.hidden")));
        foot.add(Rich.of(reading.t("open.foot.inclusion")));
        return foot;
    }
}
