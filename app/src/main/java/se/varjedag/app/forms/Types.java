package se.varjedag.app.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import se.varjedag.app.forms.Value.Amount;
import se.varjedag.app.forms.Value.Choice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The types of FHIR that answers are of, in JSON: `valueInteger`, `answerCoding` and their like.
final class Types {
    private Types() {}

    /// The answer that a field holds.
    ///
    /// @param type as the field's name ends: `Integer`, `Coding`
    /// @return empty when it cannot be read
    static Optional<Value> read(String type, JsonNode node) {
        try {
            return switch (type) {
                case "Boolean" ->
                    node.isBoolean() ? Optional.of(new Value.Truth(node.booleanValue())) : Optional.empty();
                case "Integer" ->
                    node.isIntegralNumber() && node.canConvertToInt()
                            ? Optional.of(new Value.Whole(node.intValue()))
                            : Optional.empty();
                case "Decimal" ->
                    node.isNumber() ? Optional.of(new Value.Decimal(node.decimalValue())) : Optional.empty();
                case "Date" -> Optional.of(new Value.Day(LocalDate.parse(node.asString(""))));
                case "DateTime" -> Optional.of(new Value.Moment(OffsetDateTime.parse(node.asString(""))));
                case "Time" -> Optional.of(new Value.Hour(LocalTime.parse(node.asString(""))));
                case "String" -> words(node).map(Value.Words::new);
                case "Uri" -> words(node).map(Value.Link::new);
                case "Coding" ->
                    words(node.path("code"))
                            .map(code -> new Choice(
                                    node.path("system").asString(""),
                                    code,
                                    node.path("display").asString("")));
                case "Quantity" ->
                    node.path("value").isNumber()
                            ? Optional.of(new Amount(
                                    node.path("value").decimalValue(),
                                    node.path("unit").asString(""),
                                    node.path("system").asString(""),
                                    node.path("code").asString("")))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> words(JsonNode node) {
        return node.isString() && !node.asString("").isBlank() ? Optional.of(node.asString("")) : Optional.empty();
    }

    /// Writes an answer as `valueInteger` and its like.
    static void write(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Truth(var yes) -> json.writeBooleanProperty("valueBoolean", yes);
            case Value.Whole(var number) -> json.writeNumberProperty("valueInteger", number);
            case Value.Decimal(var number) -> json.writeNumberProperty("valueDecimal", number);
            case Value.Day(var day) -> json.writeStringProperty("valueDate", day.toString());
            case Value.Moment(var at) -> json.writeStringProperty("valueDateTime", Typed.written(at));
            case Value.Hour(var time) -> json.writeStringProperty("valueTime", Typed.written(time));
            case Value.Words(var text) -> json.writeStringProperty("valueString", text);
            case Value.Link(var address) -> json.writeStringProperty("valueUri", address);
            case Choice choice -> {
                json.writeObjectPropertyStart("valueCoding");
                said(json, "system", choice.system());
                said(json, "code", choice.code());
                said(json, "display", choice.display());
                json.writeEndObject();
            }
            case Amount amount -> {
                json.writeObjectPropertyStart("valueQuantity");
                json.writeNumberProperty("value", amount.number());
                said(json, "unit", amount.unit());
                said(json, "system", amount.system());
                said(json, "code", amount.code());
                json.writeEndObject();
            }
        }
    }

    private static void said(JsonGenerator json, String name, String text) {
        if (!text.isEmpty()) {
            json.writeStringProperty(name, text);
        }
    }

    /// Whether an answer is of the type that a question asks for.
    static boolean fits(Item.Type type, Value value) {
        return switch (type) {
            case GROUP, DISPLAY -> false;
            case BOOLEAN -> value instanceof Value.Truth;
            case DECIMAL -> value instanceof Value.Decimal;
            case INTEGER -> value instanceof Value.Whole;
            case DATE -> value instanceof Value.Day;
            case DATE_TIME -> value instanceof Value.Moment;
            case TIME -> value instanceof Value.Hour;
            case STRING, TEXT -> value instanceof Value.Words;
            case URL -> value instanceof Value.Link;
            case CHOICE ->
                value instanceof Choice
                        || value instanceof Value.Whole
                        || value instanceof Value.Day
                        || value instanceof Value.Hour
                        || value instanceof Value.Words;
            case OPEN_CHOICE -> fits(Item.Type.CHOICE, value);
            case QUANTITY -> value instanceof Amount;
        };
    }

    /// Whether one answer can be more than another.
    static boolean isOrdered(Item.Type type) {
        return switch (type) {
            case DECIMAL, INTEGER, DATE, DATE_TIME, TIME, QUANTITY -> true;
            case GROUP, DISPLAY, BOOLEAN, STRING, TEXT, URL, CHOICE, OPEN_CHOICE -> false;
        };
    }
}
