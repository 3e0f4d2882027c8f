package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.varjedag.app.followup.FilterValues;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// The lists that narrow a selection under Följ upp, and what was chosen in them in words.
final class NarrowingFields {

    private NarrowingFields() {}

    static List<SelectionForm.Field> of(Reading reading) {
        var fields = new ArrayList<SelectionForm.Field>();
        for (var key : Narrowing.KEYS) {
            fields.add(field(reading, key));
        }
        var limit = reading.selection().narrowing().limit();
        fields.add(new SelectionForm.Field(
                Narrowing.LIMIT,
                reading.t("select.limit"),
                List.of(),
                limit.isPresent() ? Integer.toString(limit.getAsInt()) : ""));
        return fields;
    }

    /// What was chosen, to stand after the other words; empty when nothing was.
    static String words(Reading reading) {
        var narrowing = reading.selection().narrowing();
        var words = new StringBuilder();
        for (var key : Narrowing.KEYS) {
            var values = narrowing.only().get(key);
            if (values != null) {
                words.append(values.stream()
                        .map(value -> GroupNames.name(reading, key, value))
                        .collect(Collectors.joining(", ", " · **", "**")));
            }
        }
        narrowing
                .limit()
                .ifPresent(days -> words.append(" · ")
                        .append(reading.t(
                                "select.limit.words", reading.formats().whole(days))));
        return words.toString();
    }

    private static SelectionForm.Field field(Reading reading, GroupKey key) {
        var chosen = reading.selection().narrowing().only().getOrDefault(key, List.of());
        var values = new ArrayList<>(
                FilterValues.of(key, reading.basis().definitions()).orElseGet(() -> units(reading)));
        chosen.stream().filter(value -> !values.contains(value)).forEach(values::addFirst);
        var options = new ArrayList<SelectionForm.Option>();
        options.add(new SelectionForm.Option("", reading.t("select." + key.key() + ".all"), chosen.isEmpty()));
        for (var value : values) {
            options.add(new SelectionForm.Option(value, GroupNames.name(reading, key, value), chosen.contains(value)));
        }
        return new SelectionForm.Field(key.key(), reading.t("select." + key.key()), options);
    }

    /// The units that treated in the chosen region and months.
    private static List<String> units(Reading reading) {
        var selection = reading.selection();
        var question = Question.leadTime()
                .period(selection.from().atDay(1), selection.to().atEndOfMonth())
                .by(GroupKey.UNIT);
        selection.region().ifPresent(code -> question.only(GroupKey.REGION, code));
        return reading.basis().answer(question.build()).groups().stream()
                .map(group -> group.key().getFirst())
                .filter(unit -> !unit.isEmpty())
                .toList();
    }
}
