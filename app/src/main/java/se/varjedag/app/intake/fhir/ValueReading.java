package se.varjedag.app.intake.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.intake.mapping.Coding;
import se.varjedag.app.intake.mapping.ValueMapping;
import se.varjedag.app.intake.mapping.ValueRow;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.State;
import tools.jackson.databind.JsonNode;

/// Reads the clinical value of one resource, by the rows of the mapping.
final class ValueReading {
    private static final int LONGEST = 300;
    private static final Set<Kind> NUMBERED = Set.of(Kind.LABORATORY, Kind.PERFORMANCE, Kind.PATIENT_REPORTED);
    private static final Set<String> ENDED = Set.of("completed", "stopped");
    private static final String ASKED_FOR = "registered";
    private static final String INTENDED = "intended";

    /// Where a treatment says which line it is: our own extension, for FHIR R4 has no element for it.
    private static final String LINE = "urn:varjedag:treatment-line";

    private static final String LICENCE = "urn:varjedag:licence";
    private static final String DOSE = "totalDoseDelivered";
    private static final String FRACTIONS = "fractionsDelivered";

    private final ValueMapping mapping;
    private final LocalDate today;

    ValueReading(ValueMapping mapping, LocalDate today) {
        this.mapping = mapping;
        this.today = today;
    }

    ValueSaid of(Resource resource) {
        if (!mapping.knows(resource.type())) {
            return new ValueSaid.Nothing();
        }
        var status = Entry.text(resource.json().path("status"));
        var row = mapping.row(resource.type(), resource.codes(), resource.categories());
        boolean awaited = status.equals(ASKED_FOR);
        if (row.isEmpty()
                || resource.withdrawn()
                || resource.planned()
                || status.equals(INTENDED)
                || (resource.notYet() && !awaited)) {
            return new ValueSaid.NoneAnyMore();
        }
        return of(resource, row.get(), status, awaited);
    }

    private ValueSaid of(Resource resource, ValueRow row, String status, boolean awaited) {
        var date = resource.first(row.dates()).orElse("");
        if (date.isEmpty()) {
            return new ValueSaid.NotUsed(String.join(", ", row.dates()), "", Reasons.DATE_MISSING);
        }
        var day = FhirDay.of(date);
        if (!(day instanceof FhirDay.Day(var on))) {
            var shown = date.substring(0, Math.min(30, date.length()));
            return new ValueSaid.NotUsed(
                    "time", shown, day instanceof FhirDay.Partial ? Reasons.partial(shown) : Reasons.noDate(shown));
        }
        if (on.isAfter(today)) {
            return new ValueSaid.NotUsed("time", date, Reasons.future(date));
        }
        var fact = Fact.of(row.kind(), row.item(), on);
        if (awaited) {
            return new ValueSaid.Says(fact.in(State.AWAITED));
        }
        return switch (row.kind()) {
            case TREATMENT -> new ValueSaid.Says(treatment(resource, row, fact, ENDED.contains(status)));
            case RADIOTHERAPY -> radiotherapy(resource, row, fact);
            case SURGERY, IMAGING, STATUS -> new ValueSaid.Says(fact.said(words(resource)));
            case LABORATORY, PERFORMANCE, PATIENT_REPORTED, PATHOLOGY -> measured(resource, row, fact);
            case PALLIATIVE -> answered(resource, fact);
        };
    }

    /// A drug from its first day to its last. One that has ended, and whose last day is not told, was given on its own
    /// day as far as is known.
    private Fact treatment(Resource resource, ValueRow row, Fact fact, boolean ended) {
        var single =
                !resource.text("effectiveDateTime").isEmpty() && resource.type().equals("MedicationAdministration");
        var last = resource.first(row.untils())
                .flatMap(text -> FhirDay.of(text) instanceof FhirDay.Day(var day) ? Optional.of(day) : Optional.empty())
                .filter(day -> !day.isBefore(fact.day()) && (ended || !day.isAfter(today)));
        var codes = new ArrayList<Coding>();
        Resource.codings(resource.json().path("statusReason"), codes);
        var why = mapping.reason(codes)
                .orElseGet(() -> cut(concept(first(resource.json().path("statusReason")))));
        return fact.said(words(resource))
                .until(last.orElse(ended || single ? fact.day() : null))
                .part(extension(resource.json(), LINE).map(ValueReading::whole).orElse(0))
                .because(why);
    }

    /// Something that was done or not: what says neither was done, where it is a procedure.
    private static ValueSaid answered(Resource resource, Fact fact) {
        var told = resource.json().path("valueBoolean");
        return told.isBoolean() || resource.type().equals("Procedure")
                ? new ValueSaid.Says(fact.said(told.asBoolean(true) ? "yes" : "no"))
                : new ValueSaid.NotUsed("value", "", Reasons.NO_ANSWER);
    }

