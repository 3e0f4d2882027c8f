package se.varjedag.app.careplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.careplan.ClosingLetters.Language;
import se.varjedag.app.reference.DataRow;

/// Which sections the plan of each stage of care has, by diagnosis: `plan.yaml`. Where no diagnosis names a pathway, it
/// has the generic plan.
public final class PlanStructure {
    /// The diagnosis of the generic plan.
    public static final String GENERIC = "";

    private static final String FILE = "plan.yaml";
    private static final PlanStructure SHIPPED = new PlanStructure(DataRow.shipped(PlanStructure.class, FILE));

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<Stage, List<Section>> stages = new EnumMap<>(Stage.class);
    private final Map<String, Diagnosis> diagnoses = new LinkedHashMap<>();

    private PlanStructure(DataRow all) {
        all.rows("sections").forEach(row -> sections.put(row.text("section"), section(row)));
        all.rows("stages").forEach(row -> stages.put(stage(row), named(row, row.texts("sections"))));
        all.rows("diagnoses").forEach(row -> diagnoses.put(row.text("diagnosis"), diagnosis(row)));
        if (stages.size() != Stage.values().length) {
            throw all.wrong("does not have every stage");
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
        return new PlanStructure(DataRow.of(FILE, yaml));
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

    private static Section section(DataRow row) {
        return new Section(row.text("section"), words(row), words(row.row("why")));
    }

    private Diagnosis diagnosis(DataRow row) {
        return new Diagnosis(
                words(row),
                row.texts("pathways"),
                row.rows("changes").stream().map(this::change).toList());
    }

    private Change change(DataRow row) {
        return new Change(
                stage(row),
                named(row, List.of(row.text("section"))).getFirst(),
                row.perhaps("replaces").orElse(""));
    }

    private static Stage stage(DataRow row) {
        return Stage.of(row.text("stage")).orElseThrow(() -> row.wrong("has an unknown stage"));
    }

    private List<Section> named(DataRow row, List<String> codes) {
        return codes.stream()
                .map(code -> section(code).orElseThrow(() -> row.wrong("has no section " + code)))
                .toList();
    }

    private static Words words(DataRow row) {
        return new Words(row.text("sv"), row.text("easy"), row.text("en"));
    }
}
