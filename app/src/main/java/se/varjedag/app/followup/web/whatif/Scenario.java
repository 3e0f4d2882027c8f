package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.Arrays;
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
/// part. Several recomputed together stand with `!` between. What a unit's id has of these signs is written as `%` and
/// two digits, as in any address.
///
/// @param text as in the link
record Scenario(String text, Change change) {

    private static final String BETWEEN = "~";
    private static final String PART = ":";
    private static final String AND = "!";
    private static final String TOGETHER = "together" + PART;
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

    static Scenario atMost(MeasuringPoint from, MeasuringPoint to, int days) {
        return new Scenario(
                String.join(PART, "most", String.valueOf(days), from.key() + ".." + to.key()),
                new Change.AtMost(from, to, days));
    }

    static Scenario asBest(MeasuringPoint from, MeasuringPoint to) {
        return new Scenario("best" + PART + from.key() + ".." + to.key(), new Change.AsBestRegion(from, to));
    }

    static Scenario capacity(Work work, int percent, String unit) {
        return new Scenario(
                String.join(PART, "capacity", work.key(), String.valueOf(percent), escaped(unit)),
                new Change.MoreCapacity(work, unit, percent));
    }

    /// The text of one with more capacity whose number is still to come, where `#` stands.
    static String capacityOf(Work work, String unit) {
        return String.join(PART, "capacity", work.key(), "#", escaped(unit).replace("#", "%23"));
    }

    /// Several at once; what is itself several counts as each of them, and what is only one is that one. Empty of none.
    static Optional<Scenario> together(List<Scenario> scenarios) {
        var parts = scenarios.stream()
                .flatMap(one -> one.parts().stream())
                .distinct()
                .toList();
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        return Optional.of(new Scenario(
                TOGETHER + String.join(AND, parts.stream().map(Scenario::text).toList()),
                new Change.Together(parts.stream().map(Scenario::change).toList())));
    }

    /// Those recomputed together; itself alone for any other.
    List<Scenario> parts() {
        return text.startsWith(TOGETHER)
                ? Arrays.stream(text.substring(TOGETHER.length()).split(AND, -1))
                        .map(one -> of(one).orElseThrow())
                        .toList()
                : List.of(this);
    }

    /// The same with another number; empty where it has none, or the number can be none.
    Optional<Scenario> withNumber(String text) {
        return switch (change) {
            case Change.OtherLimit _ -> number(text, LONGEST_LIMIT).map(Scenario::limit);
            case Change.MoreCapacity(var work, var unit, var _) ->
                number(text, MOST).map(percent -> capacity(work, percent, unit));
            case Change.AtMost(var from, var to, var _) ->
                number(text, LONGEST_LIMIT).map(days -> atMost(from, to, days));
            case Change.AtAllowance(var from, var to) ->
                number(text, LONGEST_LIMIT).map(days -> atMost(from, to, days));
            case Change.Nothing(), Change.AsBestRegion _, Change.Together _ -> Optional.empty();
        };
    }

    /// The same with another in place of one, if it is that one or has it among several together.
    Scenario replacing(Scenario before, Scenario after) {
        if (equals(before)) {
            return after;
        }
        return together(parts().stream()
                        .map(one -> one.equals(before) ? after : one)
                        .toList())
                .orElse(this);
    }

    /// Whether it moves the measure, and not only the days.
    boolean otherLimit() {
        return parts().stream().anyMatch(one -> one.change() instanceof Change.OtherLimit);
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
        if (text.startsWith(TOGETHER)) {
            return Optional.of(text.substring(TOGETHER.length()))
                    .filter(several -> !several.contains(TOGETHER))
                    .flatMap(several -> list(several.replace(AND, BETWEEN)))
                    .filter(several -> several.size() > 1)
                    .flatMap(Scenario::together);
        }
        var parts = text.split(PART, CAPACITY_PARTS);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "limit" -> number(parts[1], LONGEST_LIMIT).map(Scenario::limit);
            case "allowance" -> step(parts[1]).map(step -> atAllowance(step.from(), step.to()));
            case "most" ->
                parts.length < 3
                        ? Optional.empty()
                        : number(parts[1], LONGEST_LIMIT)
                                .flatMap(days -> step(parts[2]).map(step -> atMost(step.from(), step.to(), days)));
            case "best" -> step(parts[1]).map(step -> asBest(step.from(), step.to()));
            case "capacity" ->
                parts.length < CAPACITY_PARTS
                        ? Optional.empty()
                        : Work.ofKey(parts[1])
                                .flatMap(work -> number(parts[2], MOST)
                                        .map(percent -> capacity(work, percent, plain(parts[3]))));
            default -> Optional.empty();
        };
    }

    private static String escaped(String unit) {
        return unit.replace("%", "%25").replace(BETWEEN, "%7E").replace(AND, "%21");
    }

    private static String plain(String escaped) {
        return escaped.replace("%21", AND)
                .replace("%7E", BETWEEN)
                .replace("%23", "#")
                .replace("%25", "%");
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
            case Change.AtMost(var from, var to, int days) ->
                reading.t(
                        "whatif.most",
                        StepNames.between(from, to, reading.texts()),
                        reading.formats().days(days));
            case Change.Together _ ->
                reading.t(
                        "whatif.together",
                        String.join(
                                " + ",
                                parts().stream().map(one -> one.name(reading)).toList()));
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
