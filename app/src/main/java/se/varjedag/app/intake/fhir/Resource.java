package se.varjedag.app.intake.fhir;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.intake.PersonNumbers.Identifier;
import se.varjedag.app.intake.mapping.Coding;
import tools.jackson.databind.JsonNode;

/// What this system reads of a FHIR resource, of whatever type.
record Resource(JsonNode json) {
    private static final Set<String> WITHDRAWN = Set.of(
            "entered-in-error", "not-done", "cancelled", "nullified", "revoked", "refuted", "not-taken", "noshow");
    private static final Set<String> PLANNED =
            Set.of("draft", "proposed", "pending", "booked", "planned", "preparation", "waitlist");
    private static final Set<String> PLANNED_INTENT = Set.of("proposal", "plan", "option");
    private static final Set<String> NOT_YET = Set.of("registered", "partial", "preliminary");

    String type() {
        return Entry.text(json.path("resourceType"));
    }

    String id() {
        return Entry.text(json.path("id"));
    }

    /// Who says so: `meta.source`. After a web address the fragment names one request and not the sender, so it is left
    /// out; after an OID it is part of the name.
    String source() {
        var source = Entry.text(json.path("meta").path("source"));
        var hash = source.indexOf('#');
        return hash > 0 && source.startsWith("http") ? source.substring(0, hash) : source;
    }

    /// When the source had this version.
    @Nullable
    Instant registered() {
        var text = Entry.text(json.path("meta").path("lastUpdated"));
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    List<Coding> codes() {
        var codes = new ArrayList<Coding>();
        for (var element : List.of("code", "type", "medicationCodeableConcept", "vaccineCode", "modality")) {
            codings(json.path(element), codes);
        }
        return codes;
    }

    List<Coding> categories() {
        var categories = new ArrayList<Coding>();
        codings(json.path("category"), categories);
        return categories;
    }

    /// The codes of a concept, of a coding, or of a list of either.
    static void codings(JsonNode node, List<Coding> into) {
        if (node.isArray()) {
            node.forEach(one -> codings(one, into));
        } else if (node.has("coding")) {
            codings(node.path("coding"), into);
        } else if (node.has("code") && node.path("code").isString()) {
            into.add(new Coding(Entry.text(node.path("system")), Entry.text(node.path("code"))));
        }
    }

    /// The text at a path such as `performedPeriod.start`.
    String text(String path) {
        var node = json;
        for (var name : path.split("\\.", -1)) {
            node = node.isArray() ? node.path(0).path(name) : node.path(name);
        }
        return Entry.text(node);
    }

    /// The first of the elements that is there.
    Optional<String> first(List<String> paths) {
        return paths.stream().map(this::text).filter(text -> !text.isEmpty()).findFirst();
    }

    /// Whom it is about.
    JsonNode subject() {
        return json.has("subject") ? json.path("subject") : json.path("patient");
    }

    /// The codes that it gives as its reason.
    List<Coding> reasons() {
        var codes = new ArrayList<Coding>();
        codings(json.path("reasonCode"), codes);
        codings(json.path("reason"), codes);
        return codes;
    }

    /// What it refers to as its reason.
    List<String> reasonReferences() {
        var references = new ArrayList<String>();
        for (var one : json.path("reasonReference")) {
            var reference = Entry.text(one.path("reference"));
            if (!reference.isEmpty()) {
                references.add(reference);
            }
        }
        return references;
    }

    /// Said never to have been so, or taken back.
    boolean withdrawn() {
        return WITHDRAWN.contains(status()) || WITHDRAWN.contains(verification());
    }

    boolean planned() {
        return PLANNED.contains(status()) || PLANNED_INTENT.contains(Entry.text(json.path("intent")));
    }

    /// A report that is not the final one.
    boolean notYet() {
        return NOT_YET.contains(status());
    }

    private String status() {
        return Entry.text(json.path("status"));
    }

    private String verification() {
        return Entry.text(json.path("verificationStatus").path("coding").path(0).path("code"));
    }

    List<Identifier> identifiers() {
        var numbers = new ArrayList<Identifier>();
        for (var one : json.path("identifier")) {
            numbers.add(new Identifier(Entry.text(one.path("system")), Entry.text(one.path("value"))));
        }
        return numbers;
    }

    /// The specimen or request that pairs points of the laboratory: its number, or the end of the reference to it.
    String ref() {
        if (type().equals("Specimen")) {
            var number = text("accessionIdentifier.value");
            return number.isEmpty() ? id() : number;
        }
        var number = text("specimen.identifier.value");
        if (!number.isEmpty()) {
            return number;
        }
        var reference = text("specimen.reference");
        if (reference.isEmpty()) {
            var request = text("basedOn.identifier.value");
            if (!request.isEmpty()) {
                return request;
            }
            reference = text("basedOn.reference");
        }
        return reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':')) + 1);
    }

    /// What may lead to the care unit: references to an organization, the nearest first.
    List<JsonNode> organizations() {
        var found = new ArrayList<JsonNode>();
        for (var path : List.of("serviceProvider", "performer", "requester", "recorder", "managingOrganization")) {
            var node = json.path(path);
            for (var one : node.isArray() ? node : List.of(node)) {
                found.add(one.path("onBehalfOf"));
                found.add(one.has("actor") ? one.path("actor") : one);
            }
        }
        found.removeIf(JsonNode::isMissingNode);
        return found;
    }
}
