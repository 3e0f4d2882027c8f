package se.varjedag.app.forms;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.varjedag.app.forms.Sheet.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as a FHIR R4 QuestionnaireResponse in JSON: what is kept of them.
public final class Response {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Response() {}

    /// The answers to what is asked, as they were sent in.
    ///
    /// @param person a pseudonym: no name and no number stands in a response
    public static String write(Sheet sheet, UUID person, Instant at) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("resourceType", "QuestionnaireResponse");
            json.writeStringProperty(
                    "questionnaire", sheet.form().url() + "|" + sheet.form().version());
            json.writeStringProperty("status", "completed");
            json.writeObjectPropertyStart("subject");
            json.writeObjectPropertyStart("identifier");
            json.writeStringProperty("system", "urn:varjedag:person");
            json.writeStringProperty("value", person.toString());
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringProperty("authored", at.toString());
            write(json, sheet.places(""), sheet.answers());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, List<Place> places, Answers answers) {
        var answered =
                places.stream().filter(place -> isAnswered(place, answers)).toList();
        if (answered.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("item");
        for (var place : answered) {
            json.writeStartObject();
            json.writeStringProperty("linkId", place.item().id());
            if (place.item().type() == Item.Type.GROUP) {
                write(json, place.places(), answers);
            } else {
                json.writeArrayPropertyStart("answer");
                for (var value : answers.at(place.path())) {
                    json.writeStartObject();
                    Types.write(json, value);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static boolean isAnswered(Place place, Answers answers) {
        return place.asked()
                && (!answers.at(place.path()).isEmpty()
                        || place.places().stream().anyMatch(one -> isAnswered(one, answers)));
    }

    /// What a response says, and what of it does not belong to the form.
    public static Typed.Read read(Questionnaire form, String text) {
        var values = new LinkedHashMap<String, List<Value>>();
        var troubles = new ArrayList<Trouble>();
        read(form, form.items(), JSON.readTree(text), "", values, troubles);
        return new Typed.Read(new Answers(values), troubles);
    }

    private static void read(
            Questionnaire form,
            List<Item> items,
            JsonNode of,
            String before,
            Map<String, List<Value>> values,
            List<Trouble> troubles) {
        var times = new LinkedHashMap<String, Integer>();
        for (var node : of.path("item")) {
            var id = node.path("linkId").asString("");
            var item = items.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (item == null) {
                troubles.add(new Trouble(before + id, "unknown"));
                continue;
            }
            int time = times.merge(id, 1, Integer::sum) - 1;
            if (time > 0 && !(item.repeats() && item.type() == Item.Type.GROUP)) {
                troubles.add(new Trouble(before + id, "one-only"));
            }
            if (item.type() == Item.Type.GROUP) {
                var inside = item.repeats() ? before + id + ":" + time + "/" : before;
                read(form, item.items(), node, inside, values, troubles);
            } else {
                answers(item, node, before + id, values, troubles);
            }
        }
    }

    private static void answers(
            Item item, JsonNode node, String path, Map<String, List<Value>> values, List<Trouble> troubles) {
        var all = new ArrayList<Value>();
        for (var answer : node.path("answer")) {
            var read = answer.propertyNames().stream()
                    .filter(name -> name.startsWith("value"))
                    .findFirst()
                    .flatMap(name -> Types.read(name.substring("value".length()), answer.path(name)));
            read.ifPresent(all::add);
            if (read.isEmpty()) {
                troubles.add(new Trouble(path, "not-" + item.type().code()));
            }
        }
        values.put(path, all);
    }
}
