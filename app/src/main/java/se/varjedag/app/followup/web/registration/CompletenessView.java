package se.varjedag.app.followup.web.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.registration.Completeness;
import se.varjedag.pathway.trace.State;

/// Which measuring points the treated pathways have.
///
/// @param heads the points
/// @param head  what the rows are about
public record CompletenessView(Figure figure, String head, List<String> heads, List<Row> rows) {

    private static final List<MeasuringPoint> POINTS = Arrays.stream(MeasuringPoint.values())
            .filter(point -> point != MeasuringPoint.SUSPICION && point != MeasuringPoint.TREATMENT)
            .toList();
    private static final double FEW_MISSING = 0.1;
    private static final double SOME_MISSING = 0.3;
    private static final double MANY_MISSING = 0.6;

    public CompletenessView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /// One pathway, region or unit.
    public record Row(String name, String pathways, List<Share> shares) {

        public Row {
            shares = List.copyOf(shares);
        }
    }

    /// The share with one point.
    ///
    /// @param missing how much is missing of a point that the steps name: 0 (little, or not named) to 3
    public record Share(String words, int missing) {}

    static CompletenessView of(Reading reading) {
        var traced = reading.basis().traced();
        var key = key(reading);
        var counted =
                Counted.in(State.TREATED, traced, reading.selection().question().build());
        IntFunction<String> group = key == GroupKey.SVF
                ? i -> traced.definitions().all().get(traced.definition(i)).id()
                : key == GroupKey.UNIT
                        ? i -> traced.timelines().unitText(traced.endUnit(i))
                        : i -> traced.timelines().regionText(traced.endRegion(i));
        var groups = Completeness.by(traced, counted, group);
        var all = Completeness.by(traced, counted, _ -> "").values().stream().findFirst();
        var points = POINTS.stream()
                .filter(point -> all.map(one -> one.having().containsKey(point)).orElse(false))
                .toList();
        var rows = new ArrayList<Row>();
        all.ifPresent(one -> rows.add(row(reading, reading.t("registration.all"), one, points, Set.of())));
        groups.forEach((value, one) -> rows.add(row(
                reading,
                GroupNames.name(reading, key, value),
                one,
                points,
                key == GroupKey.SVF ? named(reading, value) : Set.of())));
        var figure = reading.figure(
                "matpunkter",
                reading.t("registration.completeness.question"),
                reading.t("registration.completeness.selected"),
                null,
                table(reading, key, groups, points),
                "registrering",
                List.of(
                        Rich.of(reading.t("registration.completeness.foot")),
                        Rich.of(reading.t(
                                "registration.completeness.n", reading.formats().whole(counted.length)))));
        return new CompletenessView(
                figure,
                GroupNames.head(reading, key),
                points.stream().map(point -> head(reading, point)).toList(),
                rows);
    }

    private static GroupKey key(Reading reading) {
        var wanted = reading.selection().narrowing().by().stream()
                .filter(EnumSet.of(GroupKey.SVF, GroupKey.REGION, GroupKey.UNIT)::contains)
                .findFirst();
        return wanted.orElse(
                reading.selection().svf().isEmpty()
                        ? GroupKey.SVF
                        : reading.selection().region().isEmpty() ? GroupKey.REGION : GroupKey.UNIT);
    }

    private static Row row(
            Reading reading, String name, Completeness one, List<MeasuringPoint> points, Set<MeasuringPoint> named) {
        var formats = reading.formats();
        return new Row(
                name,
                formats.whole(one.pathways()),
                points.stream()
                        .map(point -> {
                            double share = one.share(point).value().orElse(0);
                            return new Share(
                                    formats.percentNumber(share, 0), named.contains(point) ? step(1 - share) : 0);
                        })
                        .toList());
    }

    private static int step(double missing) {
        return missing > MANY_MISSING ? 3 : missing > SOME_MISSING ? 2 : missing > FEW_MISSING ? 1 : 0;
    }

    /// The points that the steps of a definition begin or end at.
    private static Set<MeasuringPoint> named(Reading reading, String svf) {
        var named = EnumSet.noneOf(MeasuringPoint.class);
        reading.basis()
                .definitions()
                .byId(svf)
                .ifPresent(one -> one.allowances().forEach(step -> {
                    step.from().ifPresent(named::add);
                    step.to().ifPresent(named::add);
                }));
        return named;
    }

    private static String head(Reading reading, MeasuringPoint point) {
        return StepNames.first(reading.t("registration.point." + point.key()));
    }

    private static DataTable table(
            Reading reading, GroupKey key, Map<String, Completeness> groups, List<MeasuringPoint> points) {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.words(GroupNames.head(reading, key)));
        columns.add(DataTable.Column.number(reading.t("column.started")));
        points.forEach(point -> columns.add(DataTable.Column.number(head(reading, point))));
        var rows = new ArrayList<List<Cell>>();
        groups.forEach((value, one) -> {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(GroupNames.name(reading, key, value)));
            cells.add(Cell.of(one.pathways()));
            points.forEach(point -> cells.add(Cell.share(one.share(point).value(), 1)));
            rows.add(cells);
        });
        return new DataTable("matpunkter", columns, rows);
    }
}
