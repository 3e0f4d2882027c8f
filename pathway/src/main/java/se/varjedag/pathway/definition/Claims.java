package se.varjedag.pathway.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds definitions that claim one code: an event could then not tell whose it is.
final class Claims {
    private Claims() {}

    static void explain(List<PathwayDefinition> definitions, Mistakes mistakes) {
        Map<String, PathwayDefinition> prefixes = new HashMap<>();
        Map<String, PathwayDefinition> codes = new HashMap<>();
        for (var definition : definitions) {
            if (definition.prefix().isPresent()) {
                var prefix = definition.prefix().get();
                var other = prefixes.putIfAbsent(prefix, definition);
                if (other != null && !other.id().equals(definition.id())) {
                    mistakes.add(
                            definition.origin(), said("prefixet '" + prefix + "'", "prefix '" + prefix + "'", other));
                }
            }
        }
        for (var definition : definitions) {
            for (var code : definition.codes().own().keySet()) {
                var other = codes.putIfAbsent(code, definition);
                if (other == null) {
                    other = definitions.stream()
                            .filter(one -> !one.id().equals(definition.id())
                                    && one.codes().claimsByPrefix(code))
                            .findFirst()
                            .orElse(null);
                }
                if (other != null && !other.id().equals(definition.id())) {
                    mistakes.add(definition.origin(), said("koden '" + code + "'", "code '" + code + "'", other));
                }
            }
        }
    }

    private static Words said(String sv, String en, PathwayDefinition other) {
        var where = "'" + other.id() + "' (" + other.origin().file() + ":"
                + other.origin().line() + ")";
        return new Words(
                "Även " + where + " gör anspråk på " + sv + ". Varje kod hör till en definition: ändra den ena",
                "The " + en + " belongs to " + where + " too. Each code belongs to one definition: change one of them");
    }
}
