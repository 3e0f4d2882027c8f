package se.varjedag.app.rehabilitation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.varjedag.app.rehabilitation.Occasion.Name;
import se.varjedag.app.timeline.ClinicalValue.Kind;

/// When needs are to be assessed, and which professions there are: `occasions.yaml`, with its sources.
@Component
public class Programme {
    private static final String FILE = "se/varjedag/app/rehabilitation/occasions.yaml";

    private final int before;
    private final int within;
    private final List<Occasion> occasions;
    private final Map<String, Name> professions;

    Programme() {
        var all = file();
        before = number(all, "before");
        within = number(all, "within");
        occasions = rows(all, "occasions").stream().map(Programme::occasion).toList();
        professions = new LinkedHashMap<>();
        rows(all, "professions").forEach(row -> professions.put(text(row, "profession"), name(row)));
    }

    /// An assessment made so many days before an occasion counts for it.
    public int before() {
        return before;
    }

    /// So many days after an occasion the assessment is due.
    public int within() {
        return within;
    }

    /// Every occasion, also those that nothing tells of.
    public List<Occasion> occasions() {
        return occasions;
    }

    /// The professions that may be involved, by their code.
    public Map<String, Name> professions() {
        return Map.copyOf(professions);
    }

    /// Their codes in the order of the file.
    public List<String> codes() {
        return List.copyOf(professions.keySet());
    }

    /// The occasion that an event with a national code of this suffix tells of.
    public Optional<Occasion> ofSuffix(int suffix) {
        return occasions.stream().filter(one -> one.suffixes().contains(suffix)).findFirst();
    }

    private static Occasion occasion(Map<?, ?> row) {
        return new Occasion(
                text(row, "occasion"),
                name(row),
                list(row, "suffixes").stream()
                        .map(one -> ((Number) one).intValue())
                        .collect(Collectors.toSet()),
                kinds(row, "begins"),
                kinds(row, "ends"),
                kinds(row, "changes"),
                Boolean.TRUE.equals(row.get("caregiver")));
    }

    private static Set<Kind> kinds(Map<?, ?> row, String key) {
        return list(row, key).stream()
                .map(one -> Kind.valueOf(
                        String.valueOf(one).toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
    }

    private static Name name(Map<?, ?> row) {
        return new Name(text(row, "sv"), text(row, "en"));
    }

    private static Map<?, ?> file() {
        try {
            var written = new ClassPathResource(FILE, Programme.class.getClassLoader())
                    .getContentAsString(StandardCharsets.UTF_8);
            return map(
                    new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(written));
        } catch (IOException e) {
            throw new UncheckedIOException("The occasions of rehabilitation are missing from the build", e);
        }
    }

    private static List<Map<?, ?>> rows(Map<?, ?> all, String key) {
        return list(all, key).stream().<Map<?, ?>>map(Programme::map).toList();
    }

    private static Map<?, ?> map(@Nullable Object written) {
        if (written instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(FILE + " has something in the place of names with values");
    }

    private static List<?> list(Map<?, ?> all, String key) {
        return all.get(key) instanceof List<?> list ? list : List.of();
    }

    private static int number(Map<?, ?> all, String key) {
        if (all.get(key) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(FILE + " does not say " + key);
    }

    private static String text(Map<?, ?> all, String key) {
        if (all.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(FILE + " does not say " + key);
    }
}
