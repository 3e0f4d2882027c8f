package se.varjedag.app.followup.web.reasons;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.LimitReasons;
import se.varjedag.app.followup.LimitReasons.Answer;
import se.varjedag.app.followup.LimitReasons.Passed;
import se.varjedag.app.followup.LimitReasons.Why;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.app.web.figure.SmallGroups;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.trace.State;

/// Why the limit was passed for those whose treatment started after it: by pathway and by region.
///
/// @param verdict the answer in a sentence
/// @param none    whether nobody passed a limit
public record ReasonsView(Figure pathways, Figure regions, String verdict, boolean none) {

    /// One patient who passed the limit.
    ///
    /// @param answer null where nobody has said why
    private record One(
            String pathway, String region, @Nullable Answer answer) {}

    /// One row: a group of patients.
    private record Line(String name, List<One> all, boolean shown) {
        int answered() {
            return Math.toIntExact(
                    all.stream().filter(one -> one.answer() != null).count());
        }

        OptionalDouble share(Why why) {
            long with = all.stream()
                    .map(One::answer)
                    .filter(answer -> answer != null && answer.why() == why)
                    .count();
            return shown && answered() > 0 ? OptionalDouble.of((double) with / answered()) : OptionalDouble.empty();
        }

        /// The step that lacked capacity most often; empty where none is told.
        String step() {
            var steps = new TreeMap<String, Long>(all.stream()
                    .map(One::answer)
                    .filter(answer -> answer != null && !answer.step().isEmpty())
                    .collect(Collectors.groupingBy(Answer::step, Collectors.counting())));
            return steps.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .filter(most -> shown && most.getValue() >= SmallGroups.FEWEST)
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    List<Figure> figures() {
        return List.of(pathways, regions);
    }

    static ReasonsView of(Reading reading, LimitReasons reasons) {
        var all = passed(reading, reasons);
        var definitions = reading.basis().traced().definitions();
        var language = reading.texts().language();
        long answered = all.stream().filter(one -> one.answer() != null).count();
        var formats = reading.formats();
        return new ReasonsView(
                figure(
                        reading,
                        "vardforlopp",
                        lines(
                                all,
                                One::pathway,
                                id -> definitions
                                        .byId(id)
                                        .map(one -> one.name(language))
                                        .orElse(id))),
                figure(
                        reading,
                        "region",
                        lines(all, One::region, code -> GroupNames.name(reading, GroupKey.REGION, code))),
                reading.t("reasons.verdict", formats.whole(all.size()), formats.whole(answered)),
                all.isEmpty());
    }

    private static List<One> passed(Reading reading, LimitReasons reasons) {
        var traced = reading.basis().traced();
        var timelines = traced.timelines();
        var question = reading.selection().question().build();
        var keys = new LinkedHashMap<Integer, Passed>();
        for (int pathway : Counted.in(State.TREATED, traced, question)) {
            if (traced.limit(pathway) >= 0 && traced.end(pathway) - traced.start(pathway) > traced.limit(pathway)) {
                keys.put(
                        pathway,
                        new Passed(
                                UUID.fromString(timelines.person(traced.person(pathway))),
                                traced.definitions()
                                        .all()
                                        .get(traced.definition(pathway))
                                        .id(),
                                LocalDate.ofEpochDay(traced.start(pathway))));
            }
        }
        var answers = reasons.of(keys.values());
        var all = new ArrayList<One>();
        keys.forEach((pathway, key) ->
                all.add(new One(key.definition(), timelines.regionText(traced.endRegion(pathway)), answers.get(key))));
        return all;
    }

    private static List<Line> lines(List<One> all, Function<One, String> by, UnaryOperator<String> name) {
        var groups = all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        var answered = new LinkedHashMap<String, Integer>();
        groups.forEach((key, some) -> answered.put(
                key,
                Math.toIntExact(
                        some.stream().filter(one -> one.answer() != null).count())));
        var shown = SmallGroups.shown(answered);
        return groups.entrySet().stream()
                .map(group -> new Line(name.apply(group.getKey()), group.getValue(), shown.contains(group.getKey())))
                .sorted(Comparator.comparingInt((Line line) -> -line.all().size())
                        .thenComparing(Line::name))
                .toList();
    }

    private static Figure figure(Reading reading, String id, List<Line> lines) {
        return reading.figure(
                id,
                reading.t("reasons.question." + id),
                reading.t("reasons.selected"),
                null,
                columns(reading, id).table(id, lines),
                "orsaker",
                List.of(
                        Rich.of(reading.t("reasons.foot")),
                        Rich.of(reading.t("reasons.few", reading.formats().whole(SmallGroups.FEWEST)))));
    }

    private static Columns<Line> columns(Reading reading, String id) {
        var columns = new Columns<Line>()
                .words(reading.t("reasons.column." + id), Line::name)
                .number(
                        reading.t("reasons.column.passed"),
                        line -> Cell.of(line.all().size()))
                .number(
                        reading.t("reasons.column.unanswered"),
                        line -> line.shown() || line.answered() == 0
                                ? Cell.share(
                                        OptionalDouble.of(1
                                                - (double) line.answered()
                                                        / line.all().size()),
                                        0)
                                : hidden(reading));
        for (var why : Why.values()) {
            columns.number(
                    reading.t("reasons.why." + why.name().toLowerCase(java.util.Locale.ROOT)),
                    line -> line.shown() || line.answered() == 0 ? Cell.share(line.share(why), 0) : hidden(reading));
        }
        return columns.words(
                reading.t("reasons.column.step"),
                line -> line.step().isEmpty() ? "–" : reading.t("point." + line.step()));
    }

    private static Cell hidden(Reading reading) {
        return new Cell.Missing(reading.t("reasons.hidden"));
    }
}
