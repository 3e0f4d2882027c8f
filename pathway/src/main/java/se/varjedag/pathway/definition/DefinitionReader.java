package se.varjedag.pathway.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// Reads definition files. Each is a definition of its own (`id`), or builds upon a known one (`extends`): what it
/// gives replaces, but its limits, steps, notes and sources are added, and an unknown limit gives way to a stated
/// one.
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
        var roots = new LinkedHashMap<String, MappingNode>();
        for (var text : texts.entrySet()) {
            var root = YamlText.compose(text.getKey(), text.getValue(), mistakes);
            if (root != null) {
                roots.put(text.getKey(), root);
            }
        }
        return readTrees(roots);
    }

    /// The definitions of these trees, by file name.
    ///
    /// @throws InvalidDefinitions with every mistake in every tree
    Definitions readTrees(Map<String, MappingNode> roots) {
        var read = new ArrayList<PathwayDefinition>();
        var places = new HashMap<String, String>();
        for (var root : roots.entrySet()) {
            read.add(definition(root.getKey(), root.getValue(), places));
        }
        Claims.explain(read, mistakes);
        mistakes.throwIfAny();
        return new Definitions(read);
    }

    private PathwayDefinition definition(String file, MappingNode root, Map<String, String> places) {
        var fields = new Fields(file, root, KEYS, mistakes);
        var base = base(fields);
        var id = fields.has("extends") ? base.id() : id(fields);
        var other = places.putIfAbsent(id, file);
        if (other != null && !id.isEmpty()) {
            fields.mistake(
                    fields.has("id") ? "id" : "extends",
                    new Words(
                            "'" + id + "' är redan definierat i " + other
                                    + ". Ge det här ett annat id, eller ta bort den ena filen",
                            "'" + id + "' is already defined in " + other
                                    + ". Give this one another id, or take one file away"));
        }
        return definition(fields, root, id, base);
    }

    /// The definition that the file builds upon, or the blank one.
    private PathwayDefinition base(Fields fields) {
        if (!fields.has("extends")) {
            return PathwayDefinition.BLANK;
        }
        if (fields.has("id")) {
            fields.mistake(
                    "id",
                    new Words(
                            "En fil har 'id' eller 'extends', inte båda. Den som bygger vidare behåller id:t",
                            "A file has 'id' or 'extends', not both. One that extends keeps the id it extends"));
        }
        var id = fields.text("extends", "lungcancer");
        var base = known.get().byId(id);
        if (base.isEmpty() && !id.isEmpty()) {
            var ids = known.get().all().stream().map(PathwayDefinition::id).toList();
            fields.mistake(
                    "extends",
                    new Words("Ingen definition '" + id + "' är känd.", "No definition '" + id + "' is known.")
                            .then(Spelling.hint(id, ids)));
        }
        return base.orElse(PathwayDefinition.BLANK);
    }

    private static String id(Fields fields) {
        var id = fields.text("id", "lungcancer");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.mistake(
                    "id",
                    new Words(
                            "'" + id
                                    + "' är inget id. Använd små bokstäver a–z, siffror och '-', till exempel lungcancer",
                            "'" + id + "' is no id. Use small letters a–z, digits and '-', for example lungcancer"));
        }
        return id;
    }

    private static PathwayDefinition definition(Fields fields, MappingNode root, String id, PathwayDefinition base) {
        var alone = !fields.has("extends");
        var name = alone || fields.has("name") ? fields.words("name", "Lungcancer") : base.name();
        var codes = alone || fields.has("codes") ? CodesBlock.read(fields) : base.codes();
        var tracks = alone || fields.has("tracks") ? RuleBlocks.tracks(fields, codes) : base.tracks();
        var ends = fields.has("ends") ? RuleBlocks.ends(fields) : base.ends();
        var provenance = provenance(fields, base.provenance());
        var source = ownSource(fields, provenance);
        var steps = new ArrayList<>(base.allowances());
        steps.addAll(new StepRows(fields, source).read());
        var notes = new ArrayList<>(base.notes());
        for (var note : fields.list("notes")) {
            notes.add(fields.words(note, "notes"));
        }
        return new PathwayDefinition(
                id,
                name,
                codes,
                fields.has("icd10") ? diagnoses(fields) : base.icd10(),
                tracks,
                new LimitRows(fields, tracks, ends, source, provenance.confidence()).read(base.limits()),
                steps,
                ends,
                fields.has("minimum-age") ? RuleBlocks.age(fields) : base.age(),
                provenance,
                notes,
                base.content() + Content.write(root),
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

    private static Provenance provenance(Fields fields, Provenance before) {
        var source = new ArrayList<>(before.source());
        source.addAll(fields.texts("source"));
        if (source.isEmpty()) {
            fields.text("source", "https://example.org/the-page-that-was-read");
        }
        return new Provenance(
                fields.has("introduced")
                        ? fields.number(
                                "introduced",
                                LAST_YEAR,
                                new Words("ett år, till exempel 2016", "a year, for example 2016"))
                        : before.introduced(),
                fields.words("version").orElse(before.version()),
                fields.words("table-status").orElse(before.tableStatus()),
                fields.word("confidence", Confidence.values(), before.confidence()),
                List.copyOf(source));
    }
}