    private ValueSaid radiotherapy(Resource resource, ValueRow row, Fact fact) {
        var until = resource.first(row.untils())
                .flatMap(text -> FhirDay.of(text) instanceof FhirDay.Day(var day) ? Optional.of(day) : Optional.empty())
                .filter(day -> !day.isBefore(fact.day()));
        var site = cut(concept(first(resource.json().path("bodySite"))));
        var said = fact.said(site)
                .until(until.orElse(null))
                .part(extension(resource.json(), FRACTIONS)
                        .map(ValueReading::whole)
                        .orElse(0));
        return extension(resource.json(), DOSE)
                .map(dose -> number(dose.path("valueQuantity"), row, said))
                .orElse(new ValueSaid.Says(said));
    }

    private ValueSaid measured(Resource resource, ValueRow row, Fact fact) {
        if (!row.licence()) {
            return plain(resource, row, fact);
        }
        var licence = extension(resource.json(), LICENCE)
                .map(one -> cut(Entry.text(one.path("valueString"))))
                .orElse("");
        return licence.isEmpty()
                ? new ValueSaid.NotUsed("licence", "", Reasons.NO_LICENCE)
                : plain(resource, row, fact.said(licence));
    }

    private ValueSaid plain(Resource resource, ValueRow row, Fact fact) {
        var json = resource.json();
        if (json.path("valueQuantity").has("value")) {
            return number(json.path("valueQuantity"), row, fact, json);
        }
        if (json.path("valueInteger").isNumber()) {
            return within(json.path("valueInteger").doubleValue(), row, fact);
        }
        if (NUMBERED.contains(row.kind())) {
            return new ValueSaid.NotUsed("value", "", Reasons.NO_NUMBER);
        }
        var text = Entry.text(json.path("valueString"));
        return new ValueSaid.Says(fact.said(cut(text.isEmpty() ? concept(json.path("valueCodeableConcept")) : text)));
    }

    private static ValueSaid number(JsonNode quantity, ValueRow row, Fact fact) {
        return number(quantity, row, fact, quantity);
    }

    private static ValueSaid number(JsonNode quantity, ValueRow row, Fact fact, JsonNode resource) {
        if (!quantity.path("value").isNumber()) {
            return new ValueSaid.NotUsed("value", "", Reasons.NO_NUMBER);
        }
        var factor = factor(quantity, row);
        if (factor.isEmpty()) {
            var unit = cut(unit(quantity));
            return new ValueSaid.NotUsed(
                    "unit", unit, Reasons.unit(unit, row.units().keySet()));
        }
        double times = factor.get();
        var range = first(resource.path("referenceRange"));
        var ranged = fact.within(end(range.path("low"), row), end(range.path("high"), row));
        return within(rounded(quantity.path("value").doubleValue() * times, times), row, ranged);
    }

    private static ValueSaid within(double number, ValueRow row, Fact fact) {
        if (row.whole() && number != Math.rint(number)) {
            return new ValueSaid.NotUsed("value", String.valueOf(number), Reasons.NOT_WHOLE);
        }
        return row.holds(number)
                ? new ValueSaid.Says(fact.number(number, row.measure()))
                : new ValueSaid.NotUsed("value", String.valueOf(number), row.outOfRange(number));
    }

    private static Optional<Double> factor(JsonNode quantity, ValueRow row) {
        return row.factor(Entry.text(quantity.path("code"))).or(() -> row.factor(Entry.text(quantity.path("unit"))));
    }

    private static String unit(JsonNode quantity) {
        var code = Entry.text(quantity.path("code"));
        return code.isEmpty() ? Entry.text(quantity.path("unit")) : code;
    }

    private static @Nullable Double end(JsonNode end, ValueRow row) {
        if (!end.path("value").isNumber()) {
            return null;
        }
        double value = end.path("value").doubleValue();
        return factor(end, row).map(factor -> rounded(value * factor, factor)).orElse(null);
    }

    /// What was multiplied is told with four digits; what came as it is kept stays as it was sent.
    private static double rounded(double number, double factor) {
        if (factor == 1 || number == 0) {
            return number;
        }
        double ten = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(number))));
        return Math.round(number * ten) / ten;
    }

    /// What the resource is of, in words: the text of its code, or what its first coding is shown as.
    private static String words(Resource resource) {
        for (var element : List.of("medicationCodeableConcept", "code")) {
            var words = concept(resource.json().path(element));
            if (!words.isEmpty()) {
                return cut(words);
            }
        }
        return cut(Entry.text(resource.json().path("description")));
    }

    private static String concept(JsonNode concept) {
        var text = Entry.text(concept.path("text"));
        return text.isEmpty() ? Entry.text(concept.path("coding").path(0).path("display")) : text;
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// An extension by the end of its address, at whatever depth.
    private static Optional<JsonNode> extension(JsonNode node, String name) {
        for (var one : node.path("extension")) {
            if (Entry.text(one.path("url")).endsWith(name)) {
                return Optional.of(one);
            }
            var below = extension(one, name);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static int whole(JsonNode extension) {
        for (var element : List.of("valueInteger", "valueUnsignedInt", "valuePositiveInt")) {
            if (extension.path(element).isInt()) {
                return Math.max(0, extension.path(element).intValue());
            }
        }
        return 0;
    }
}
