package se.varjedag.app.access.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.access.provider.SignInRules.Part;
import se.varjedag.app.access.provider.SignInRules.Rule;
import se.varjedag.app.database.CannotStart;

/// Reads the rules of sign-in, and finds every mistake in them.
final class SignInRulesFile {
    private static final Set<String> FILE_KEYS = Set.of("person", "name", "assignments");
    private static final Set<String> RULE_KEYS = Set.of("each", "when", "role", "place", "until");

    private final List<String> mistakes = new ArrayList<>();

    private SignInRulesFile() {}

    /// The rules in a file.
    ///
    /// @throws CannotStart when there is none, or it holds a mistake; all of them are told
    static SignInRules read(Path file) {
        if (!Files.exists(file)) {
            throw new CannotStart(
                    "VARJEDAG_OIDC_ISSUER is set, but %s is not there: it says which claims give which assignments. docs/sign-in.md shows two of them."
                            .formatted(file));
        }
        try {
            var reader = new SignInRulesFile();
            var rules = reader.rules(Files.readString(file));
            if (!reader.mistakes.isEmpty()) {
                throw new CannotStart(file + ":\n" + String.join("\n", reader.mistakes));
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignInRules rules(String text) {
        var file = map("", parsed(text));
        only("", file, FILE_KEYS);
        var rules = new ArrayList<Rule>();
        if (file.get("assignments") instanceof List<?> list && !list.isEmpty()) {
            for (int at = 0; at < list.size(); at++) {
                rule("assignments, number " + (at + 1) + ": ", list.get(at)).ifPresent(rules::add);
            }
        } else {
            mistakes.add("'assignments' is a list of rules, each beginning with '- '.");
        }
        return new SignInRules(
                text("", file, "person").orElse("sub"), text("", file, "name").orElse("name"), rules);
    }

    private @Nullable Object parsed(String text) {
        try {
            return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            mistakes.add("This is not YAML: " + e.getMessage());
            return null;
        }
    }

    private Optional<Rule> rule(String where, @Nullable Object written) {
        int before = mistakes.size();
        var rule = map(where, written);
        only(where, rule, RULE_KEYS);
        var role = part(where, rule, "role");
        var place = part(where, rule, "place");
        var until = part(where, rule, "until");
        role.ifPresentOrElse(
                named -> checkRole(where, named, place),
                () -> mistakes.add(where + "'role' is missing. Write one of " + Accounts.roleKeys() + "."));
        var when = when(where, rule.get("when"));
        return mistakes.size() == before
                ? Optional.of(new Rule(text(where, rule, "each").orElse(""), when, role.orElseThrow(), place, until))
                : Optional.empty();
    }

    private void checkRole(String where, Part role, Optional<Part> place) {
        if (!(role instanceof Part.Word(var word))) {
            return;
        }
        var known = Role.of(word);
        if (known.isEmpty()) {
            mistakes.add("%sthere is no role '%s'. Write one of %s.".formatted(where, word, Accounts.roleKeys()));
        } else if (Assignment.needsPlace(known.get()) && place.isEmpty()) {
            mistakes.add("%s'place' is missing: a %s works at a unit or is somebody.".formatted(where, word));
        }
    }

    /// What claims must say. A rule that asks nothing would take in everybody whom the provider knows.
    private Map<String, List<String>> when(String where, @Nullable Object written) {
        var asked = new LinkedHashMap<String, List<String>>();
        map(where, written).forEach((claim, value) -> {
            var values = new ArrayList<String>();
            for (@Nullable Object one : value instanceof List<?> list ? list : List.of(value)) {
                if (one == null) {
                    mistakes.add(
                            "%s'when: %s' has an empty value. Write a value, or leave it out.".formatted(where, claim));
                } else if (one instanceof Map<?, ?> || one instanceof List<?>) {
                    mistakes.add("%s'when: %s' is one value or a list of them.".formatted(where, claim));
                } else {
                    values.add(one.toString().strip());
                }
            }
            asked.put(claim, List.copyOf(values));
        });
        if (asked.isEmpty()) {
            mistakes.add(where + "'when' is missing: say what a claim must be, 'when: { claim: value }'.");
        }
        return asked;
    }

    private Optional<Part> part(String where, Map<String, Object> from, String key) {
        return text(where, from, key).flatMap(written -> {
            var part = Part.of(written);
            if (part.isEmpty()) {
                mistakes.add("%s'%s' is a word, or '{claim}' whole.".formatted(where, key));
            }
            return part;
        });
    }

    private Optional<String> text(String where, Map<String, Object> from, String key) {
        return switch (from.get(key)) {
            case null -> Optional.empty();
            case Map<?, ?> _ -> {
                mistakes.add("%s'%s' is one text; put braces in quotes: '{claim}'.".formatted(where, key));
                yield Optional.empty();
            }
            case List<?> _ -> {
                mistakes.add("%s'%s' is one text.".formatted(where, key));
                yield Optional.empty();
            }
            case Object other -> Optional.of(other.toString().strip());
        };
    }

    private Map<String, Object> map(String where, @Nullable Object written) {
        var keys = new LinkedHashMap<String, Object>();
        switch (written) {
            case null -> {}
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if (value == null) {
                        mistakes.add("%s'%s' is empty. Write a value, or leave the line out.".formatted(where, key));
                    } else if (key != null) {
                        keys.put(key.toString(), value);
                    }
                });
            default -> mistakes.add(where + "lines of 'key: value' were expected here.");
        }
        return keys;
    }

    private void only(String where, Map<String, Object> written, Set<String> known) {
        for (var key : written.keySet()) {
            if (!known.contains(key)) {
                mistakes.add("%s'%s' is not understood. Write one of %s.".formatted(where, key, new TreeSet<>(known)));
            }
        }
    }
}
