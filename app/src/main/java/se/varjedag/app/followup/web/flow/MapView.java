package se.varjedag.app.followup.web.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.flow.FlowMap;
import se.varjedag.pathway.flow.Runs;

/// The map of what follows what, and how much of it is shown.
///
/// @param shares the links to more of it or less
/// @param span       how many of the page's twelve columns it needs
/// @param narrowNote what the narrow picture leaves out; empty when nothing
public record MapView(Figure figure, List<Choice> shares, int span, String narrowNote) {

    private static final double WIDEST = 1240;
    private static final double HALF = 540;
    private static final double NARROW = 364;

    /// The narrow picture takes as much as it has room for, of these shares.
    private static final List<Double> NARROW_SHARES = List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2);

    public MapView {
        shares = List.copyOf(shares);
    }

    /// One of several things to choose; the chosen one is current.
    ///
    /// @param current `true` or `false`, as the attribute has it
    public record Choice(String text, String path, String current) {}

    static MapView of(Reading reading, Runs runs, PathwayDefinition definition, int share) {
        var all = FlowMap.of(runs, definition);
        var shown = all.mostFrequent(share / 100.0);
        var narrow = narrow(reading, all, share / 100.0);
        var wide = wide(reading, shown);
        var chart = shown.edges().isEmpty()
                ? null
                : new Chart(label(reading, shown), wide.text(), narrow.picture().text());
        var figure = reading.figure(
                "karta",
                reading.t("flow.map.question"),
                reading.t("flow.map.selected", reading.formats().whole(runs.cases())),
                chart,
                table(reading, all),
                "flode",
                foot(reading, all, shown));
        var choices = FlowPage.SHARES.stream()
                .map(one -> new Choice(
                        one == 100 ? reading.t("flow.all") : reading.formats().percent(one / 100.0, 0),
                        reading.folder() + reading.selection().with(FlowPage.SHARE, String.valueOf(one)) + "#karta",
                        String.valueOf(one == share)))
                .toList();
        return new MapView(figure, choices, wide.width() <= HALF ? 5 : 12, narrow.note());
    }

    private record Narrow(MapDrawing.Svg picture, String note) {}

    private static MapDrawing.Svg wide(Reading reading, FlowMap map) {
        var drawing = drawing(reading, map);
        var roomy = drawing.draw(new MapDrawing.Room(168, true, 26, 34));
        return roomy.width() <= WIDEST ? roomy : drawing.draw(new MapDrawing.Room(128, false, 22, 20));
    }

    private static Narrow narrow(Reading reading, FlowMap all, double share) {
        var picture = new MapDrawing.Svg("", Double.MAX_VALUE);
        var map = all;
        for (double one : NARROW_SHARES) {
            if (one <= share && picture.width() > NARROW) {
                map = all.mostFrequent(one);
                if (!map.edges().isEmpty()) {
                    picture = drawing(reading, map).draw(new MapDrawing.Room(112, false, 16, 12));
                }
            }
        }
        return new Narrow(
                picture,
                reading.t(
                        "flow.narrow",
                        reading.formats().percent((double) map.transitions() / Math.max(1, all.transitions()), 0)));
    }

    private static MapDrawing drawing(Reading reading, FlowMap map) {
        var formats = reading.formats();
        int most = map.edges().stream().mapToInt(FlowMap.Edge::count).max().orElse(1);
        var places = map.stops().stream()
                .map(stop -> new MapDrawing.Place(
                        stop.activity(),
                        StopNames.first(StopNames.of(reading, stop.place())),
                        formats.whole(stop.visits()),
                        kind(stop)))
                .toList();
        var arrows = map.edges().stream()
                .map(edge -> new MapDrawing.Arrow(
                        edge.from(),
                        edge.to(),
                        formats.whole(edge.count()),
                        reading.t("flow.days", median(formats, edge.medianDays())),
                        (double) edge.count() / most,
                        edge.over()))
                .toList();
        return new MapDrawing(label(reading, map), places, arrows);
    }

    private static MapDrawing.Kind kind(FlowMap.Stop stop) {
        if (stop.activity() == 0) {
            return MapDrawing.Kind.START;
        }
        var place = stop.place();
        return !place.end() ? MapDrawing.Kind.POINT : place.left() ? MapDrawing.Kind.LEFT : MapDrawing.Kind.TREATMENT;
    }

    private static String median(Formats formats, double days) {
        return formats.decimal(days, days == Math.rint(days) ? 0 : 1);
    }

    private static String label(Reading reading, FlowMap map) {
        var slowest = map.edges().stream().filter(FlowMap.Edge::over).max(Comparator.comparingInt(FlowMap.Edge::count));
        var formats = reading.formats();
        return slowest.map(edge -> reading.t(
                        "flow.map.label.over",
                        formats.whole(map.stops().size()),
                        formats.whole(map.edges().size()),
                        StopNames.of(reading, Runs.stop(edge.from())),
                        StopNames.of(reading, Runs.stop(edge.to())),
                        median(formats, edge.medianDays()),
                        edge.allowed().orElse(0)))
                .orElseGet(() -> reading.t(
                        "flow.map.label",
                        formats.whole(map.stops().size()),
                        formats.whole(map.edges().size())));
    }

    private static List<Rich> foot(Reading reading, FlowMap all, FlowMap shown) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("flow.n", formats.whole(all.runs()))));
        foot.add(Rich.of(reading.t(
                "flow.shown",
                formats.whole(shown.edges().size()),
                formats.whole(all.edges().size()),
                formats.percent((double) shown.transitions() / Math.max(1, all.transitions()), 0))));
        foot.add(Included.foot(reading));
        foot.add(Rich.of(reading.t("flow.key")));
        return foot;
    }

    private static DataTable table(Reading reading, FlowMap map) {
        var rows = new ArrayList<List<Cell>>();
        for (var edge : map.edges()) {
            rows.add(List.of(
                    Cell.of(StopNames.first(StopNames.of(reading, Runs.stop(edge.from())))),
                    Cell.of(StopNames.first(StopNames.of(reading, Runs.stop(edge.to())))),
                    Cell.of((long) edge.count()),
                    new Cell.Share((double) edge.count() / map.transitions(), 1),
                    new Cell.Amount(edge.medianDays(), edge.medianDays() == Math.rint(edge.medianDays()) ? 0 : 1),
                    new Cell.Amount(edge.meanDays(), 1),
                    edge.allowed().isPresent()
                            ? Cell.of((long) edge.allowed().getAsInt())
                            : new Cell.Missing(Formats.NONE)));
        }
        return new DataTable(
                "karta",
                List.of(
                        DataTable.Column.words(reading.t("flow.column.from")),
                        DataTable.Column.words(reading.t("flow.column.to")),
                        DataTable.Column.number(reading.t("flow.column.times")),
                        DataTable.Column.number(reading.t("column.share")),
                        DataTable.Column.number(reading.t("flow.column.median")),
                        DataTable.Column.number(reading.t("flow.column.mean")),
                        DataTable.Column.number(reading.t("flow.column.allowed"))),
                rows);
    }
}
