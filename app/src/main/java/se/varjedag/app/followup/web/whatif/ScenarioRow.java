package se.varjedag.app.followup.web.whatif;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.pathway.measure.MedianInterval;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.Effect;

/// One scenario in words.
///
/// @param note    what it rests on
/// @param bar     the share within the limit with its interval; null without limits
/// @param gained  how many more are within it
/// @param saved   the overtime days saved, with their interval below
/// @param without the link without it; null for today
/// @param kind    `today`, or `scenario`
public record ScenarioRow(
        String name,
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
    private static final double GOAL = 0.8;

    static ScenarioRow today(Reading reading, Effect effect) {
        return row(reading, new Scenario("", new Change.Nothing()), effect, null);
    }

    static ScenarioRow of(Reading reading, Scenario scenario, Effect effect, String without) {
        return row(reading, scenario, effect, without);
    }

    private static ScenarioRow row(Reading reading, Scenario scenario, Effect effect, @Nullable String without) {
        var formats = reading.formats();
        boolean today = without == null;
        var limits = effect.limits();
        var share = limits.share();
        int decimals = Formats.shareDecimals(limits.withLimit());
        var text = formats.percent(share.value(), decimals);
        var median = effect.days().quantile(0.5);
        return new ScenarioRow(
                scenario.name(reading),
                note(reading, scenario, effect),
                share.wilson(LEVEL)
                        .map(bounds -> Bar.share(
                                share.value().orElse(0),
                                bounds.lower(),
                                bounds.upper(),
                                GOAL,
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

    /// What the scenario rests on: the best region, or the queue.
    private static String note(Reading reading, Scenario scenario, Effect effect) {
        var formats = reading.formats();
        var queue = effect.queue();
        if (queue != null) {
            return reading.t(
                    "whatif.note.queue",
                    formats.whole(queue.jobs()),
                    formats.decimal(queue.meanDays(), 1),
                    formats.decimal(queue.meanDaysThen(), 1));
        }
        if (scenario.change() instanceof Change.AsBestRegion) {
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
                    : reading.t(
                            "whatif.note.bests", formats.whole(effect.models().size()));
        }
        if (scenario.change() instanceof Change.OtherLimit) {
            return reading.t(
                    "whatif.note.limit",
                    formats.whole(effect.waitingLimits().over()),
                    formats.whole(effect.waitingLimits().withLimit()));
        }
        return "";
    }
}
