package se.varjedag.app.followup.web.change;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.change.Difference;
import se.varjedag.pathway.change.OutsideWaits;
import se.varjedag.pathway.change.TwoPeriods;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// Whether patients outside the pathways waited longer for imaging and pathology meanwhile.
///
/// @param missing whether too little was delivered to say anything
public record DisplacementView(Figure figure, String before, String after, List<Row> rows, boolean missing) {

    /// Fewer answers than this outside, in either period, say nothing.
    static final long FEWEST = 30;

    public DisplacementView {
        rows = List.copyOf(rows);
    }

    /// One way from referral to answer, outside the pathways or inside.
    public record Row(
            String name,
            String where,
            String n,
            String before,
            String after,
            String change,
            String means,
            String tone,
            boolean first) {}

    /// From where to where.
    record Way(MeasuringPoint from, MeasuringPoint to) {}

    /// One way with all its pairs outside the pathways.
    record Outside(Way way, OutsideWaits waits) {}

    private static final List<Way> WAYS = List.of(
            new Way(MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.PATHOLOGY_REPORTED),
            new Way(MeasuringPoint.IMAGING_REFERRAL, MeasuringPoint.IMAGING_REPORTED));

    /// The days of one way, outside the pathways or inside, in the two periods.
    record Line(Way way, boolean outside, DayHistogram before, DayHistogram after) {

        boolean enough() {
            return before.n() >= FEWEST && after.n() >= FEWEST;
        }

        /// Whether the wait became longer by more than chance.
        boolean longer() {
            return enough()
                    && TwoPeriods.mean(before, after, PeriodsView.LEVEL)
                            .filter(one -> one.moreThanChance() && one.change() > 0)
                            .isPresent();
        }
    }

    /// The pairs outside of both ways: found once for all that the page says of them.
    static List<Outside> outside(Reading reading) {
        return WAYS.stream()
                .map(way ->
                        new Outside(way, OutsideWaits.between(reading.basis().traced(), way.from(), way.to())))
                .toList();
    }

    static DisplacementView of(Reading reading, Choices choices, List<Outside> ways) {
        var selection = reading.selection();
        var lines = new ArrayList<Line>();
        for (var one : ways) {
            var way = one.way();
            lines.add(new Line(
                    way,
                    true,
                    outside(reading, one, choices.before(), choices.beforeTo()),
                    outside(reading, one, selection.from(), selection.to())));
            lines.add(new Line(
                    way,
                    false,
                    inside(reading, way, choices.before(), choices.beforeTo()),
                    inside(reading, way, selection.from(), selection.to())));
        }
        boolean missing = lines.stream().noneMatch(line -> line.outside() && line.enough());
        var formats = reading.formats();
        var before = formats.months(choices.before(), choices.beforeTo());
        var after = formats.months(selection.from(), selection.to());
        var figure = reading.figure(
                "undantrangning",
                reading.t("change.displacement.question"),
                reading.t("change.displacement.selected", after, before),
                null,
                columns(reading, before, after).table("undantrangning", lines),
                "forandring",
                List.of(Rich.of(reading.t("change.displacement.foot", FEWEST))));
        return new DisplacementView(
                figure,
                before,
                after,
                lines.stream().map(line -> row(reading, line)).toList(),
                missing);
    }

    private static DayHistogram outside(Reading reading, Outside one, YearMonth from, YearMonth to) {
        var timelines = reading.basis().traced().timelines();
        IntPredicate regions = reading.selection()
                .region()
                .map(code ->
                        (IntPredicate) region -> timelines.regionText(region).equals(code))
                .orElse(_ -> true);
        return one.waits().during(from.atDay(1), to.atEndOfMonth(), regions);
    }

    /// Everybody inside, of every pathway: who waits outside is not told apart by pathway either.
    private static DayHistogram inside(Reading reading, Way way, YearMonth from, YearMonth to) {
        var question = Question.leadTime()
                .between(way.from(), way.to())
                .period(from.atDay(1), to.atEndOfMonth())
                .countBy(CountBy.END);
        reading.selection().region().ifPresent(code -> question.only(GroupKey.REGION, code));
        return reading.basis()
                .answer(question.build())
                .total()
                .map(Group::histogram)
                .orElse(DayHistogram.EMPTY);
    }

    static String name(Reading reading, Way way) {
        return StepNames.first(reading.t(
                "change.displacement.way",
                StepNames.point(way.from(), reading.texts()),
                StepNames.point(way.to(), reading.texts())));
    }

    static Row row(Reading reading, Line line) {
        var formats = reading.formats();
        var where = reading.t(line.outside() ? "change.displacement.outside" : "change.displacement.inside");
        var n = reading.t(
                "change.displacement.n",
                formats.whole(line.before().n()),
                formats.whole(line.after().n()));
        var compared = TwoPeriods.mean(line.before(), line.after(), PeriodsView.LEVEL);
        if (!line.enough() || compared.isEmpty()) {
            return new Row(
                    name(reading, line.way()),
                    where,
                    n,
                    Formats.NONE,
                    Formats.NONE,
                    Formats.NONE,
                    reading.t("change.displacement.few"),
                    "quiet",
                    line.outside());
        }
        var one = compared.get();
        return new Row(
                name(reading, line.way()),
                where,
                n,
                mean(reading, line.before()),
                mean(reading, line.after()),
                change(reading, one),
                reading.t("change.displacement." + means(one)),
                one.moreThanChance() ? (one.change() < 0 ? "won" : "lost") : "quiet",
                line.outside());
    }

    private static String means(Difference one) {
        return !one.moreThanChance() ? "chance" : one.change() < 0 ? "shorter" : "longer";
    }

    private static String mean(Reading reading, DayHistogram days) {
        var formats = reading.formats();
        return reading.t(
                "change.displacement.mean", formats.decimal(days.mean(), 1), formats.decimal(days.quantile(0.9), 0));
    }

    private static String change(Reading reading, Difference one) {
        var formats = reading.formats();
        return one.interval()
                .map(i -> reading.t(
                        "change.displacement.change",
                        PeriodsView.signed(formats, one.change()),
                        PeriodsView.signed(formats, i.lower()),
                        PeriodsView.signed(formats, i.upper())))
                .orElse(PeriodsView.signed(formats, one.change()));
    }

    private static Columns<Line> columns(Reading reading, String before, String after) {
        return new Columns<Line>()
                .words(reading.t("column.step"), line -> name(reading, line.way()))
                .words(
                        reading.t("change.displacement.where"),
                        line -> reading.t(
                                line.outside() ? "change.displacement.outside" : "change.displacement.inside"))
                .number(
                        reading.t("change.displacement.answers", before),
                        line -> Cell.of(line.before().n()))
                .number(
                        reading.t("change.displacement.meanof", before),
                        line -> enough(line, line.before().mean()))
                .number(
                        reading.t("change.displacement.p90of", before),
                        line -> enough(line, line.before().quantile(0.9)))
                .number(
                        reading.t("change.displacement.answers", after),
                        line -> Cell.of(line.after().n()))
                .number(
                        reading.t("change.displacement.meanof", after),
                        line -> enough(line, line.after().mean()))
                .number(
                        reading.t("change.displacement.p90of", after),
                        line -> enough(line, line.after().quantile(0.9)));
    }

    /// Days of too few are told neither on the page nor in its files.
    private static Cell enough(Line line, OptionalDouble days) {
        return line.enough() ? Cell.of(days, 1) : new Cell.Missing(Formats.NONE);
    }
}
