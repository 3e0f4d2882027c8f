package se.varjedag.app.intake.mapping;

import java.util.Map;
import java.util.Optional;
import se.varjedag.pathway.definition.Definitions;

/// The code that an event of a pathway carries for a national suffix.
final class EventCode {
    private EventCode() {}

    /// The definition's own code for the suffix where it has codes of its own, otherwise its prefix and the suffix;
    /// empty where the definition's codes are unknown.
    static Optional<String> of(Definitions definitions, String definition, int suffix) {
        return definitions.byId(definition).flatMap(found -> {
            var own = found.codes().own();
            return own.isEmpty()
                    ? found.prefix().map(prefix -> "%s%02d".formatted(prefix, suffix))
                    : own.entrySet().stream()
                            .filter(entry -> entry.getValue() == suffix)
                            .map(Map.Entry::getKey)
                            .sorted()
                            .findFirst();
        });
    }
}
