package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.DelayCost;
import se.varjedag.pathway.measure.DelayCosts;

/// What the wait for answers cost the patients treated in the period: how many would have kept their limit.
///
/// @param lost    how many lost their limit by it
/// @param days    the overtime days that would not have been
/// @param sentence what both mean
/// @param rows    those with the most lost first, with everybody last
public record CostView(
        Figure figure, String name, String lost, String days, String sentence, List<Row> rows, boolean empty) {

    private static final int SHOWN = 45;

    public CostView {
        rows = List.copyOf(rows);
    }

    /// One laboratory, imaging unit or region.
    public record Row(
            String name,
            boolean all,
            String measured,
            String over,
            String lost,
            @Nullable Bar bar,
            String share,
            String days) {}

    private record Line(String name, DelayCost cost) {}

    static CostView of(Reading reading, Answering answering, Answering.Stretch stretch, int target) {
        var key = AnsweringPage.rows(reading, answering);
        var formats = reading.formats();
        var question = reading.selection().question().by(key).build();
        var traced = reading.basis().traced();
        var lines = new ArrayList<Line>();
        var all = new DelayCost(List.of(), 0, 0, 0, 0);
        for (var cost : DelayCosts.of(traced, question, stretch.from(), stretch.to(), OptionalInt.of(target))) {
            all = all.plus(cost, List.of());
            lines.add(new Line(GroupNames.name(reading, key, cost.key().getFirst()), cost));
        }
        lines.sort(Comparator.comparingLong((Line line) -> line.cost().lost())
                .thenComparingLong(line -> line.cost().days())
                .reversed());
        double most = Math.max(1, lines.isEmpty() ? 1 : lines.getFirst().cost().lost());
        var rows = new ArrayList<Row>();
        lines.stream().limit(SHOWN).forEach(line -> rows.add(row(reading, line, most, false)));
        var total = new Line(reading.t("answering.all"), all);
        if (!lines.isEmpty()) {
            rows.add(row(reading, total, most, true));
        }
        var data = new ArrayList<>(lines);
        data.add(total);
        var name = SpeedView.name(reading, stretch);
        var figure = reading.figure(
                "kostnad",
                reading.t("cost.question"),
                reading.t("cost.selected", name, target),
                null,
                columns(reading).table("kostnad-" + answering.slug(), data),
                "vad-vantan-kostade",
                List.of(
                        Rich.of(reading.t("cost.foot.n", formats.whole(all.measured()), formats.whole(all.over()))),
                        Rich.of(reading.t("cost.foot"))));
        return new CostView(
                figure,
                GroupNames.head(reading, key),
                formats.whole(all.lost()),
                formats.whole(all.days()),
                reading.t(
                        "cost.sentence",
                        formats.whole(all.over()),
                        formats.whole(all.lost()),
                        formats.whole(all.days()),
                        name,
                        target),
                rows,
                all.measured() == 0);
    }

    private static Row row(Reading reading, Line line, double most, boolean all) {
        var formats = reading.formats();
        var cost = line.cost();
        var share = formats.percent(cost.lostOfOver().value(), Formats.shareDecimals(cost.over()));
        return new Row(
                line.name(),
                all,
                formats.whole(cost.measured()),
                formats.whole(cost.over()),
                formats.whole(cost.lost()),
                all
                        ? null
                        : Bar.of(
                                (double) cost.lost(),
                                most,
                                "var(--late)",
                                reading.t("cost.bar", formats.whole(cost.lost()))),
                share,
                formats.whole(cost.days()));
    }

    private static Columns<Line> columns(Reading reading) {
        return new Columns<Line>()
                .words(reading.t("compare.name"), Line::name)
                .number(reading.t("cost.measured"), line -> Cell.of(line.cost().measured()))
                .number(reading.t("cost.over"), line -> Cell.of(line.cost().over()))
                .number(reading.t("cost.lost"), line -> Cell.of(line.cost().lost()))
                .number(
                        reading.t("cost.share"),
                        line -> Cell.share(line.cost().lostOfOver().value(), 1))
                .number(reading.t("cost.days"), line -> Cell.of(line.cost().days()));
    }
}
