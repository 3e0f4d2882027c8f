package se.varjedag.app.followup.web.leadtimes;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// The groups of the selection beside each other: a table that is the chart, to be sorted by any of its columns.
///
/// @param choices what the groups can be
/// @param whole   whether the bars are of the whole time, for which alone there is a goal
public record GroupsView(
        Figure figure,
        List<Head> heads,
        List<Row> rows,
        List<Choice> choices,
        String head,
        boolean whole,
        boolean empty) {

    static final String SORT = "ordning";

    private static final double NO_GOAL = -1;

    private static final List<GroupKey> GROUPS = List.of(
            GroupKey.SVF,
            GroupKey.REGION,
            GroupKey.HREGION,
            GroupKey.UNIT,
            GroupKey.TREATMENT,
            GroupKey.SEX,
            GroupKey.AGE,
            GroupKey.MONTH,
            GroupKey.QUARTER,
            GroupKey.YEAR,
            GroupKey.HOME_REGION);

    public GroupsView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        choices = List.copyOf(choices);
    }

    /// The head of a column, a way to sort by it.
    ///
    /// @param order `ascending`, `descending`, or null where it is not sorted by
    public record Head(String words, String path, @Nullable String order, boolean numeric) {}

    /// One link.
    public record Choice(String words, String path, boolean current) {}

    /// One group.
    public record Row(
            String name,
            @Nullable String path,
            @Nullable String kind,
            @Nullable Bar bar,
            String few,
            List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    private record Line(String key, String name, Group group, OptionalDouble inclusion) {}

    /// What a column holds, and how it is sorted by.
    private record Figures(String id, String head, ToDoubleFunction<Line> value, int decimals, boolean share) {}

    static GroupsView of(Measured measured) {
        var reading = measured.reading();
        var by = by(reading);
        var lines = lines(measured, by);
        var figures = figures(reading, measured);
        var sort = reading.selection().own(SORT).orElse(timed(by) ? "name" : "n-");
        var sorted = new ArrayList<>(lines);
        sorted.sort(order(reading, figures, sort));
        var figure = reading.figure(
                "grupper",
                reading.t("groups.question"),
                measured.words(),
                null,
                table(reading, by, figures).table("ledtider", sorted),
                "ledtid",
                foot(reading, measured, lines));
        return new GroupsView(
                figure,
                heads(reading, by, figures, sort),
                sorted.stream().map(line -> row(measured, by, figures, line)).toList(),
                GROUPS.stream()
                        .map(key -> new Choice(
                                GroupNames.head(reading, key),
                                reading.folder() + reading.selection().with(Map.of("by", key.key(), SORT, ""))
                                        + "#grupper",
                                key == by))
                        .toList(),
                GroupNames.head(reading, by),
                measured.whole(),
                lines.isEmpty());
    }

    private static GroupKey by(Reading reading) {
        return reading.selection().narrowing().by().stream()
                .filter(GROUPS::contains)
                .findFirst()
                .orElse(reading.selection().svf().isPresent() ? GroupKey.REGION : GroupKey.SVF);
    }

    private static boolean timed(GroupKey by) {
        return by == GroupKey.MONTH || by == GroupKey.QUARTER || by == GroupKey.YEAR || by == GroupKey.AGE;
    }

    private static List<Line> lines(Measured measured, GroupKey by) {
        var reading = measured.reading();
        var inclusion = Included.by(reading, by);
        return reading.basis().answer(measured.question().by(by).build()).groups().stream()
                .filter(group -> group.everybody() > 0)
                .map(group -> new Line(
                        group.key().getFirst(),
                        GroupNames.name(reading, by, group.key().getFirst()),
                        group,
                        inclusion.getOrDefault(group.key().getFirst(), OptionalDouble.empty())))
                .toList();
    }

    private static List<Figures> figures(Reading reading, Measured measured) {
        var figures = new ArrayList<Figures>();
        figures.add(
                new Figures("n", reading.t("lead.reached"), line -> line.group().n(), 0, false));
        figures.add(new Figures(
                "share", reading.t("column.intime"), line -> orNone(line.group().share()), 1, true));
        figures.add(new Figures(
                "median", reading.t("lead.median"), line -> orNone(line.group().median()), 1, false));
        figures.add(new Figures(
                "p80", reading.t("lead.p80.head"), line -> orNone(line.group().p80()), 1, false));
        figures.add(new Figures(
                "p90", reading.t("lead.p90.head"), line -> orNone(line.group().p90()), 1, false));
        figures.add(new Figures(
                "mean", reading.t("lead.mean"), line -> orNone(line.group().mean()), 1, false));
        figures.add(new Figures(
                "over",
                reading.t("column.overtime"),
                line -> line.group().overtimeDays().isPresent()
                        ? line.group().overtimeDays().getAsLong()
                        : Double.NaN,
                0,
                false));
        figures.add(new Figures(
                "waiting", reading.t("column.waiting"), line -> line.group().waiting(), 0, false));
        if (measured.whole()) {
            figures.add(
                    new Figures("inclusion", reading.t("column.inclusion"), line -> orNone(line.inclusion()), 1, true));
        }
        return figures;
    }

    private static double orNone(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static Comparator<Line> order(Reading reading, List<Figures> figures, String sort) {
        boolean down = sort.endsWith("-");
        var id = down ? sort.substring(0, sort.length() - 1) : sort;
        var collator = Collator.getInstance(Locale.of(reading.t("language.tag")));
        Comparator<Line> byName = Comparator.comparing(Line::name, collator);
        return figures.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .<Comparator<Line>>map(one -> Comparator.comparingDouble(line -> sortable(one, line, down)))
                .map(one -> one.thenComparing(byName))
                .orElse(down ? byName.reversed() : byName);
    }

    /// What is not known stands last, whichever way is up.
    private static double sortable(Figures figures, Line line, boolean down) {
        double value = figures.value().applyAsDouble(line);
        return Double.isNaN(value) ? Double.MAX_VALUE : down ? -value : value;
    }

    private static List<Head> heads(Reading reading, GroupKey by, List<Figures> figures, String sort) {
        var heads = new ArrayList<Head>();
        heads.add(head(reading, GroupNames.head(reading, by), "name", sort, false));
        figures.forEach(one -> heads.add(head(reading, one.head(), one.id(), sort, true)));
        return heads;
    }

    private static Head head(Reading reading, String words, String id, String sort, boolean numeric) {
        boolean up = sort.equals(id);
        boolean down = sort.equals(id + "-");
        // Numbers are looked at from the largest first.
        var next = numeric ? (down ? id : id + "-") : (up ? id + "-" : id);
        return new Head(
                words,
                reading.folder() + reading.selection().with(SORT, next) + "#grupper",
                up ? "ascending" : down ? "descending" : null,
                numeric);
    }

    private static Row row(Measured measured, GroupKey by, List<Figures> figures, Line line) {
        var reading = measured.reading();
        var formats = reading.formats();
        var share = line.group().limits().share();
        var bar = share.wilson(0.95)
                .map(interval -> Bar.share(
                        share.value().orElse(0),
                        interval.lower(),
                        interval.upper(),
                        measured.whole() ? PairView.TIME_GOAL : NO_GOAL,
                        "var(--data-2)",
                        reading.t(
                                "groups.bar",
                                formats.percent(share.value(), Formats.shareDecimals(share.denominator())),
                                formats.percentInterval(
                                        interval.lower(),
                                        interval.upper(),
                                        Formats.shareDecimals(share.denominator())))))
                .orElse(null);
        boolean narrows = !line.key().isEmpty()
                && (by == GroupKey.SVF
                        || by == GroupKey.REGION
                        || by == GroupKey.HREGION
                        || by == GroupKey.UNIT
                        || by == GroupKey.TREATMENT
                        || by == GroupKey.SEX
                        || by == GroupKey.AGE);
        return new Row(
                line.name(),
                narrows ? reading.folder() + reading.selection().with(Map.of(by.key(), line.key(), "by", "")) : null,
                by == GroupKey.REGION
                                && line.key().equals(reading.ownRegion())
                                && !line.key().isEmpty()
                        ? "own"
                        : null,
                bar,
                reading.t("unknown.limit"),
                figures.stream().map(one -> cell(one, line).shown(formats)).toList());
    }

    private static Cell cell(Figures figures, Line line) {
        double value = figures.value().applyAsDouble(line);
        if (Double.isNaN(value)) {
            return new Cell.Missing(Formats.NONE);
        }
        if (figures.share()) {
            return new Cell.Share(
                    value,
                    figures.id().equals("share")
                            ? Formats.shareDecimals(line.group().withLimit())
                            : figures.decimals());
        }
        return new Cell.Amount(value, figures.decimals());
    }

    private static Columns<Line> table(Reading reading, GroupKey by, List<Figures> figures) {
        var columns = new Columns<Line>().words(GroupNames.head(reading, by), Line::name);
        columns.number(
                        reading.t("column.withlimit"),
                        line -> Cell.of(line.group().withLimit()))
                .number(reading.t("column.within"), line -> Cell.of(line.group().within()));
        figures.forEach(one -> columns.number(one.head(), line -> cell(one, line)));
        return columns.number(reading.t("column.low"), line -> bound(line, true))
                .number(reading.t("column.high"), line -> bound(line, false));
    }

    private static Cell bound(Line line, boolean lower) {
        return line.group()
                .limits()
                .share()
                .wilson(0.95)
                .<Cell>map(interval -> new Cell.Share(lower ? interval.lower() : interval.upper(), 1))
                .orElse(new Cell.Missing(Formats.NONE));
    }

    private static List<Rich> foot(Reading reading, Measured measured, List<Line> lines) {
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t(
                "groups.n",
                reading.formats().whole(measured.total().map(Group::n).orElse(0L)),
                reading.formats().whole(lines.size()))));
        foot.add(Rich.of(reading.t("groups.foot")));
        return foot;
    }
}
