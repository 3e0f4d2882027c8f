package se.varjedag.app.followup.web.whatif;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.pathway.measure.MedianInterval;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.Effect;
import se.varjedag.pathway.whatif.WhatIf;

/// One scenario in words.
///
/// @param chosen  the name of the field that chooses it to be recomputed with others; null for today
/// @param slider  its number to be slid; null where it has none
/// @param note    what it rests on
/// @param bar     the share within the limit with its interval; null without limits
/// @param gained  how many more are within it
/// @param saved   the overtime days saved, with their interval below
/// @param without the link without it; null for today
/// @param kind    `today`, or `scenario`
public record ScenarioRow(
        String name,
        @Nullable String chosen,
        @Nullable Slider slider,
        String note,
        @Nullable Bar bar,
        String share,
        String gained,
        String gainedInterval,
        String overtime,
        String saved,
        String savedInterval,
        String tone,
        String median,
        String medianInterval,
        String moved,
        @Nullable String without,
        String kind) {

    private static final double LEVEL = 0.95;

    /// What a scenario comes to, and what its number may be.
    record Outcome(Effect effect, Optional<WhatIf.Allowed> allowed, long sumOfParts) {}

    static ScenarioRow today(Reading reading, Effect effect) {
        var nothing = new Scenario("", new Change.Nothing());
        return row(reading, nothing, new Outcome(effect, Optional.empty(), 0), null, null, null);
    }

    static ScenarioRow of(Reading reading, int index, Scenario scenario, Outcome outcome, String without) {
        return row(
                reading,
                scenario,
                outcome,
                Asked.with(index),
                Slider.of(reading, index, scenario, outcome.allowed()).orElse(null),
                without);
    }

    private static ScenarioRow row(
            Reading reading,
            Scenario scenario,
            Outcome outcome,
            @Nullable String chosen,
            @Nullable Slider slider,
            @Nullable String without) {
        var effect = outcome.effect();
        var formats = reading.formats();
        boolean today = without == null;
        var limits = effect.limits();
        var share = limits.share();
        int decimals = Formats.shareDecimals(limits.withLimit());
        var text = formats.percent(share.value(), decimals);
        var median = effect.days().quantile(0.5);
        return new ScenarioRow(
                scenario.name(reading),
                chosen,
                slider,
                note(reading, scenario, outcome),
                share.wilson(LEVEL)
                        .map(bounds -> Bar.share(
                                share.value().orElse(0),
                                bounds.lower(),
                                bounds.upper(),
                                PairView.TIME_GOAL,
                                effect.within().sum() > 0 ? "var(--better)" : "var(--data)",
                                text))
                        .orElse(null),
                text,
                today ? "" : signed(formats, effect.within().sum()),
                today ? "" : interval(reading, effect.within().sumInterval(LEVEL)),
                formats.whole(limits.overtimeDays()),
                today ? "" : formats.whole(effect.saved().sum()),
                today ? "" : interval(reading, effect.saved().sumInterval(LEVEL)),
                today || effect.saved().sum() == 0 ? "quiet" : effect.saved().sum() > 0 ? "won" : "lost",
                formats.decimal(median, 0),
                MedianInterval.of(effect.days(), LEVEL)
                        .map(bounds -> formats.decimal(bounds.lower(), 0) + "–" + formats.decimal(bounds.upper(), 0))
                        .orElse(Formats.NONE),
                today ? "" : formats.whole(effect.moved()),
                without,
                today ? "today" : "scenario");
    }

    private static String interval(Reading reading, Optional<Interval> interval) {
        var formats = reading.formats();
        return interval.map(bounds -> reading.t(
                        "whatif.interval", formats.decimal(bounds.lower(), 0), formats.decimal(bounds.upper(), 0)))
                .orElse(Formats.NONE);
    }

    private static String signed(Formats formats, long number) {
        return (number > 0 ? "+" : "") + formats.whole(number);
    }

    /// What the scenario rests on: the allowance, the best region, the queue, or what it would be as a sum.
    private static String note(Reading reading, Scenario scenario, Outcome outcome) {
        var formats = reading.formats();
        var effect = outcome.effect();
        return switch (scenario.change()) {
            case Change.Nothing(), Change.AtMost _ -> "";
            case Change.OtherLimit _ ->
                reading.t(
                        "whatif.note.limit",
                        formats.whole(effect.waitingLimits().over()),
                        formats.whole(effect.waitingLimits().withLimit()));
            case Change.AtAllowance _ ->
                outcome.allowed()
                        .map(days -> days.fewest() == days.most()
                                ? reading.t("whatif.note.allowed", formats.days(days.most()))
                                : reading.t("whatif.note.alloweds", days.fewest(), formats.days(days.most())))
                        .orElseGet(() -> reading.t("whatif.note.noallowance"));
            case Change.AsBestRegion _ -> best(reading, effect);
            case Change.MoreCapacity _ -> queue(reading, effect);
            case Change.Together _ -> together(reading, scenario, outcome);
        };
    }

    private static String best(Reading reading, Effect effect) {
        var formats = reading.formats();
        if (effect.models().size() == 1) {
            var best = effect.models().getFirst();
            return reading.t(
                    "whatif.note.best",
                    Regions.name(best.region()),
                    formats.decimal(best.meanDays(), 1),
                    formats.whole(best.patients()));
        }
        return effect.models().isEmpty()
                ? reading.t("whatif.note.nobest")
                : reading.t("whatif.note.bests", formats.whole(effect.models().size()));
    }

    private static String queue(Reading reading, Effect effect) {
        var formats = reading.formats();
        var queue = effect.queue();
        return queue == null || queue.jobs() == 0
                ? reading.t("whatif.note.nojobs")
                : reading.t(
                        "whatif.note.queue",
                        formats.whole(queue.jobs()),
                        formats.decimal(queue.meanDays(), 1),
                        formats.decimal(queue.meanDaysThen(), 1));
    }

    /// Overtime under another limit is other overtime, so there the sum says nothing.
    private static String together(Reading reading, Scenario scenario, Outcome outcome) {
        if (scenario.otherLimit()) {
            return reading.t("whatif.note.together.limit");
        }
        long saved = outcome.effect().saved().sum();
        var sum = reading.formats().whole(outcome.sumOfParts());
        return reading.t(
                saved < outcome.sumOfParts()
                        ? "whatif.note.together.less"
                        : saved > outcome.sumOfParts() ? "whatif.note.together.more" : "whatif.note.together.same",
                sum);
    }
}
