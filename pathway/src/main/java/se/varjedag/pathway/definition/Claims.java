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
                    mistakes.add(definition.origin(), said("prefix '" + prefix + "'", other));
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
                    mistakes.add(definition.origin(), said("code '" + code + "'", other));
                }
            }
        }
    }

    private static String said(String what, PathwayDefinition other) {
        return "The " + what + " belongs to '" + other.id() + "' ("
                + other.origin().file() + ":" + other.origin().line()
                + ") too. Each code belongs to one definition: change one of them";
    }
}
