package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.Work;

/// A change as it stands in a link and on the page.
///
/// In a link scenarios stand with `~` between, each a word and its parts with `:` between; the unit is the last
/// part, so that it may hold anything but `~`.
///
/// @param text as in the link
record Scenario(String text, Change change) {

    private static final String BETWEEN = "~";
    private static final String PART = ":";
    private static final int LONGEST_LIMIT = 3650;
    private static final int MOST = 1000;
    private static final int CAPACITY_PARTS = 4;

    /// The text of a list without any: not the same as no list, which is the usual.
    static final String NONE = "0";

    static Scenario limit(int days) {
        return new Scenario("limit" + PART + days, new Change.OtherLimit(days));
    }

    static Scenario atAllowance(MeasuringPoint from, MeasuringPoint to) {
        return new Scenario("allowance" + PART + from.key() + ".." + to.key(), new Change.AtAllowance(from, to));
    }

    static Scenario asBest(MeasuringPoint from, MeasuringPoint to) {
        return new Scenario("best" + PART + from.key() + ".." + to.key(), new Change.AsBestRegion(from, to));
    }

    static Scenario capacity(Work work, int percent, String unit) {
        return new Scenario(
                String.join(PART, "capacity", work.key(), String.valueOf(percent), unit),
                new Change.MoreCapacity(work, unit, percent));
    }

    /// The scenarios of a link; empty when one of them cannot be understood.
    static Optional<List<Scenario>> list(String text) {
        var scenarios = new ArrayList<Scenario>();
        for (var one : text.equals(NONE) ? new String[0] : text.split(BETWEEN, -1)) {
            var scenario = of(one);
            if (scenario.isEmpty()) {
                return Optional.empty();
            }
            scenarios.add(scenario.get());
        }
        return Optional.of(scenarios);
    }

    /// The link of several.
    static String text(List<Scenario> scenarios) {
        return scenarios.isEmpty()
                ? NONE
                : String.join(
                        BETWEEN,
                        scenarios.stream().map(Scenario::text).distinct().toList());
    }

    /// One scenario; empty when the text is none.
    static Optional<Scenario> of(String text) {
        var parts = text.split(PART, CAPACITY_PARTS);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "limit" -> number(parts[1], LONGEST_LIMIT).map(Scenario::limit);
            case "allowance" -> step(parts[1]).map(step -> atAllowance(step.from(), step.to()));
            case "best" -> step(parts[1]).map(step -> asBest(step.from(), step.to()));
            case "capacity" ->
                parts.length < CAPACITY_PARTS
                        ? Optional.empty()
                        : Work.ofKey(parts[1])
                                .flatMap(work ->
                                        number(parts[2], MOST).map(percent -> capacity(work, percent, parts[3])));
            default -> Optional.empty();
        };
    }

    private record Way(MeasuringPoint from, MeasuringPoint to) {}

    private static Optional<Way> step(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? Optional.empty()
                : MeasuringPoint.ofKey(text.substring(0, dots))
                        .flatMap(from ->
                                MeasuringPoint.ofKey(text.substring(dots + 2)).map(to -> new Way(from, to)));
    }

    private static Optional<Integer> number(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= 0 && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// What it is called.
    String name(Reading reading) {
        return switch (change) {
            case Change.Nothing() -> reading.t("whatif.today");
            case Change.OtherLimit(int days) ->
                reading.t("whatif.limit", reading.formats().days(days));
            case Change.AtAllowance(var from, var to) ->
                reading.t("whatif.allowance", StepNames.between(from, to, reading.texts()));
            case Change.AsBestRegion(var from, var to) ->
                reading.t("whatif.best", StepNames.between(from, to, reading.texts()));
            case Change.MoreCapacity(var work, var unit, int percent) ->
                reading.t("whatif.capacity", percent, reading.unitName(unit), work(reading, work));
        };
    }

    static String work(Reading reading, Work work) {
        return reading.t("whatif.work." + work.key());
    }
}
