package se.varjedag.app.forms.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.varjedag.app.forms.Experiences;
import se.varjedag.app.forms.Experiences.Experience;
import se.varjedag.app.forms.Item;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.SmallGroups;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.statistics.Quantiles;
import se.varjedag.pathway.statistics.Share;

/// Experiences in finished words.
///
/// @param questions each question of the form, cancer beside not cancer
/// @param pathways  each pathway, what was said of the whole beside the median lead time of those who said it
public record ExperiencePage(List<Row> questions, List<Row> pathways) {
    private static final String WHOLE = "whole";
    /// The two best of four answers.

    private static final double LEVEL = 0.95;
    private static final double MEDIAN = 0.5;

    /// One row: a group of patients twice, those who had cancer and those who had not.
    public record Row(String name, Cell cancer, Cell other) {}

    /// What one group said of one thing.
    ///
    /// @param width of the bar, in percent; 0 where nothing is shown
    public record Cell(boolean shown, String share, String interval, String number, String days, double width) {}

    static ExperiencePage of(List<Experience> all, Questionnaire form, Definitions definitions, Texts texts) {
        var questions = form.all()
                .filter(item -> item.options().stream().anyMatch(option -> option.worth() != null))
                .map(item -> new Row(
                        item.text().in(texts.language(), false),
                        cell(of(all, true), item, true, texts),
                        cell(of(all, false), item, true, texts)))
                .toList();
        var whole =
                form.all().filter(item -> item.id().equals(WHOLE)).findFirst().orElseThrow();
        return new ExperiencePage(all.isEmpty() ? List.of() : questions, pathways(all, whole, definitions, texts));
    }

    private static List<Experience> of(List<Experience> all, boolean cancer) {
        return all.stream().filter(one -> one.cancer() == cancer).toList();
    }

    private static List<Row> pathways(List<Experience> all, Item whole, Definitions definitions, Texts texts) {
        var cancer = byPathway(of(all, true));
        var other = byPathway(of(all, false));
        var cancerShown = shown(cancer);
        var otherShown = shown(other);
        return definitions.all().stream()
                .filter(one -> cancer.containsKey(one.id()) || other.containsKey(one.id()))
                .sorted(Comparator.comparing((PathwayDefinition one) -> one.name(texts.language())))
                .map(one -> new Row(
                        one.name(texts.language()),
                        cell(cancer.getOrDefault(one.id(), List.of()), whole, cancerShown.contains(one.id()), texts),
                        cell(other.getOrDefault(one.id(), List.of()), whole, otherShown.contains(one.id()), texts)))
                .toList();
    }

    private static Map<String, List<Experience>> byPathway(List<Experience> all) {
        return all.stream().collect(Collectors.groupingBy(Experience::definition, TreeMap::new, Collectors.toList()));
    }

    private static List<String> shown(Map<String, List<Experience>> all) {
        var sizes = new TreeMap<String, Integer>();
        all.forEach((pathway, experiences) -> sizes.put(pathway, experiences.size()));
        return SmallGroups.shown(sizes);
    }

    private static Cell cell(List<Experience> all, Item question, boolean may, Texts texts) {
        var worths = all.stream()
                .filter(one -> one.worths().containsKey(question.id()))
                .toList();
        if (!may || worths.size() < SmallGroups.FEWEST) {
            return new Cell(false, texts.text("experience.hidden"), "", "", "", 0);
        }
        var share = new Share(
                worths.stream()
                        .filter(one -> one.worths().getOrDefault(question.id(), 0.0) >= Experiences.GOOD)
                        .count(),
                worths.size());
        var days = worths.stream().mapToInt(Experience::days).sorted().toArray();
        var formats = texts.formats();
        return new Cell(
                true,
                formats.percent(share.value(), 0),
                share.wilson(LEVEL)
                        .map(one -> formats.percentInterval(one.lower(), one.upper(), 0))
                        .orElse(""),
                formats.whole(worths.size()),
                formats.whole(Math.round(Quantiles.type7(days.length, rank -> days[(int) rank], MEDIAN))),
                100 * share.value().orElse(0));
    }
}
