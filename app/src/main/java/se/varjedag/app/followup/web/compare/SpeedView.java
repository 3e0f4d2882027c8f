package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.Share;

/// How long answers took: each stretch on the way, and how many came within the target days and the next five.
///
/// @param heads  the names of the stretches
/// @param within the head of the share within the target
/// @param next   the head of the share within the next five days
/// @param rows   the quickest first, with everybody last
public record SpeedView(Figure figure, String name, List<String> heads, String within, String next, List<Row> rows) {

    /// How many days after the target are counted too.
    static final int NEXT = 5;

    private static final int SHOWN = 45;
    private static final List<Integer> TOLD = List.of(5, 11);

    public SpeedView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /// One laboratory, imaging unit or region.
    ///
    /// @param times the median and the 80th percentile of each stretch
    /// @param first the bar of those within the target
    /// @param second where the bar of the next five days begins and how long it is
    public record Row(
            String name,
            String path,
            @Nullable String kind,
            String n,
            List<String> times,
            String first,
            String secondFrom,
            String second,
            String label,
            String within,
            String next) {

        public Row {
            times = List.copyOf(times);
        }
    }

    /// One line: its groups in the order of the stretches.
    private record Line(String code, String name, List<@Nullable Group> groups, Group shown) {

        Share share(int from, int to) {
            var days = shown.histogram();
            return new Share(days.within(to) - days.within(from), shown.n());
        }

        Line under(String newName) {
            return new Line("", newName, groups, shown);
        }

        Line plus(Line other) {
            var both = new ArrayList<@Nullable Group>();
            for (int stretch = 0; stretch < groups.size(); stretch++) {
                var mine = groups.get(stretch);
                var theirs = other.groups.get(stretch);
                both.add(mine == null ? theirs : theirs == null ? mine : mine.plus(theirs, List.of()));
            }
            return new Line(code, name, both, shown.plus(other.shown, List.of()));
        }

        OptionalDouble quantile(int stretch, double p) {
            var group = groups.get(stretch);
            return group == null ? OptionalDouble.empty() : group.histogram().quantile(p);
        }
    }

    static SpeedView of(Reading reading, Answering answering, Answering.Stretch shown, int target) {
        var key = AnsweringPage.rows(reading, answering);
        var lines = lines(reading, answering, shown, key);
        lines.sort(Comparator.comparingDouble(
                        (Line line) -> line.share(-1, target).value().orElse(0))
                .reversed());
        var all = all(reading, lines);
        var heads = answering.stretches().stream()
                .map(stretch -> name(reading, stretch))
                .toList();
        var rows = new ArrayList<Row>();
        lines.stream().limit(SHOWN).forEach(line -> rows.add(row(reading, line, key, target, null)));
        var total = new ArrayList<>(lines);
        all.ifPresent(line -> {
            rows.add(row(reading, line, key, target, "nation"));
            total.add(line);
        });
        var figure = reading.figure(
                "svar",
                reading.t("answering.speed." + answering.slug()),
                reading.t("answering.speed.selected", name(reading, shown)),
                null,
                columns(reading, heads).table(answering.slug(), total),
                "svarstider",
                List.of(
                        Rich.of(reading.t(
                                "answering.n",
                                reading.formats()
                                        .whole(all.map(line -> line.shown().n()).orElse(0L)))),
                        inclusion(reading),
                        Rich.of(reading.t("answering.speed.foot"))));
        return new SpeedView(
                figure,
                GroupNames.head(reading, key),
                heads,
                reading.t("answering.within", target),
                reading.t("answering.next", target + 1, target + NEXT),
                rows);
    }

    /// What to read the times together with: how many of those with cancer are seen at all.
    private static Rich inclusion(Reading reading) {
        var share = reading.basis()
                .answer(reading.selection().question().build())
                .total()
                .map(Group::inclusion)
                .orElse(OptionalDouble.empty());
        return Rich.of(
                share.isPresent()
                        ? reading.t("compare.inclusion", reading.formats().percent(share, 1))
                        : reading.t("compare.noinclusion"));
    }

    /// A stretch in words, such as `prov taget till svar från patologen`.
    static String name(Reading reading, Answering.Stretch stretch) {
        return reading.t(
                "answering." + stretch.from().key() + "." + stretch.to().key());
    }

    private static List<Line> lines(Reading reading, Answering answering, Answering.Stretch shown, GroupKey key) {
        var found = new ArrayList<Map<String, Group>>();
        for (var stretch : answering.stretches()) {
            var groups = new HashMap<String, Group>();
            reading.basis()
                    .answer(AnsweringPage.question(reading, stretch, key))
                    .groups()
                    .forEach(group -> groups.put(group.key().getFirst(), group));
            found.add(groups);
        }
        var lines = new ArrayList<Line>();
        found.get(answering.stretches().indexOf(shown)).forEach((code, group) -> {
            if (group.n() > 0) {
                var groups = new ArrayList<@Nullable Group>();
                found.forEach(one -> groups.add(one.get(code)));
                lines.add(new Line(code, GroupNames.name(reading, key, code), groups, group));
            }
        });
        return lines;
    }

    /// All of them as one; empty when nothing was answered.
    private static Optional<Line> all(Reading reading, List<Line> lines) {
        return lines.stream()
                .map(line -> line.under(reading.t("answering.all")))
                .reduce(Line::plus);
    }

    private static Row row(Reading reading, Line line, GroupKey key, int target, @Nullable String kind) {
        var formats = reading.formats();
        var first = line.share(-1, target);
        var next = line.share(target, target + NEXT);
        var decimals = Formats.shareDecimals(line.shown().n());
        var within = formats.percent(first.value(), decimals);
        var later = formats.percent(next.value(), decimals);
        var times = new ArrayList<String>();
        for (int stretch = 0; stretch < line.groups().size(); stretch++) {
            times.add(formats.decimal(line.quantile(stretch, 0.5), 0));
            times.add(formats.decimal(line.quantile(stretch, 0.8), 0));
        }
        double share = first.value().orElse(0);
        return new Row(
                line.name(),
                kind == null && !line.code().isEmpty()
                        ? reading.folder() + reading.selection().with(key.key(), line.code())
                        : "",
                kind,
                formats.whole(line.shown().n()),
                times,
                Bar.length(share, 1),
                Bar.length(share, 1),
                Bar.length(next.value().orElse(0), 1),
                reading.t("answering.bar", within, target, later, NEXT),
                within,
                later);
    }

    private static Columns<Line> columns(Reading reading, List<String> heads) {
        var columns = new Columns<Line>()
                .words(reading.t("compare.name"), Line::name)
                .number(
                        reading.t("answering.answers"),
                        line -> Cell.of(line.shown().n()));
        for (int at = 0; at < heads.size(); at++) {
            int stretch = at;
            columns.number(
                            reading.t("answering.median", heads.get(at)),
                            line -> Cell.of(line.quantile(stretch, 0.5), 1))
                    .number(reading.t("answering.p80", heads.get(at)), line -> Cell.of(line.quantile(stretch, 0.8), 1));
        }
        for (int days : TOLD) {
            columns.number(
                            reading.t("answering.within", days),
                            line -> Cell.share(line.share(-1, days).value(), 1))
                    .number(
                            reading.t("answering.next", days + 1, days + NEXT),
                            line -> Cell.share(line.share(days, days + NEXT).value(), 1));
        }
        return columns;
    }
}
