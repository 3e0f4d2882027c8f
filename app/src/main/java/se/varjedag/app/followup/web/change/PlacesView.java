package se.varjedag.app.followup.web.change;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.change.TwoPeriods;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.GroupKey;

/// Where patients outside the pathways waited longer: by region, or in one region by the unit that answered; those
/// first where it was more than chance.
///
/// @param head what the places are
/// @param ways the heads of the two ways from referral to answer
public record PlacesView(Figure figure, String head, List<String> ways, List<Row> rows) {

    public PlacesView {
        ways = List.copyOf(ways);
        rows = List.copyOf(rows);
    }

    /// One place with what is said of each way.
    public record Row(String name, List<Said> ways) {

        public Row {
            ways = List.copyOf(ways);
        }
    }

    /// What is said of one way at one place.
    ///
    /// @param n how many answers, before and after
    public record Said(String n, String change, String means, String tone) {}

    private record Line(String name, List<DisplacementView.Line> ways) {}

    static PlacesView of(Reading reading, Choices choices, List<DisplacementView.Outside> ways) {
        var selection = reading.selection();
        var key = selection.region().isPresent() ? GroupKey.UNIT : GroupKey.REGION;
        var places = new TreeMap<String, List<DisplacementView.Line>>();
        for (var one : ways) {
            var way = one.way();
            var before = by(reading, key, one, choices.before(), choices.beforeTo());
            var after = by(reading, key, one, selection.from(), selection.to());
            var names = new ArrayList<>(before.keySet());
            names.addAll(after.keySet());
            names.forEach(name -> places.computeIfAbsent(name, _ -> new ArrayList<>()));
            places.forEach((name, lines) -> lines.add(new DisplacementView.Line(
                    way,
                    true,
                    before.getOrDefault(name, DayHistogram.EMPTY),
                    after.getOrDefault(name, DayHistogram.EMPTY))));
        }
        places.values().forEach(lines -> fill(lines, ways));
        var lines = places.entrySet().stream()
                .filter(place -> place.getValue().stream().anyMatch(PlacesView::answered))
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, List<DisplacementView.Line>> place) -> -place.getValue().stream()
                                        .filter(DisplacementView.Line::longer)
                                        .count())
                        .thenComparing(place -> place.getKey().isEmpty()))
                .map(place -> new Line(GroupNames.name(reading, key, place.getKey()), place.getValue()))
                .toList();
        var figure = reading.figure(
                "undantrangning-var",
                reading.t("change.places.question"),
                reading.t(key == GroupKey.UNIT ? "change.places.units" : "change.places.regions"),
                null,
                columns(reading, key, ways).table("undantrangning-var", lines),
                "forandring",
                foot(reading, lines));
        return new PlacesView(
                figure,
                GroupNames.head(reading, key),
                ways.stream()
                        .map(one -> DisplacementView.name(reading, one.way()))
                        .toList(),
                lines.stream()
                        .map(line -> new Row(
                                line.name(),
                                line.ways().stream()
                                        .map(way -> said(reading, way))
                                        .toList()))
                        .toList());
    }

    /// A place of the second way alone has nothing in the first.
    private static void fill(List<DisplacementView.Line> lines, List<DisplacementView.Outside> ways) {
        if (lines.size() < ways.size()) {
            lines.addFirst(
                    new DisplacementView.Line(ways.getFirst().way(), true, DayHistogram.EMPTY, DayHistogram.EMPTY));
        }
    }

    private static boolean answered(DisplacementView.Line line) {
        return line.before().n() + line.after().n() > 0;
    }

    private static Map<String, DayHistogram> by(
            Reading reading, GroupKey key, DisplacementView.Outside one, YearMonth from, YearMonth to) {
        var timelines = reading.basis().traced().timelines();
        var only = reading.selection().region();
        IntUnaryOperator place = row -> {
            boolean here = only.map(timelines.regionText(timelines.region(row))::equals)
                    .orElse(true);
            return !here ? -1 : key == GroupKey.UNIT ? timelines.unit(row) : timelines.region(row);
        };
        var named = new HashMap<String, DayHistogram>();
        one.waits()
                .by(from.atDay(1), to.atEndOfMonth(), place)
                .forEach((number, days) -> named.put(
                        key == GroupKey.UNIT ? timelines.unitText(number) : timelines.regionText(number), days));
        return named;
    }

    private static Said said(Reading reading, DisplacementView.Line line) {
        if (!answered(line)) {
            return new Said(Formats.NONE, Formats.NONE, Formats.NONE, "quiet");
        }
        var row = DisplacementView.row(reading, line);
        return new Said(row.n(), row.change(), row.means(), row.tone());
    }

    private static List<Rich> foot(Reading reading, List<Line> lines) {
        var formats = reading.formats();
        long compared = lines.stream()
                .flatMap(line -> line.ways().stream())
                .filter(DisplacementView.Line::enough)
                .count();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("change.places.foot", DisplacementView.FEWEST)));
        if (compared > 1) {
            foot.add(Rich.of(reading.t(
                    "change.places.chance",
                    formats.whole(compared),
                    formats.decimal(compared * (1 - PeriodsView.LEVEL), 1))));
        }
        return foot;
    }

    private static Columns<Line> columns(Reading reading, GroupKey key, List<DisplacementView.Outside> ways) {
        var columns = new Columns<Line>().words(GroupNames.head(reading, key), Line::name);
        for (int i = 0; i < ways.size(); i++) {
            int at = i;
            var way = DisplacementView.name(reading, ways.get(i).way());
            columns.number(
                            reading.t("change.places.before", way),
                            line -> Cell.of(line.ways().get(at).before().n()))
                    .number(
                            reading.t("change.places.after", way),
                            line -> Cell.of(line.ways().get(at).after().n()))
                    .number(
                            reading.t("change.places.change", way),
                            line -> change(reading, line.ways().get(at)))
                    .words(
                            reading.t("change.places.means", way),
                            line -> said(reading, line.ways().get(at)).means());
        }
        return columns;
    }

    private static Cell change(Reading reading, DisplacementView.Line line) {
        return TwoPeriods.mean(line.before(), line.after(), PeriodsView.LEVEL)
                .filter(_ -> line.enough())
                .map(one -> (Cell) new Cell.Amount(one.change(), 1))
                .orElse(new Cell.Missing(reading.t("change.displacement.few")));
    }
}
