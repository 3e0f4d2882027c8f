package se.varjedag.pathway.definition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The definitions that a run is made with. Immutable; a definition's position in [#all()] is its number everywhere
/// else.
public final class Definitions {
    private final List<PathwayDefinition> all;
    private final Map<String, PathwayDefinition> byId = new HashMap<>();
    private final Map<String, CodeMeaning> own = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();

    Definitions(List<PathwayDefinition> all) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            var definition = all.get(i);
            byId.put(definition.id(), definition);
            if (definition.prefix().isPresent()) {
                prefixes.put(definition.prefix().get(), i);
            }
            for (var code : definition.codes().own().entrySet()) {
                own.put(code.getKey(), CodeMeaning.of(i, code.getValue()));
            }
        }
    }

    /// The reviewed definitions of the national pathways that the product brings.
    public static Definitions shipped() {
        return Shipped.DEFINITIONS;
    }

    /// The definitions in a folder: every file in it that ends in `.yaml`. They may build upon the shipped ones.
    ///
    /// @throws InvalidDefinitions with every mistake in every file
    public static Definitions read(Path folder) {
        return of(DefinitionFiles.inFolder(folder));
    }

    /// The definitions in texts given by file name, read as a folder is.
    ///
    /// @throws InvalidDefinitions with every mistake in every text
    public static Definitions of(Map<String, String> texts) {
        return new DefinitionReader(Definitions::shipped).read(new TreeMap<>(texts));
    }

    /// These definitions and the added ones; an added one replaces the one with the same id and keeps its place.
    ///
    /// @throws InvalidDefinitions when two of the resulting definitions claim one code
    public Definitions with(Definitions added) {
        var result = new LinkedHashMap<String, PathwayDefinition>();
        all.forEach(definition -> result.put(definition.id(), definition));
        added.all.forEach(definition -> result.put(definition.id(), definition));
        var together = List.copyOf(result.values());
        var mistakes = new Mistakes();
        Claims.explain(together, mistakes);
        mistakes.throwIfAny();
        return new Definitions(together);
    }

    /// Every definition; the position is stable.
    public List<PathwayDefinition> all() {
        return all;
    }

    /// The definition with this id.
    public Optional<PathwayDefinition> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// What a full code means, or null when no definition claims it. Meant to be asked once for each distinct code.
    public @Nullable CodeMeaning meaning(String code) {
        var meaning = own.get(code);
        if (meaning != null || !NationalCode.wellFormed(code)) {
            return meaning;
        }
        var number = prefixes.get(NationalCode.prefixOf(code));
        return number == null ? null : CodeMeaning.of(number, NationalCode.suffixOf(code));
    }

    /// Whether a code may stand in an event: V, letter, digit, two digits; or claimed by a definition; or a point
    /// of the sub-processes; or `died`.
    public boolean wellFormed(String code) {
        return NationalCode.wellFormed(code)
                || own.containsKey(code)
                || code.equals(EndCode.DIED)
                || MeasuringPoint.ofKey(code).map(MeasuringPoint::subProcess).orElse(false);
    }

    /// The number of the definition with this prefix, or -1.
    public int ofPrefix(String prefix) {
        return prefixes.getOrDefault(prefix, -1);
    }

    /// A hash of what the definitions say: the same for the same content, whatever its layout and the order of files.
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

    /// Read when first asked for, from the packed form where the build has made it.
    private static final class Shipped {
        private static final Definitions DEFINITIONS =
                new DefinitionReader(() -> new Definitions(List.of())).readTrees(PackedDefinitions.shipped());
    }
}
