package se.varjedag.app.forms.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varjedag.app.forms.CountedFrom;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.forms.Rule;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;

/// The rules of a unit in finished words, and what a new one may be made of.
///
/// @param rows  those that ask or will ask
/// @param ended those that ask no more
public record RulesPage(
        List<Row> rows,
        List<Row> ended,
        List<Option> forms,
        List<Option> occasions,
        List<Option> points,
        List<Option> pathways,
        boolean somePathways) {

    /// One rule.
    ///
    /// @param asks whether it asks today
    public record Row(
            long id,
            String form,
            String when,
            String pathways,
            String period,
            String remind,
            String by,
            String at,
            boolean asks,
            String asked) {}

    /// One of a list.
    public record Option(String key, String text, boolean chosen) {}

    /// A rule that has not been set.
    ///
    /// @param many  how many patients it would ask today
    /// @param holds whether it would ask at all today
    public record Preview(Row row, int many, boolean holds) {}

    /// What it is said with.
    record Words(Texts texts, Questionnaires forms, Definitions definitions) {}

    static RulesPage of(List<Rule> rules, RulesController.Typed typed, Words words, LocalDate today) {
        var texts = words.texts();
        return new RulesPage(
                rules.stream()
                        .filter(one -> !over(one, today))
                        .map(one -> row(one, words, today))
                        .toList(),
                rules.stream()
                        .filter(one -> over(one, today))
                        .map(one -> row(one, words, today))
                        .toList(),
                words.forms().all().stream()
                        .map(form -> new Option(
                                form.id(),
                                form.title().in(texts.language(), false),
                                form.id().equals(typed.form())))
                        .toList(),
                Stream.of(Occasion.values())
                        .filter(one -> one != Occasion.OPEN)
                        .map(one -> new Option(
                                one.key(),
                                texts.text("forms.occasion." + one.key()),
                                one.key().equals(typed.when())))
                        .toList(),
                Stream.of(CountedFrom.values())
                        .map(one -> new Option(
                                one.key(),
                                texts.text("rules.from." + one.key()),
                                one.key().equals(typed.counted())))
                        .toList(),
                words.definitions().all().stream()
                        .map(PathwayDefinition::id)
                        .distinct()
                        .map(id ->
                                new Option(id, name(id, words), typed.pathways().contains(id)))
                        .sorted(Comparator.comparing(Option::chosen).reversed().thenComparing(Option::text))
                        .toList(),
                !typed.pathways().isEmpty());
    }

    private static boolean over(Rule rule, LocalDate today) {
        return rule.ended() || (rule.to() != null && rule.to().isBefore(today));
    }

    static Row row(Rule rule, Words words, LocalDate today) {
        var texts = words.texts();
        var formats = texts.formats();
        return new Row(
                rule.id(),
                FormList.title(words.forms(), rule.form(), texts),
                texts.text(
                        "rules.when",
                        texts.text("forms.occasion." + rule.occasion().key()),
                        texts.text("rules.from." + rule.countedFrom().key())),
                rule.definitions().isEmpty()
                        ? texts.text("rules.every")
                        : rule.definitions().stream()
                                .map(id -> name(id, words))
                                .sorted()
                                .collect(Collectors.joining(", ")),
                rule.to() == null
                        ? texts.text("rules.since", formats.date(rule.from()))
                        : formats.period(rule.from(), rule.to()),
                rule.remindAfter() == 0
                        ? texts.text("rules.remind.never")
                        : texts.text("rules.remind.after", rule.remindAfter()),
                rule.byName(),
                formats.moment(rule.at()),
                rule.holds(today),
                formats.whole(rule.asked()));
    }

    private static String name(String definition, Words words) {
        return words.definitions()
                .byId(definition)
                .map(one -> one.name(words.texts().language()))
                .orElse(definition);
    }
}
