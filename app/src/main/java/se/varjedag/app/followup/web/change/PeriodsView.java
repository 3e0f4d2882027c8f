package se.varjedag.app.followup.web.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.change.Difference;
import se.varjedag.pathway.change.TwoPeriods;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.Question;

/// Two periods side by side: how they differ, and whether that is more than chance.
public record PeriodsView(Figure figure, String before, String after, List<Row> rows) {

    static final double LEVEL = 0.95;

    public PeriodsView {
        rows = List.copyOf(rows);
    }

    /// One measure.
    ///
    /// @param tone `won`, `lost` or `quiet`
    public record Row(
            String name, String before, String after, String change, String interval, String means, String tone) {}

    private record Line(Row row, Cell before, Cell after, Cell change, Cell lower, Cell upper) {}

    /// How a measure is written.
    private record Words(
            String name,
            DoubleFunction<String> value,
            DoubleFunction<String> change,
            DoubleFunction<String> bound,
            DoubleFunction<Cell> cell,
            boolean lowerIsBetter) {}

    static PeriodsView of(Reading reading, Choices choices) {
        var formats = reading.formats();
        var selection = reading.selection();
        var earlier = selection.question(choices.before(), choices.beforeTo()).build();
        var later = selection.question().build();
        var compared = TwoPeriods.of(reading.basis().traced(), earlier, later, LEVEL);
        var before = formats.months(choices.before(), choices.beforeTo());
        var after = formats.months(selection.from(), selection.to());
        var lines = new ArrayList<Line>();
        compared.share()
                .ifPresent(one -> lines.add(line(
                        reading,
                        one,
                        new Words(
                                reading.t("change.periods.share"),
                                value -> formats.percent(value, 1),
                                formats::points,
                                value -> signed(formats, 100 * value),
                                value -> new Cell.Share(value, 1),
                                false))));
        compared.median()
                .ifPresent(one -> lines.add(line(
                        reading,
                        one,
                        new Words(
                                reading.t("change.periods.median"),
                                value -> formats.decimal(value, 1),
                                value -> signed(formats, value),
                                value -> signed(formats, value),
                                value -> new Cell.Amount(value, 1),
                                true))));
        compared.overtime()
                .ifPresent(one -> lines.add(line(
                        reading,
                        one,
                        new Words(
                                reading.t("change.periods.overtime"),
                                value -> formats.decimal(value, 1),
                                value -> signed(formats, value),
                                value -> signed(formats, value),
                                value -> new Cell.Amount(value, 1),
                                true))));
        var one = total(reading, earlier);
        var other = total(reading, later);
        lines.add(plain(
                reading.t("column.started"),
                Cell.of(one.map(Group::n).orElse(0L)),
                Cell.of(other.map(Group::n).orElse(0L)),
                formats));
        lines.add(plain(
                reading.t("change.periods.inclusion"), inclusion(reading, one), inclusion(reading, other), formats));
        var figure = reading.figure(
                "perioder",
                reading.t("change.periods.question"),
                reading.t("change.periods.selected", after, before),
                null,
                new Columns<Line>()
                        .words(reading.t("column.measure"), line -> line.row().name())
                        .number(before, Line::before)
                        .number(after, Line::after)
                        .number(reading.t("change.periods.change"), Line::change)
                        .number(reading.t("column.low"), Line::lower)
                        .number(reading.t("column.high"), Line::upper)
                        .words(reading.t("change.means"), line -> line.row().means())
                        .table("perioder", lines),
                "forandring",
                List.of(Rich.of(reading.t("change.periods.foot"))));
        return new PeriodsView(
                figure, before, after, lines.stream().map(Line::row).toList());
    }

    private static Optional<Group> total(Reading reading, Question question) {
        return reading.basis().answer(question).total();
    }

    private static Cell inclusion(Reading reading, Optional<Group> group) {
        var share = group.map(Group::inclusion).orElse(OptionalDouble.empty());
        return share.isPresent()
                ? new Cell.Share(share.getAsDouble(), 1)
                : new Cell.Missing(reading.t("unknown.cases"));
    }

    private static Line plain(String name, Cell before, Cell after, Formats formats) {
        var none = new Cell.Missing(Formats.NONE);
        return new Line(
                new Row(
                        name,
                        before.shown(formats),
                        after.shown(formats),
                        Formats.NONE,
                        Formats.NONE,
                        Formats.NONE,
                        "quiet"),
                before,
                after,
                none,
                none,
                none);
    }

    private static Line line(Reading reading, Difference one, Words words) {
        var none = new Cell.Missing(Formats.NONE);
        boolean won = words.lowerIsBetter() ? one.change() < 0 : one.change() > 0;
        var means = one.interval().isEmpty() ? "few" : !one.moreThanChance() ? "chance" : won ? "won" : "lost";
        var row = new Row(
                words.name(),
                words.value().apply(one.before()),
                words.value().apply(one.after()),
                words.change().apply(one.change()),
                one.interval()
                        .map(i -> reading.t(
                                "change.periods.interval",
                                words.bound().apply(i.lower()),
                                words.bound().apply(i.upper())))
                        .orElse(Formats.NONE),
                reading.t("change.periods." + means),
                one.moreThanChance() ? (won ? "won" : "lost") : "quiet");
        return new Line(
                row,
                words.cell().apply(one.before()),
                words.cell().apply(one.after()),
                words.cell().apply(one.change()),
                one.interval().map(i -> words.cell().apply(i.lower())).orElse(none),
                one.interval().map(i -> words.cell().apply(i.upper())).orElse(none));
    }

    static String signed(Formats formats, double value) {
        var text = formats.decimal(value, 1);
        return value > 0 && !text.equals(formats.decimal(0, 1)) ? "+" + text : text;
    }
}
