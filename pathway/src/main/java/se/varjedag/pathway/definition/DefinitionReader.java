package se.varjedag.pathway.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// Reads definition files. Each is a definition of its own (`id`), or builds upon a known one (`extends`): what it
/// gives replaces,
/// but its limits, steps, notes and sources are added, and an unknown limit gives way to a stated one.
final class DefinitionReader {
    private static final List<String> KEYS = List.of(
            "id",
            "extends",
            "name",
            "introduced",
            "version",
            "table-status",
            "confidence",
            "source",
            "icd10",
            "codes",
            "tracks",
            "ends",
            "minimum-age",
            "limits",
            "steps",
            "notes");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LAST_YEAR = 2999;

    private final Mistakes mistakes = new Mistakes();
    private final Supplier<Definitions> known;

    DefinitionReader(Supplier<Definitions> known) {
        this.known = known;
    }

    /// The definitions of these files, by file name.
    ///
    /// @throws InvalidDefinitions with every mistake in every file
    Definitions read(Map<String, String> texts) {
        var read = new ArrayList<PathwayDefinition>();
        var places = new LinkedHashMap<String, String>();
        texts.forEach((file, text) -> {
            var root = YamlText.compose(file, text, mistakes);
            if (root != null) {
                var definition = definition(file, root, places);
                if (definition != null) {
                    read.add(definition);
                }
            }
        });
        Claims.explain(read, mistakes);
        mistakes.throwIfAny();
        return new Definitions(read);
    }

    private @Nullable PathwayDefinition definition(String file, MappingNode root, Map<String, String> places) {
        var fields = new Fields(file, root, KEYS, mistakes);
        var base = base(fields);
        var id = base.map(PathwayDefinition::id).orElseGet(() -> id(fields));
        var other = places.putIfAbsent(id, file);
        if (other != null && !id.isEmpty()) {
            fields.mistake(
                    fields.has("id") ? "id" : "extends",
                    "'" + id + "' is already defined in " + other
                            + ". Give this one another id, or take one file away");
        }
        return definition(fields, root, id, base);
    }

    private Optional<PathwayDefinition> base(Fields fields) {
        if (!fields.has("extends")) {
            return Optional.empty();
        }
        if (fields.has("id")) {
            fields.mistake("id", "A file has 'id' or 'extends', not both. One that extends keeps the id it extends");
        }
        var id = fields.text("extends", "lungcancer");
        var base = known.get().byId(id);
        if (base.isEmpty() && !id.isEmpty()) {
            var ids = known.get().all().stream().map(PathwayDefinition::id).toList();
            fields.mistake("extends", "No definition '" + id + "' is known. " + Spelling.hint(id, ids));
        }
        return base;
    }

    private static String id(Fields fields) {
        if (fields.has("extends") && !fields.has("id")) {
            return "";
        }
        var id = fields.text("id", "lungcancer");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.mistake(
                    "id", "'" + id + "' is no id. Use small letters a–z, digits and '-', for example lungcancer");
        }
        return id;
    }

    private static PathwayDefinition definition(
            Fields fields, MappingNode root, String id, Optional<PathwayDefinition> base) {
        var alone = base.isEmpty() && !fields.has("extends");
        var name = alone || fields.has("name")
                ? fields.words("name", "Lungcancer")
                : base.map(PathwayDefinition::name).orElse(new Words("", ""));
        var codes = alone || fields.has("codes")
                ? CodesBlock.read(fields)
                : base.map(PathwayDefinition::codes).orElse(CodeScheme.NONE);
        var tracks = fields.has("tracks") || alone
                ? RuleBlocks.tracks(fields, codes)
                : base.map(PathwayDefinition::tracks).orElse(Tracks.NONE);
        var ends = fields.has("ends")
                ? RuleBlocks.ends(fields)
                : base.map(PathwayDefinition::ends).orElse(EndRules.NATIONAL);
        var age = fields.has("minimum-age")
                ? RuleBlocks.age(fields)
                : base.map(PathwayDefinition::age).orElse(AgeRule.ADULTS);
        var provenance = provenance(fields, base);
        var own = ownSource(fields, provenance);
        var limits = new LimitRows(fields, tracks, ends, own, provenance.confidence())
                .read(base.map(PathwayDefinition::limits).orElse(List.of()));
        var steps = new ArrayList<>(base.map(PathwayDefinition::allowances).orElse(List.of()));
        steps.addAll(new StepRows(fields, own).read());
        var notes = new ArrayList<>(base.map(PathwayDefinition::notes).orElse(List.of()));
        fields.list("notes").forEach(node -> notes.add(fields.words(node, "notes")));
        return new PathwayDefinition(
                id,
                name,
                codes,
                fields.has("icd10")
                        ? diagnoses(fields)
                        : base.map(PathwayDefinition::icd10).orElse(List.of()),
                tracks,
                limits,
                steps,
                ends,
                age,
                provenance,
                notes,
                base.map(PathwayDefinition::content).orElse("") + YamlText.content(root),
                fields.origin("codes"));
    }

    /// Where the file's numbers come from unless they say otherwise: its own first source.
    private static String ownSource(Fields fields, Provenance provenance) {
        var given = fields.list("source").size();
        var all = provenance.source();
        return all.isEmpty() ? "" : all.get(given == 0 ? 0 : all.size() - given);
    }

    private static List<String> diagnoses(Fields fields) {
        var diagnoses = fields.texts("icd10");
        return diagnoses.equals(List.of(Fields.UNKNOWN)) ? List.of() : diagnoses;
    }

    private static Provenance provenance(Fields fields, Optional<PathwayDefinition> base) {
        var before = base.map(PathwayDefinition::provenance);
        var source = new ArrayList<>(before.map(Provenance::source).orElse(List.of()));
        source.addAll(fields.texts("source"));
        if (source.isEmpty()) {
            fields.text("source", "https://example.org/the-page-that-was-read");
        }
        return new Provenance(
                fields.has("introduced")
                        ? fields.number("introduced", LAST_YEAR, "a year, for example 2016")
                        : before.map(Provenance::introduced).orElse(OptionalInt.empty()),
                fields.words("version")
                        .or(() -> before.map(Provenance::version))
                        .orElse(new Words("", "")),
                fields.words("table-status")
                        .or(() -> before.map(Provenance::tableStatus))
                        .orElse(new Words("", "")),
                fields.word(
                        "confidence",
                        List.of(Confidence.values()),
                        Confidence::key,
                        before.map(Provenance::confidence).orElse(Confidence.VERIFIED)),
                source);
    }
}
