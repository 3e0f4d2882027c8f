package se.varjedag.app.intake.fhir;

import tools.jackson.databind.JsonNode;

/// One entry of a bundle, or one line of a bulk file.
///
/// @param place   number of the entry in the file, or of the line, from 1
/// @param fullUrl what other entries call it; may be empty
/// @param method  `DELETE` where a transaction takes the resource away; otherwise not looked at
/// @param url     what a transaction does it to, such as `Procedure/7`
/// @param source  who sends the bundle, where it says so
/// @param resource a missing node where there is none
record Entry(long place, String fullUrl, String method, String url, String source, JsonNode resource) {
    static Entry of(long place, String source, JsonNode entry) {
        var request = entry.path("request");
        return new Entry(
                place,
                text(entry.path("fullUrl")),
                text(request.path("method")),
                text(request.path("url")),
                source,
                entry.path("resource"));
    }

    static Entry alone(long place, JsonNode resource) {
        return new Entry(place, "", "", "", "", resource);
    }

    static String text(JsonNode node) {
        return node.isString() ? node.stringValue("").strip() : "";
    }
}
