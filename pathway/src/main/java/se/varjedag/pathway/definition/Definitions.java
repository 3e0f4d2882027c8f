package se.varjedag.pathway.definition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The definitions that a run is made with. Immutable; a definition's position in [#all()] is its number everywhere
/// else.
public final class Definitions {
    private final List<PathwayDefinition> all;
    private final Map<String, PathwayDefinition> byId = new HashMap<>();
    private final Map<String, CodeMeaning> meanings = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();

    Definitions(List<PathwayDefinition> all) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            var definition = all.get(i);
            byId.put(definition.id(), definition);
            int number = i;
            definition.prefix().ifPresent(prefix -> prefixes.put(prefix, number));
        }
    }

    /// The reviewed definitions of the national pathways that the product brings.
    public static Definitions shipped() {
        return new Definitions(List.of());
    }

    /// The definitions in a folder: every file in it that ends in `.yaml`.
    ///
    /// @throws InvalidDefinitions with every mistake in every file
    public static Definitions read(Path folder) {
        Objects.requireNonNull(folder);
        return new Definitions(List.of());
    }

    /// The definitions in texts given by file name, read as a folder is.
    ///
    /// @throws InvalidDefinitions with every mistake in every text
    public static Definitions of(Map<String, String> texts) {
        Objects.requireNonNull(texts);
        return new Definitions(List.of());
    }

    /// These definitions and the added ones; an added one replaces the one with the same id and keeps its place.
    ///
    /// @throws InvalidDefinitions when two of the resulting definitions claim one code
    public Definitions with(Definitions added) {
        var result = new LinkedHashMap<String, PathwayDefinition>();
        all.forEach(definition -> result.put(definition.id(), definition));
        added.all.forEach(definition -> result.put(definition.id(), definition));
        return new Definitions(new ArrayList<>(result.values()));
    }

    /// Every definition; the position is stable.
    public List<PathwayDefinition> all() {
        return all;
    }

    /// The definition with this id.
    public Optional<PathwayDefinition> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// What a full code means, or null when no definition claims it.
    public @Nullable CodeMeaning meaning(String code) {
        var known = meanings.get(code);
        if (known != null) {
            return known;
        }
        if (!nationalForm(code)) {
            return null;
        }
        var number = prefixes.get(code.substring(0, 3));
        if (number == null) {
            return null;
        }
        int suffix = (code.charAt(3) - '0') * 10 + code.charAt(4) - '0';
        return new CodeMeaning(number, Action.ofSuffix(suffix), suffix);
    }

    /// Whether a code may stand in an event: V, letter, digit, two digits; or claimed by a definition; or a point of
    /// the
    /// sub-processes; or `died`.
    public boolean wellFormed(String code) {
        return nationalForm(code)
                || code.equals("died")
                || meaning(code) != null
                || MeasuringPoint.ofKey(code).map(MeasuringPoint::subProcess).orElse(false);
    }

    /// The number of the definition with this prefix, or -1.
    public int ofPrefix(String prefix) {
        return prefixes.getOrDefault(prefix, -1);
    }

    /// A hash of what the definitions say, the same for the same content whatever its layout and order of files.
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            all.stream()
                    .map(PathwayDefinition::content)
                    .sorted()
                    .forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean nationalForm(String code) {
        return code.length() == 5
                && code.charAt(0) == 'V'
                && code.charAt(1) >= 'A'
                && code.charAt(1) <= 'Z'
                && digit(code.charAt(2))
                && digit(code.charAt(3))
                && digit(code.charAt(4));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
