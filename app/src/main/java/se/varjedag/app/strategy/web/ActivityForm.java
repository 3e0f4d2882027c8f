package se.varjedag.app.strategy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Measures;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.strategy.web.PlanFrame.Option;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// An activity as it is typed: nothing typed is lost where something is wrong.
///
/// @param wrong keys of what cannot be kept, in the order of the form
public record ActivityForm(
        String area,
        String title,
        String details,
        String promise,
        String development,
        String owner,
        List<String> regions,
        String from,
        String to,
        String indicator,
        String svf,
        String stepFrom,
        String stepTo,
        List<String> wrong) {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST = 4000;

    public ActivityForm {
        regions = List.copyOf(regions);
        wrong = List.copyOf(wrong);
    }

    static ActivityForm of(Content content) {
        var points = Steps.points(content.step());
        return new ActivityForm(
                content.area(),
                content.title(),
                content.details(),
                content.promise().map(UUID::toString).orElse(""),
                content.development().map(UUID::toString).orElse(""),
                content.owner(),
                content.regions(),
                content.from().map(LocalDate::toString).orElse(""),
                content.to().map(LocalDate::toString).orElse(""),
                content.indicator(),
                content.svf(),
                points.map(both -> both.getFirst().key()).orElse(""),
                points.map(both -> both.getLast().key()).orElse(""),
                List.of());
    }

    /// What was typed, with what is wrong in it.
    static ActivityForm typed(MultiValueMap<String, String> sent) {
        var form = new ActivityForm(
                one(sent, "omrade"),
                one(sent, "aktivitet"),
                one(sent, "beskrivning"),
                one(sent, "lofte"),
                one(sent, "utvecklingsomrade"),
                one(sent, "ansvarig"),
                sent.getOrDefault("region", List.of()),
                one(sent, "fran"),
                one(sent, "till"),
                one(sent, "matt"),
                one(sent, "svf"),
                one(sent, "stegfran"),
                one(sent, "stegtill"),
                List.of());
        return form.judged();
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private ActivityForm judged() {
        var found = new ArrayList<String>();
        if (title.isEmpty() || title.length() > LONGEST_LINE || title.contains("\n")) {
            found.add("aktivitet");
        }
        if (area.isEmpty() || area.length() > LONGEST_LINE) {
            found.add("omrade");
        }
        if (details.length() > LONGEST) {
            found.add("beskrivning");
        }
        if (owner.length() > LONGEST_LINE) {
            found.add("ansvarig");
        }
        var first = Given.day(from);
        var last = Given.day(to);
        if ((!from.isEmpty() && first.isEmpty())
                || (!to.isEmpty() && last.isEmpty())
                || (first.isPresent() && last.isPresent() && last.get().isBefore(first.get()))) {
            found.add("till");
        }
        if (!stepFrom.isEmpty() || !stepTo.isEmpty()) {
            if (Steps.points(Steps.of(stepFrom, stepTo)).isEmpty()) {
                found.add("steg");
            }
        }
        return new ActivityForm(
                area,
                title,
                details,
                promise,
                development,
                owner,
                regions,
                from,
                to,
                indicator,
                svf,
                stepFrom,
                stepTo,
                found);
    }

    /// What to keep; empty where something is wrong.
    ///
    /// @throws org.springframework.web.server.ResponseStatusException 400 where a list says what is not in it
    Optional<Content> content(Opened opened) {
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        boolean known = regions.stream()
                        .allMatch(code -> PlanFrame.regionsOf(opened.plan())
                                .anyMatch(region -> region.code().equals(code)))
                && (indicator.isEmpty() || Measures.page(indicator).isPresent())
                && svf.matches("[a-z0-9-]{0,80}");
        if (!known) {
            throw Given.wrong();
        }
        return Optional.of(new Content(
                area,
                title,
                details,
                among(promise, opened.promises()),
                among(development, opened.areas()),
                owner,
                regions,
                Given.day(from),
                Given.day(to),
                indicator,
                svf,
                Steps.of(stepFrom, stepTo)));
    }

    private static Optional<UUID> among(String id, List<Statement> known) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(known.stream()
                .map(Statement::id)
                .filter(one -> one.toString().equals(id))
                .findFirst()
                .orElseThrow(Given::wrong));
    }

    /// Whether something is wrong with a field.
    public boolean isWrong(String name) {
        return wrong.contains(name);
    }

    /// What can be chosen in the form.
    public record Lists(
            List<Option> promises,
            List<Option> developments,
            List<Option> regions,
            List<Option> measures,
            List<Option> from,
            List<Option> to,
            List<String> areas) {

        static Lists of(ActivityForm form, Opened opened, Texts texts) {
            var measures = new ArrayList<Option>();
            measures.add(
                    new Option("", texts.text("strategy.none"), form.indicator().isEmpty()));
            Measures.keys()
                    .forEach(key ->
                            measures.add(new Option(key, opened.words().measure(key), key.equals(form.indicator()))));
            return new Lists(
                    statements(opened.promises(), form.promise(), texts),
                    statements(opened.areas(), form.development(), texts),
                    PlanFrame.regionsOf(opened.plan())
                            .map(region -> new Option(
                                    region.code(), region.name(), form.regions().contains(region.code())))
                            .toList(),
                    measures,
                    Steps.options(form.stepFrom(), texts),
                    Steps.options(form.stepTo(), texts),
                    opened.all().stream()
                            .map(one -> one.content().area())
                            .distinct()
                            .toList());
        }

        private static List<Option> statements(List<Statement> some, String chosen, Texts texts) {
            var options = new ArrayList<Option>();
            options.add(new Option("", texts.text("strategy.none"), chosen.isEmpty()));
            some.forEach(one -> options.add(new Option(
                    one.id().toString(),
                    PlanWords.numbered(one),
                    one.id().toString().equals(chosen))));
            return options;
        }
    }
}
