package se.varjedag.app.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.intake.PersonNumbers.Identifier;
import tools.jackson.databind.JsonNode;

/// What resources call each other, written in one way: `Patient/7`, a whole web address, `urn:uuid:…`, or
/// `identifier:system|value`.
final class References {
    private static final String IDENTIFIER = "identifier:";

    private References() {}

    /// The names that a resource goes under in its file.
    static List<String> of(Entry entry, Resource resource) {
        var names = new ArrayList<String>();
        if (!entry.fullUrl().isEmpty()) {
            names.add(plain(entry.fullUrl()));
        }
        if (!resource.id().isEmpty()) {
            names.add(resource.type() + "/" + resource.id());
        }
        return names;
    }

    /// What a reference may mean, the surest first: an identifier, the address it writes out, the address it is
    /// relative to, and the plain name.
    static List<String> to(JsonNode reference, Entry from) {
        var names = new ArrayList<String>();
        var text = plain(Entry.text(reference.path("reference")));
        var query = text.indexOf("?identifier=");
        if (query >= 0) {
            names.add(IDENTIFIER + text.substring(query + "?identifier=".length()));
        } else if (text.startsWith("#")) {
            names.add(contained(from, text.substring(1)));
        } else if (!text.isEmpty()) {
            var base = base(from.fullUrl());
            if (!base.isEmpty() && !text.contains(":")) {
                names.add(base + text);
            }
            names.add(text);
            if (text.startsWith("http")) {
                names.add(lastTwo(text));
            }
        }
        var identifier = reference.path("identifier");
        if (!Entry.text(identifier.path("value")).isEmpty()) {
            names.add(identifier(
                    new Identifier(Entry.text(identifier.path("system")), Entry.text(identifier.path("value")))));
        }
        return names;
    }

    static String identifier(Identifier identifier) {
        return IDENTIFIER + identifier.system() + "|" + identifier.value();
    }

    /// The identifier that a name writes out, for who is known by nothing else.
    static List<Identifier> identifiers(String name) {
        var bar = name.lastIndexOf('|');
        return name.startsWith(IDENTIFIER) && bar > 0
                ? List.of(new Identifier(name.substring(IDENTIFIER.length(), bar), name.substring(bar + 1)))
                : List.of();
    }

    /// A resource inside another is known there alone.
    static String contained(Entry from, String id) {
        return "contained:" + from.place() + "#" + id;
    }

    /// Without the version it points at.
    static String plain(String reference) {
        var history = reference.indexOf("/_history/");
        return history < 0 ? reference : reference.substring(0, history);
    }

    /// `http://server/fhir/` of `http://server/fhir/Procedure/7`.
    private static String base(String fullUrl) {
        if (!fullUrl.startsWith("http")) {
            return "";
        }
        var rest = plain(fullUrl);
        return rest.substring(0, rest.length() - lastTwo(rest).length());
    }

    private static String lastTwo(String address) {
        var last = address.lastIndexOf('/');
        return address.substring(address.lastIndexOf('/', last - 1) + 1);
    }
}
