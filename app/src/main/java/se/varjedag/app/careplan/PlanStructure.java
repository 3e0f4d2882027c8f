package se.varjedag.app.careplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import se.varjedag.app.careplan.ClosingLetters.Language;

/// Which sections the plan of each stage of care has, by diagnosis: `plan.yaml`. Where no diagnosis names a pathway, it
/// has the generic plan.
public final class PlanStructure {
    /// The diagnosis of the generic plan.
    public static final String GENERIC = "";

    private static final String FILE = "/se/varjedag/app/careplan/plan.yaml";
    private static final PlanStructure SHIPPED = of(written());

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<Stage, List<Section>> stages = new EnumMap<>(Stage.class);
    private final Map<String, Diagnosis> diagnoses = new LinkedHashMap<>();

    private PlanStructure(Map<?, ?> all) {
        rows(all, "sections").forEach(row -> sections.put(text(row, "section"), section(row)));
        rows(all, "stages").forEach(row -> stages.put(stage(row), named(list(row, "sections"))));
        rows(all, "diagnoses").forEach(row -> diagnoses.put(text(row, "diagnosis"), diagnosis(row)));
        if (stages.size() != Stage.values().length) {
            throw new IllegalArgumentException(FILE + " does not have every stage");
        }
    }

    /// A stage of care.
    public enum Stage {
        INVESTIGATION,
        TREATMENT,
        REHABILITATION,
        FOLLOW_UP,
        PALLIATIVE;

        /// How it is written in the database, in texts and in addresses.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The stage of a key; empty of any other words.
        public static Optional<Stage> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /// The same in each language.
    public record Words(String sv, String easy, String en) {
        /// In the reader's.
        public String in(Language language) {
            return switch (language) {
                case SV -> sv;
                case EASY -> easy;
                case EN -> en;
            };
        }
    }

    /// One section.
    ///
    /// @param why what it is for
    public record Section(String code, Words title, Words why) {}

    /// A diagnosis with sections of its own.
    ///
    /// @param pathways ids of the definitions whose plan is this one
    private record Diagnosis(Words name, List<String> pathways, List<Change> changes) {}

    /// A section of a diagnosis.
    ///
    /// @param replaces code of the general section in whose place it stands; empty where it is added
    private record Change(Stage stage, Section section, String replaces) {}

    /// The one that is shipped.
    public static PlanStructure shipped() {
        return SHIPPED;
    }

    /// As a file says.
    ///
    /// @throws IllegalArgumentException where it does not say what it has to
    static PlanStructure of(String yaml) {
        return new PlanStructure(
                map(new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(yaml)));
    }

    /// The version of the plan that is used for a pathway: of the diagnosis that names it, otherwise the generic one.
    public String diagnosisOf(String definition) {
        return diagnoses.entrySet().stream()
                .filter(one -> one.getValue().pathways().contains(definition))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(GENERIC);
    }

    /// Every diagnosis with a version of its own, and what it is called.
    public Map<String, Words> versions() {
        var all = new LinkedHashMap<String, Words>();
        diagnoses.forEach((code, one) -> all.put(code, one.name()));
        return all;
    }

    /// The sections of a stage, in their order; those of an unknown diagnosis are the generic ones.
    public List<Section> sections(Stage stage, String diagnosis) {
        var all = new ArrayList<>(stages.getOrDefault(stage, List.of()));
        Optional.ofNullable(diagnoses.get(diagnosis)).stream()
                .flatMap(one -> one.changes().stream())
                .filter(change -> change.stage() == stage)
                .forEach(change -> change(all, change));
        return List.copyOf(all);
    }

    private static void change(List<Section> all, Change change) {
        if (change.replaces().isEmpty()) {
            all.add(change.section());
        } else {
            all.replaceAll(one -> one.code().equals(change.replaces()) ? change.section() : one);
        }
    }

    /// The section of a code.
    public Optional<Section> section(String code) {
        return Optional.ofNullable(sections.get(code));
    }

    private static Section section(Map<?, ?> row) {
        return new Section(text(row, "section"), words(row), words(map(row.get("why"))));
    }

    private Diagnosis diagnosis(Map<?, ?> row) {
        return new Diagnosis(
                words(row),
                list(row, "pathways").stream().map(String::valueOf).toList(),
                rows(row, "changes").stream().map(this::change).toList());
    }

    private Change change(Map<?, ?> row) {
        var replaces = row.get("replaces");
        return new Change(
                stage(row),
                named(List.of(text(row, "section"))).getFirst(),
                replaces == null ? "" : replaces.toString());
    }

    private static Stage stage(Map<?, ?> row) {
        return Stage.of(text(row, "stage"))
                .orElseThrow(() -> new IllegalArgumentException(FILE + " has an unknown stage"));
    }

    private List<Section> named(List<?> codes) {
        return codes.stream()
                .map(code -> section(String.valueOf(code))
                        .orElseThrow(() -> new IllegalArgumentException(FILE + " has no section " + code)))
                .toList();
    }

    private static Words words(Map<?, ?> row) {
        return new Words(text(row, "sv"), text(row, "easy"), text(row, "en"));
    }

    private static String written() {
        try (var in = Objects.requireNonNull(PlanStructure.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The structure of the plan is missing from the build", e);
        }
    }

    private static List<Map<?, ?>> rows(Map<?, ?> all, String key) {
        return list(all, key).stream().<Map<?, ?>>map(PlanStructure::map).toList();
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

    private static String text(Map<?, ?> all, String key) {
        if (all.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(FILE + " does not say " + key);
    }
}
