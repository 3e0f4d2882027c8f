package se.varjedag.app.followup.web.bottlenecks;

import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.chart.QueuePicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Queue;
import se.varjedag.pathway.measure.Step;

/// Whether the queue of a step grows: who came and who went each week, and who waits now.
///
/// @param now who waits, and how long they have
public record QueueView(Figure figure, Rich now) {

    private static final int WEEKS = 16;
    private static final int EVERY = 5;

    static QueueView of(Reading reading, Lost lost, Chosen chosen, Step.Between step) {
        var question = reading.selection().question().between(step.from(), step.to());
        chosen.row().ifPresent(row -> question.only(lost.by(), row));
        var queue = reading.basis().queue(question.build(), WEEKS);
        var foot = new ArrayList<Rich>();
        if (queue.stale() > 0) {
            foot.add(Rich.of(reading.t("queue.stale", reading.formats().whole(queue.stale()))));
        }
        foot.add(Rich.of(reading.t("queue.foot")));
        var figure = reading.figure(
                "ko",
                reading.t("queue.question"),
                reading.t(
                        "queue.selected", reading.formats().date(reading.basis().asOf())),
                picture(reading, queue),
                new Columns<Queue.Week>()
                        .words(reading.t("queue.monday"), week -> week.monday().toString())
                        .number(reading.t("queue.in.head"), week -> Cell.of(week.in()))
                        .number(reading.t("queue.out.head"), week -> Cell.of(week.out()))
                        .number(reading.t("queue.without.head"), week -> Cell.of(week.without()))
                        .number(reading.t("queue.end.head"), week -> Cell.of(week.queue()))
                        .table("ko", queue.weeks()),
                "ko",
                foot);
        return new QueueView(figure, now(reading, queue));
    }

    private static Rich now(Reading reading, Queue queue) {
        var formats = reading.formats();
        var waiting = queue.waiting();
        if (waiting.n() == 0) {
            return Rich.of(reading.t("queue.nobody"));
        }
        return Rich.of(reading.t(
                "queue.now",
                formats.whole(waiting.n()),
                formats.decimal(waiting.quantile(0.5), 0),
                formats.days(waiting.longest().orElse(0))));
    }

    private static Chart picture(Reading reading, Queue queue) {
        var formats = reading.formats();
        var weeks = queue.weeks();
        var ticks = new ArrayList<String>();
        for (int i = 0; i < weeks.size(); i++) {
            int week = weeks.get(i).monday().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            boolean shown = (weeks.size() - 1 - i) % EVERY == 0;
            ticks.add(shown ? reading.t("queue.week", week) : "");
        }
        var first = weeks.getFirst();
        var last = weeks.getLast();
        return reading.draw(new QueuePicture(
                reading.t(
                        "queue.label",
                        formats.whole(first.queue()),
                        formats.whole(last.queue()),
                        formats.whole(last.in()),
                        formats.whole(last.out() + last.without())),
                ticks,
                List.of(
                        new QueuePicture.Line(
                                reading.t("queue.in", formats.whole(last.in())),
                                weeks.stream().map(Queue.Week::in).toList(),
                                "var(--ink)",
                                1.5,
                                false),
                        new QueuePicture.Line(
                                reading.t("queue.out", formats.whole(last.out() + last.without())),
                                weeks.stream()
                                        .map(week -> week.out() + week.without())
                                        .toList(),
                                "var(--data-2)",
                                1.5,
                                true),
                        new QueuePicture.Line(
                                reading.t("queue.end", formats.whole(last.queue())),
                                weeks.stream().map(Queue.Week::queue).toList(),
                                "var(--late)",
                                2.5,
                                false))));
    }
}
