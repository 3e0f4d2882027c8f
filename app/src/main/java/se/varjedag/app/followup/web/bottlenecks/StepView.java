package se.varjedag.app.followup.web.bottlenecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.chart.DistributionPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Bottleneck;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.StepSum;

/// One step, in one row of the table or in all: how long it took against what is allowed, its queue, whom it cost the
/// limit, and whose it is.
///
/// @param where    the row, or all
/// @param lead     its overtime days, and how large a part they are
/// @param queue    null for a step that has not ended
/// @param cost     those it cost the limit
/// @param owner    the unit that most of it ended in
/// @param most     the pathways it cost most
/// @param whatIf   Tänk om with the step at its allowance; null for a step that has not ended
/// @param whatIfWords what is seen there
/// @param open     the step's own page
/// @param patients the list of those it cost the limit, for those who may see it
public record StepView(
        String name,
        String where,
        Rich lead,
        Figure distribution,
        @Nullable QueueView queue,
        Rich cost,
        Rich owner,
        String most,
        @Nullable String whatIf,
        String whatIfWords,
        String open,
        String patients,
        boolean anybodyLate) {

    private static final int SHORTEST = 14;
    private static final int LONGEST = 112;
    private static final int MOST = 3;

    static StepView of(Lost lost, Chosen chosen, List<StepSum> sums) {
        var reading = lost.reading();
        var formats = reading.formats();
        var bottleneck = seen(lost, chosen);
        var row = chosen.row();
        var where = row.map(value -> value.isEmpty() && lost.by() == GroupKey.UNIT
                        ? reading.t("heat.nounit")
                        : GroupNames.name(reading, lost.by(), value))
                .orElseGet(() -> reading.t("step.everywhere"));
        long all = sums.stream()
                .filter(sum -> row.isEmpty() || sum.key().getLast().equals(row.get()))
                .mapToLong(StepSum::overtimeDays)
                .sum();
        return new StepView(
                StepNames.of(chosen.step(), reading.texts()),
                where,
                Rich.of(reading.t(
                        row.isPresent() ? "step.lead" : "step.lead.all",
                        formats.whole(bottleneck.overtimeDays()),
                        formats.percent(all == 0 ? 0 : (double) bottleneck.overtimeDays() / all, 0),
                        where)),
                distribution(lost, bottleneck),
                chosen.step() instanceof Step.Between between ? QueueView.of(reading, lost, chosen, between) : null,
                cost(reading, bottleneck),
                owner(reading, bottleneck),
                most(lost, chosen, sums),
                chosen.step() instanceof Step.Between between ? Chosen.whatIf(lost, between, row) : null,
                chosen.step() instanceof Step.Between between ? Chosen.whatIfWords(lost, between, row) : "",
                BottlenecksController.STEP + link(reading, chosen),
                BottlenecksController.PATIENTS + link(reading, chosen),
                !bottleneck.late().isEmpty());
    }

    private static String link(Reading reading, Chosen chosen) {
        return chosen.row()
                .map(row -> Chosen.query(reading.selection(), chosen.step(), row))
                .orElseGet(() -> Chosen.query(reading.selection(), chosen.step()));
    }

    /// Every figure of it.
    List<Figure> figures() {
        return queue == null ? List.of(distribution) : List.of(distribution, queue.figure());
    }

    static Bottleneck seen(Lost lost, Chosen chosen) {
        return lost.reading()
                .basis()
                .bottleneck(
                        lost.question(chosen.row()).build(),
                        chosen.step(),
                        lost.by() == GroupKey.UNIT ? chosen.row() : Optional.empty());
    }

    private static Figure distribution(Lost lost, Bottleneck bottleneck) {
        var reading = lost.reading();
        var formats = reading.formats();
        boolean waiting = bottleneck.step() instanceof Step.WaitingAfter;
        var days = waiting ? asReached(bottleneck.days()) : bottleneck.days();
        var allowed = allowances(reading, bottleneck.step());
        var kept = bottleneck.allowances();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t(
                "step.n",
                formats.whole(days.n()),
                formats.decimal(days.quantile(0.5), 0),
                formats.decimal(days.quantile(0.8), 0))));
        if (kept.withLimit() > 0) {
            foot.add(Rich.of(reading.t(
                    allowed.size() > 1 ? "step.kept.several" : "step.kept",
                    formats.percent(kept.share().value(), Formats.shareDecimals(kept.withLimit())),
                    formats.whole(kept.withLimit()),
                    allowed.isEmpty() ? "" : formats.whole(allowed.first()),
                    allowed.isEmpty() ? "" : formats.days(allowed.last()))));
        } else {
            foot.add(Rich.of(reading.t("step.noallowance")));
        }
        long outside = days.n() - days.within(lastDay(days));
        if (outside > 0) {
            foot.add(Rich.of(reading.t("step.outside", formats.whole(outside), lastDay(days))));
        }
        return reading.figure(
                "dagar",
                reading.t(waiting ? "step.question.waiting" : "step.question"),
                null,
                days.n() == 0 ? null : picture(reading, bottleneck, days, allowed),
                new Columns<long[]>()
                        .number(reading.t("column.day"), row -> Cell.of(row[0]))
                        .number(reading.t("column.patients"), row -> Cell.of(row[1]))
                        .number(reading.t("step.cumulative"), row -> new Cell.Share((double) row[2] / days.n(), 1))
                        .table("steg-dagar", rows(days)),
                "flaskhalsar",
                foot);
    }

    private static DayHistogram asReached(DayHistogram waiting) {
        var builder = new DayHistogram.Builder();
        waiting.each(
                DayHistogram.Outcome.WAITING, (day, count) -> builder.add(DayHistogram.Outcome.REACHED, day, count));
        return builder.build();
    }

    private static List<long[]> rows(DayHistogram days) {
        var rows = new ArrayList<long[]>();
        var sum = new long[1];
        days.each(DayHistogram.Outcome.REACHED, (day, count) -> {
            sum[0] += count;
            rows.add(new long[] {day, count, sum[0]});
        });
        return rows;
    }

    private static int lastDay(DayHistogram days) {
        double tail = Math.clamp(days.quantile(0.96).orElse(SHORTEST), SHORTEST, LONGEST);
        return 7 * (int) Math.ceil(tail / 7);
    }

    private static Chart picture(Reading reading, Bottleneck bottleneck, DayHistogram days, TreeSet<Integer> allowed) {
        var formats = reading.formats();
        int last = lastDay(days);
        var counts = new ArrayList<Long>();
        for (int day = 0; day <= last; day++) {
            counts.add(days.count(DayHistogram.Outcome.REACHED, day));
        }
        double median = days.quantile(0.5).orElse(0);
        var limit = allowed.size() == 1 ? OptionalInt.of(allowed.first()) : OptionalInt.empty();
        var share = formats.percent(
                bottleneck.allowances().share().value(),
                Formats.shareDecimals(bottleneck.allowances().withLimit()));
        var words = limit.isPresent()
                ? List.of(reading.t("step.allowance", formats.days(limit.getAsInt())), reading.t("step.within", share))
                : List.<String>of();
        return reading.draw(new DistributionPicture(
                reading.t("step.label", StepNames.of(bottleneck.step(), reading.texts()), formats.decimal(median, 0)),
                counts,
                limit,
                words,
                List.of(new DistributionPicture.Mark(
                        median, reading.t("distribution.median", formats.decimal(median, 0)), null)),
                reading.t("step.axis")));
    }

    /// The different numbers of days that the definitions of the selection allow this step.
    private static TreeSet<Integer> allowances(Reading reading, Step step) {
        if (!(step instanceof Step.Between between)) {
            return new TreeSet<>();
        }
        var selection = reading.selection();
        var day = selection.to().atEndOfMonth();
        return reading.basis().definitions().all().stream()
                .filter(one ->
                        selection.svf().isEmpty() || selection.svf().get().equals(one.id()))
                .map(PathwayDefinition::allowances)
                .flatMap(List::stream)
                .filter(one -> one.measured()
                        && one.validOn(day)
                        && one.from().filter(between.from()::equals).isPresent()
                        && one.to().filter(between.to()::equals).isPresent())
                .map(one -> one.days().orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Rich cost(Reading reading, Bottleneck bottleneck) {
        var formats = reading.formats();
        if (bottleneck.late().isEmpty()) {
            return Rich.of(reading.t("step.cost.none"));
        }
        long decisive =
                bottleneck.late().stream().filter(Bottleneck.Late::decisive).count();
        return Rich.of(reading.t("step.cost", formats.whole(bottleneck.late().size()), formats.whole(decisive)));
    }

    private static Rich owner(Reading reading, Bottleneck bottleneck) {
        long all =
                bottleneck.units().stream().mapToLong(Bottleneck.Unit::patients).sum();
        return bottleneck.units().stream()
                .filter(unit -> !unit.unit().isEmpty())
                .max(Comparator.comparingLong(Bottleneck.Unit::patients))
                .map(unit -> Rich.of(reading.t(
                        "step.owner",
                        reading.unitName(unit.unit()),
                        reading.formats().percent((double) unit.patients() / all, 0),
                        reading.formats().whole(bottleneck.units().size()))))
                .orElseGet(() -> Rich.of(reading.t("step.owner.unknown")));
    }

    private static String most(Lost lost, Chosen chosen, List<StepSum> sums) {
        var reading = lost.reading();
        var bySvf = new LinkedHashMap<String, Long>();
        sums.stream()
                .filter(sum -> sum.step().equals(chosen.step())
                        && (chosen.row().isEmpty()
                                || sum.key().getLast().equals(chosen.row().get())))
                .forEach(sum -> bySvf.merge(sum.svf(), sum.overtimeDays(), Long::sum));
        long all =
                Math.max(1, bySvf.values().stream().mapToLong(Long::longValue).sum());
        var most = bySvf.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST)
                .map(entry -> GroupNames.name(reading, GroupKey.SVF, entry.getKey())
                        + Formats.NB
                        + reading.formats().percent((double) entry.getValue() / all, 0))
                .collect(Collectors.joining(", "));
        return most.isEmpty() ? Formats.NONE : most;
    }
}
