package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Backlog;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.GroupKey;

/// What waits now, before and after it has come to those who answer, and how old it is.
///
/// @param first  the head of what has not come yet
/// @param second the head of what has come and is not answered
/// @param rows   those with the most waiting first, with everybody last
/// @param legend the ages in words, the youngest first
public record BacklogView(
        Figure figure, String name, String first, String second, List<Row> rows, List<String> legend) {

    private static final int YOUNG = 5;
    private static final int OLD = 11;
    private static final int SHOWN = 45;

    public BacklogView {
        rows = List.copyOf(rows);
        legend = List.copyOf(legend);
    }

    /// One place.
    ///
    /// @param bands where each of the ages of the second queue begins on the scale, and how long it is
    public record Row(
            String name,
            boolean all,
            String first,
            String firstOldest,
            String second,
            List<Band> bands,
            String label,
            String oldest) {

        public Row {
            bands = List.copyOf(bands);
        }
    }

    /// A piece of a bar.
    public record Band(String from, String width, String fill) {}

    private record Line(String code, String name, Backlog first, Backlog second) {

        long both() {
            return first.waiting().waiting() + second.waiting().waiting();
        }

        long aged(int from, int to) {
            return second.olderThan(from) - second.olderThan(to);
        }
    }

    static BacklogView of(Reading reading, Answering answering) {
        var key = reading.selection().region().isPresent() ? GroupKey.UNIT : GroupKey.REGION;
        var lines = lines(reading, answering, key);
        lines.sort(Comparator.comparingLong(Line::both).reversed());
        var all = new Line("", reading.t("answering.all"), nothing(), nothing());
        for (var line : lines) {
            all = new Line(
                    "",
                    all.name(),
                    all.first().plus(line.first(), List.of()),
                    all.second().plus(line.second(), List.of()));
        }
        double most = Math.max(
                1,
                lines.stream()
                        .mapToLong(line -> line.second().waiting().waiting())
                        .max()
                        .orElse(1));
        var rows = new ArrayList<Row>();
        lines.stream().limit(SHOWN).forEach(line -> rows.add(row(reading, line, most, false)));
        if (!lines.isEmpty()) {
            rows.add(row(
                    reading, all, Math.max(1.0, (double) all.second().waiting().waiting()), true));
        }
        var data = new ArrayList<>(lines);
        data.add(all);
        var first = SpeedView.name(reading, answering.first());
        var second = SpeedView.name(reading, answering.second());
        var figure = reading.figure(
                "vantar",
                reading.t("answering.backlog." + answering.slug()),
                reading.t(
                        "answering.backlog.selected",
                        reading.formats().date(reading.basis().asOf())),
                null,
                columns(reading, first, second).table("vantar-" + answering.slug(), data),
                "svarstider",
                List.of(Rich.of(reading.t("answering.backlog.foot." + answering.slug()))));
        return new BacklogView(
                figure,
                GroupNames.head(reading, key),
                first,
                second,
                rows,
                List.of(
                        reading.t("answering.age.young", YOUNG),
                        reading.t("answering.age.middle", YOUNG + 1, OLD),
                        reading.t("answering.age.old", OLD)));
    }

    private static Backlog nothing() {
        return new Backlog(List.of(), DayHistogram.EMPTY);
    }

    private static List<Line> lines(Reading reading, Answering answering, GroupKey key) {
        var found = new TreeMap<String, Line>();
        for (var stretch : List.of(answering.first(), answering.second())) {
            for (var one : Backlog.of(reading.basis().traced(), AnsweringPage.question(reading, stretch, key))) {
                var code = one.key().getFirst();
                var line = found.getOrDefault(
                        code, new Line(code, GroupNames.name(reading, key, code), nothing(), nothing()));
                found.put(
                        code,
                        stretch.equals(answering.first())
                                ? new Line(code, line.name(), one, line.second())
                                : new Line(code, line.name(), line.first(), one));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Row row(Reading reading, Line line, double scale, boolean all) {
        var formats = reading.formats();
        long young = line.aged(-1, YOUNG);
        long middle = line.aged(YOUNG, OLD);
        long old = line.second().olderThan(OLD);
        return new Row(
                line.name(),
                all,
                formats.whole(line.first().waiting().waiting()),
                oldest(reading, line.first()),
                formats.whole(line.second().waiting().waiting()),
                List.of(
                        new Band("0%", Bar.length((double) young, scale), "var(--data-3)"),
                        new Band(
                                Bar.length((double) young, scale), Bar.length((double) middle, scale), "var(--data-2)"),
                        new Band(
                                Bar.length((double) young + middle, scale),
                                Bar.length((double) old, scale),
                                "var(--late)")),
                reading.t("answering.backlog.label", formats.whole(young), formats.whole(middle), formats.whole(old)),
                oldest(reading, line.second()));
    }

    private static String oldest(Reading reading, Backlog backlog) {
        return backlog.oldest() < 0 ? Formats.NONE : reading.formats().whole(backlog.oldest());
    }

    private static Columns<Line> columns(Reading reading, String first, String second) {
        return new Columns<Line>()
                .words(reading.t("compare.name"), Line::name)
                .number(
                        reading.t("answering.waiting", first),
                        line -> Cell.of(line.first().waiting().waiting()))
                .number(reading.t("answering.oldest"), line -> age(line.first()))
                .number(
                        reading.t("answering.waiting", second),
                        line -> Cell.of(line.second().waiting().waiting()))
                .number(reading.t("answering.age.young", YOUNG), line -> Cell.of(line.aged(-1, YOUNG)))
                .number(reading.t("answering.age.middle", YOUNG + 1, OLD), line -> Cell.of(line.aged(YOUNG, OLD)))
                .number(
                        reading.t("answering.age.old", OLD),
                        line -> Cell.of(line.second().olderThan(OLD)))
                .number(reading.t("answering.oldest"), line -> age(line.second()));
    }

    private static Cell age(Backlog backlog) {
        return backlog.oldest() < 0 ? new Cell.Missing(Formats.NONE) : Cell.of(backlog.oldest());
    }
}
