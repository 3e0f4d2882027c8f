package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.varjedag.app.forms.Item.Operator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A made-up form of two items: a question, and an item that is asked when the question's answer stands in some
/// relation
/// to an expected one.
record Combination(Item.Type asked, Operator operator, Item.Type then, boolean repeats, boolean required) {
    static final String UNIT = "mg";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Every type that can be asked with every operator that can be held against it, before every type of item,
    /// answered
    /// once or many times, required or not.
    static List<Combination> all() {
        var all = new ArrayList<Combination>();
        for (var asked : Item.Type.values()) {
            for (var operator : Operator.values()) {
                boolean question = asked != Item.Type.GROUP && asked != Item.Type.DISPLAY;
                // FHIR has no address to hold an answer against.
                question &= asked != Item.Type.URL || operator == Operator.EXISTS;
                if (question && (!operator.orders() || Types.isOrdered(asked))) {
                    for (var then : Item.Type.values()) {
                        for (var repeats : List.of(false, true)) {
                            for (var required : List.of(false, true)) {
                                if (then != Item.Type.DISPLAY || (!repeats && !required)) {
                                    all.add(new Combination(asked, operator, then, repeats, required));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    String url() {
        return "urn:varjedag:made:%s-%s-%s-%s-%s".formatted(asked, operator, then, repeats, required);
    }

    Questionnaire form() {
        return QuestionnaireFile.read("made.json", json(true));
    }

    /// The same form without its condition: what writes an answer where none is asked for.
    Questionnaire unconditional() {
        return QuestionnaireFile.read("made.json", json(false));
    }

    String json(boolean condition) {
        var form = JSON.createObjectNode();
        form.put("resourceType", "Questionnaire");
        form.put("id", "made");
        form.put("url", url());
        form.put("version", "1");
        form.put("title", "Påhittat");
        form.put("status", "active");
        var items = form.putArray("item");
        item(items.addObject(), "q", asked, false, false);
        var second = items.addObject();
        item(second, "d", then, repeats, required);
        if (condition) {
            var when = second.putArray("enableWhen").addObject();
            when.put("question", "q");
            when.put("operator", operator.sign());
            if (operator == Operator.EXISTS) {
                when.put("answerBoolean", true);
            } else {
                put(when, "answer", values(asked).get(1));
            }
        }
        if (then == Item.Type.GROUP) {
            var inside = second.putArray("item");
            item(inside.addObject(), "g1", Item.Type.STRING, false, required);
            item(inside.addObject(), "g2", Item.Type.INTEGER, true, false);
        }
        return JSON.writeValueAsString(form);
    }

    private static void item(ObjectNode item, String id, Item.Type type, boolean repeats, boolean required) {
        item.put("linkId", id);
        item.put("text", "Fråga " + id);
        item.put("type", type.code());
        if (type != Item.Type.DISPLAY) {
            item.put("repeats", repeats);
            item.put("required", required);
        }
        if (type == Item.Type.CHOICE || type == Item.Type.OPEN_CHOICE) {
            var options = item.putArray("answerOption");
            for (var value : values(Item.Type.CHOICE)) {
                put(options.addObject(), "value", value);
            }
        }
        if (type == Item.Type.QUANTITY) {
            var unit = item.putArray("extension").addObject();
            unit.put("url", "http://hl7.org/fhir/StructureDefinition/questionnaire-unit");
            var coding = unit.putObject("valueCoding");
            coding.put("system", "http://unitsofmeasure.org");
            coding.put("code", UNIT);
            coding.put("display", UNIT);
        }
        if (type == Item.Type.STRING) {
            item.put("maxLength", 12);
        }
    }

    private static void put(ObjectNode in, String name, Value value) {
        switch (value) {
            case Value.Truth(var yes) -> in.put(name + "Boolean", yes);
            case Value.Whole(var number) -> in.put(name + "Integer", number);
            case Value.Decimal(var number) -> in.put(name + "Decimal", number);
            case Value.Day(var day) -> in.put(name + "Date", day.toString());
            case Value.Moment(var at) -> in.put(name + "DateTime", Typed.written(at));
            case Value.Hour(var time) -> in.put(name + "Time", Typed.written(time));
            case Value.Words(var text) -> in.put(name + "String", text);
            case Value.Link(var address) -> in.put(name + "Uri", address);
            case Value.Choice choice -> {
                var coding = in.putObject(name + "Coding");
                coding.put("system", choice.system());
                coding.put("code", choice.code());
                coding.put("display", choice.display());
            }
            case Value.Amount amount -> {
                var quantity = in.putObject(name + "Quantity");
                quantity.put("value", amount.number());
                quantity.put("unit", amount.unit());
                quantity.put("system", amount.system());
                quantity.put("code", amount.code());
            }
        }
    }

    /// Three answers of a type, the least first where they have an order.
    static List<Value> values(Item.Type type) {
        return switch (type) {
            case GROUP, DISPLAY -> List.of();
            case BOOLEAN -> List.of(new Value.Truth(false), new Value.Truth(true));
            case DECIMAL ->
                numbers().map(Value.Decimal::new).map(Value.class::cast).toList();
            case INTEGER -> List.of(new Value.Whole(-3), new Value.Whole(0), new Value.Whole(12));
            case DATE ->
                Stream.of("2024-02-29", "2026-03-01", "2027-01-01")
                        .map(day -> (Value) new Value.Day(LocalDate.parse(day)))
                        .toList();
            case DATE_TIME ->
                Stream.of("2024-02-29T10:00+01:00", "2026-07-01T10:30+02:00", "2027-01-01T00:00+01:00")
                        .map(at -> (Value) new Value.Moment(OffsetDateTime.parse(at)))
                        .toList();
            case TIME ->
                Stream.of("00:00", "10:30", "23:59")
                        .map(time -> (Value) new Value.Hour(LocalTime.parse(time)))
                        .toList();
            case STRING, TEXT ->
                List.of(new Value.Words("ett"), new Value.Words("två <b>\""), new Value.Words("å ä ö"));
            case URL ->
                List.of(
                        new Value.Link("https://a.example/"),
                        new Value.Link("https://b.example/ett?två=%20"),
                        new Value.Link("urn:c:d"));
            case CHOICE, OPEN_CHOICE ->
                List.of(
                        new Value.Choice("urn:made:up", "a", "Ett"),
                        new Value.Choice("urn:made:up", "b", "Två"),
                        new Value.Choice("urn:made:up", "c", "Tre"));
            case QUANTITY ->
                numbers()
                        .map(number -> (Value) new Value.Amount(number, UNIT, "http://unitsofmeasure.org", UNIT))
                        .toList();
        };
    }

    private static Stream<BigDecimal> numbers() {
        return Stream.of("-1.5", "0", "12.25").map(BigDecimal::new);
    }
}
