package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.forms.Item.Condition;
import se.varjedag.app.forms.Item.Operator;
import se.varjedag.app.forms.Item.Option;
import se.varjedag.app.forms.Value.Amount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a form from a FHIR R4 Questionnaire. Everything that is wrong with it, or not taken here, is said at once.
public final class QuestionnaireFile {
    private static final String STANDARD = "http://hl7.org/fhir/StructureDefinition/";
    private static final String TRANSLATION = STANDARD + "translation";
    private static final String ORDINAL = STANDARD + "ordinalValue";
    private static final String CALCULATED =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    /// Easy Swedish (lättläst): no code of a language that the translation extension takes says it.
    private static final String EASY = "urn:varjedag:easy-swedish";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String file;
    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private JsonNode contained = JSON.createArrayNode();

    private QuestionnaireFile(String file) {
        this.file = file;
    }

    /// The form that a resource holds.
    ///
    /// @throws IllegalArgumentException with every mistake of the resource
    public static Questionnaire read(String file, String text) {
        var reader = new QuestionnaireFile(file);
        var form = reader.form(JSON.readTree(text));
        reader.check(form);
        if (!reader.mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reader.mistakes));
        }
        return form;
    }

    private Questionnaire form(JsonNode all) {
        if (!all.path("resourceType").asString("").equals("Questionnaire")) {
            mistake("", "is no Questionnaire");
        }
        contained = all.path("contained");
        var url = all.path("url").asString("");
        var id = all.path("id").asString("");
        if (url.isEmpty() || !id.matches("[a-z0-9-]+")) {
            mistake("", "needs a url, and an id of small letters, digits and hyphens");
        }
        return Questionnaire.of(
                id,
                url,
                all.path("version").asString("1"),
                wording(all, "title"),
                wording(all, "description"),
                items(all));
    }

    private List<Item> items(JsonNode of) {
        var items = new ArrayList<Item>();
        for (var item : of.path("item")) {
            read(item).ifPresent(items::add);
        }
        return items;
    }

    private Optional<Item> read(JsonNode item) {
        var id = item.path("linkId").asString("");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || !known.add(id)) {
            mistake(id, "needs a linkId of its own, of letters, digits, points and hyphens");
            return Optional.empty();
        }
        var code = item.path("type").asString("");
        var type = Item.Type.of(code).orElse(null);
        if (type == null) {
            mistake(id, "is of type '%s', which is not taken here".formatted(code));
            return Optional.empty();
        }
        if (type != Item.Type.GROUP && !item.path("item").isEmpty()) {
            mistake(id, "has items below a question: put them after it, with a condition that the answer exists");
        }
        var calculation = calculation(id, item);
        return Optional.of(new Item(
                id,
                type,
                wording(item, "text"),
                item.path("required").asBoolean(false),
                item.path("repeats").asBoolean(false),
                item.path("readOnly").asBoolean(false) || calculation != null,
                conditions(id, item),
                item.path("enableBehavior").asString("all").equals("any"),
                item.path("maxLength").asInt(0),
                limit(id, type, item, "minValue"),
                limit(id, type, item, "maxValue"),
                options(id, item),
                values(id, item.path("initial")),
                units(item),
                calculation,
                items(item)));
    }

    private List<Condition> conditions(String id, JsonNode item) {
        var all = new ArrayList<Condition>();
        for (var one : item.path("enableWhen")) {
            var operator = Operator.of(one.path("operator").asString(""));
            var expected = value(id, one, "answer");
            if (operator.isEmpty() || expected.isEmpty()) {
                mistake(id, "has a condition without a known operator and an answer");
            } else {
                all.add(new Condition(one.path("question").asString(""), operator.get(), expected.get()));
            }
        }
        return all;
    }

    private @Nullable Value limit(String id, Item.Type type, JsonNode item, String which) {
        var limit = extension(item, STANDARD + which).flatMap(one -> value(id, one, "value"));
        if (limit.isPresent() && !Types.fits(type, limit.get())) {
            mistake(id, "has a %s of another type than its answers".formatted(which));
        }
        return limit.orElse(null);
    }

    private List<Option> options(String id, JsonNode item) {
        var all = new ArrayList<Option>();
        for (var one : item.path("answerOption")) {
            value(id, one, "value").ifPresent(value -> all.add(option(value, one, one.path("valueCoding"))));
        }
        var set = item.path("answerValueSet").asString("");
        if (!set.isEmpty()) {
            all.addAll(contained(id, set));
        }
        return all;
    }

    private static Option option(Value value, JsonNode option, JsonNode coding) {
        var label = value instanceof Value.Choice ? wording(coding, "display") : new Wording(value.written(), "", "");
        var worth = extension(option, ORDINAL)
                .or(() -> extension(coding, ORDINAL))
                .map(one -> one.path("valueDecimal").decimalValue())
                .orElse(null);
        return new Option(value, label, worth);
    }

    private List<Option> contained(String id, String set) {
        for (var one : contained) {
            if (set.equals("#" + one.path("id").asString(""))
                    && one.path("resourceType").asString("").equals("ValueSet")) {
                var all = new ArrayList<Option>();
                for (var part : one.path("compose").path("include")) {
                    for (var concept : part.path("concept")) {
                        all.add(new Option(
                                new Value.Choice(
                                        part.path("system").asString(""),
                                        concept.path("code").asString(""),
                                        concept.path("display").asString("")),
                                wording(concept, "display"),
                                extension(concept, ORDINAL)
                                        .map(worth -> worth.path("valueDecimal").decimalValue())
                                        .orElse(null)));
                    }
                }
                return all;
            }
        }
        mistake(id, "names the ValueSet '%s', which the resource does not contain".formatted(set));
        return List.of();
    }

    private List<Value> values(String id, JsonNode all) {
        var values = new ArrayList<Value>();
        for (var one : all) {
            value(id, one, "value").ifPresent(values::add);
        }
        return values;
    }

    private static List<Amount> units(JsonNode item) {
        var units = new ArrayList<Amount>();
        for (var one : item.path("extension")) {
            var url = one.path("url").asString("");
            if (url.equals(STANDARD + "questionnaire-unit") || url.equals(STANDARD + "questionnaire-unitOption")) {
                var coding = one.path("valueCoding");
                var code = coding.path("code").asString("");
                units.add(new Amount(
                        BigDecimal.ZERO,
                        coding.path("display").asString(code),
                        coding.path("system").asString(""),
                        code));
            }
        }
        return units;
    }

    private @Nullable Calculation calculation(String id, JsonNode item) {
        var written = extension(item, CALCULATED).map(one -> one.path("valueExpression"));
        if (written.isEmpty()) {
            return null;
        }
        var expression = written.get().path("expression").asString("");
        var calculation = Calculation.read(expression).orElse(null);
        if (calculation == null || !written.get().path("language").asString("").equals("text/fhirpath")) {
            mistake(
                    id,
                    "is counted by '%s'. Taken here is FHIRPath of the form %%resource.descendants().where(linkId='a' or linkId='b').answer.value.ordinal().sum(), with or without ordinal(), and with min, max, avg or count for sum"
                            .formatted(expression));
        }
        return calculation;
    }

    private Optional<Value> value(String id, JsonNode in, String name) {
        for (var field : in.propertyNames()) {
            if (field.startsWith(name) && field.length() > name.length() && !field.endsWith("ValueSet")) {
                var value = Types.read(field.substring(name.length()), in.path(field));
                if (value.isEmpty()) {
                    mistake(id, "has a value that cannot be read: " + field);
                }
                return value;
            }
        }
        return Optional.empty();
    }

    private static Wording wording(JsonNode of, String name) {
        var swedish = of.path(name).asString("");
        var english = "";
        var easy = "";
        for (var one : of.path("_" + name).path("extension")) {
            var url = one.path("url").asString("");
            if (url.equals(EASY)) {
                easy = one.path("valueString").asString("");
            } else if (url.equals(TRANSLATION)
                    && part(one, "lang").path("valueCode").asString("").equals("en")) {
                english = part(one, "content").path("valueString").asString("");
            }
        }
        return new Wording(swedish, english, easy);
    }

    private static JsonNode part(JsonNode extension, String name) {
        return extension(extension, name).orElse(JSON.createObjectNode());
    }

    private static Optional<JsonNode> extension(JsonNode of, String url) {
        for (var one : of.path("extension")) {
            if (one.path("url").asString("").equals(url)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private void check(Questionnaire form) {
        var counted = new HashSet<String>();
        form.all().forEach(item -> {
            for (var condition : item.conditions()) {
                check(form, item, condition);
            }
            if (item.type() == Item.Type.CHOICE && item.options().isEmpty()) {
                mistake(item.id(), "has nothing to choose among");
            }
            if (item.options().stream().map(Option::key).distinct().count()
                    < item.options().size()) {
                mistake(item.id(), "has two options with the same code");
            }
            var calculation = item.calculation();
            if (calculation != null) {
                if (!known.containsAll(calculation.of())
                        || !(calculation.options().isEmpty()
                                || calculation.options().equals(item.id()))) {
                    mistake(item.id(), "is counted from items that are not in the form");
                }
                counted.add(item.id());
            }
        });
        for (var item : form.all().toList()) {
            if (item.conditions().stream().anyMatch(one -> counted.contains(one.question()))) {
                mistake(item.id(), "has a condition on what is counted: put it on the answers themselves");
            }
            if (goesRound(form, item, item, new HashSet<>())) {
                mistake(item.id(), "is asked only if itself is answered");
            }
        }
    }

    private void check(Questionnaire form, Item item, Condition condition) {
        var spot = form.spots().get(condition.question());
        if (spot == null || !spot.item().asks()) {
            mistake(item.id(), "has a condition on '%s', which is no question".formatted(condition.question()));
            return;
        }
        var type = spot.item().type();
        if (condition.operator() == Operator.EXISTS) {
            if (!(condition.expected() instanceof Value.Truth)) {
                mistake(item.id(), "asks whether an answer exists and expects neither true nor false");
            }
        } else if (!Types.fits(type, condition.expected())
                || (condition.operator().orders() && !Types.isOrdered(type))) {
            mistake(
                    item.id(),
                    "cannot hold an answer of type %s by %s against what it expects"
                            .formatted(type.code(), condition.operator().sign()));
        }
    }

    private static boolean goesRound(Questionnaire form, Item from, Item at, Set<String> seen) {
        var next = new ArrayList<String>();
        at.conditions().forEach(condition -> next.add(condition.question()));
        var spot = form.spots().get(at.id());
        if (spot != null && !spot.inside().isEmpty()) {
            next.add(spot.inside());
        }
        for (var id : next) {
            var spotOf = form.spots().get(id);
            if (id.equals(from.id())
                    || (spotOf != null && seen.add(id) && goesRound(form, from, spotOf.item(), seen))) {
                return true;
            }
        }
        return false;
    }

    private void mistake(String item, String what) {
        mistakes.add(file + (item.isEmpty() ? "" : ", item '" + item + "'") + " " + what + ".");
    }
}
