package se.varjedag.app.intake.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import se.varjedag.pathway.definition.Definitions;

/// Reads mapping files into one mapping, and finds every mistake in them.
final class MappingReader {
    private static final Set<String> FILE_KEYS =
            Set.of("mapping", "about", "systems", "persons", "persons-of", "diagnoses", "rows", "values", "reasons");
    private static final Set<String> ROW_KEYS =
            Set.of("in", "code", "category", "means", "pathway", "date", "part", "course-days", "words", "source");
    private static final int LONGEST_COURSE = 3660;

    private final Definitions definitions;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Set<String>> systems = new TreeMap<>();
    private final List<MappingRow> rows = new ArrayList<>();
    private final Map<String, List<CodePattern>> diagnoses = new LinkedHashMap<>();
    private final Set<String> persons = new HashSet<>();
    private final ValueRows values = new ValueRows(mistakes::add, this::patterns);

    private MappingReader(Definitions definitions) {
        this.definitions = definitions;
    }

    /// The mapping that the texts give, by file name. A later file with the same `mapping:` name takes the place of an
    /// earlier one.
    ///
    /// @throws InvalidMapping with every mistake in every file
    static CodeMapping read(Map<String, String> texts, Definitions definitions) {
        var reader = new MappingReader(definitions);
        var named = new LinkedHashMap<String, MappingFile>();
        texts.forEach((name, text) -> MappingFile.of(name, text, reader.mistakes::add)
                .ifPresent(file -> {
                    file.only(FILE_KEYS);
                    var called = file.text("mapping");
                    if (called.isEmpty()) {
                        reader.mistakes.add(name + ": the name is missing. Write 'mapping: NAME' on the first line.");
                    }
                    named.put(called.isEmpty() ? name : called, file);
                }));
        named.values().forEach(reader::systems);
        named.values().forEach(reader::file);
        reader.doubled();
        reader.values.doubled();
        if (!reader.mistakes.isEmpty()) {
            throw new InvalidMapping(reader.mistakes);
        }
        return new CodeMapping(definitions, reader.rows, reader.diagnoses, reader.persons, reader.values.mapping());
    }

    private void systems(MappingFile file) {
        file.below("systems")
                .ifPresent(block -> block.names()
                        .forEach(name -> systems.computeIfAbsent(name, _ -> new HashSet<>())
                                .addAll(block.texts(name))));
    }

    private void file(MappingFile file) {
        persons.addAll(file.texts("persons"));
        file.below("diagnoses").ifPresent(block -> {
            for (var definition : block.names()) {
                if (definitions.byId(definition).isEmpty()) {
                    block.mistake(definition, "there is no pathway '%s'.".formatted(definition));
                }
                diagnoses.computeIfAbsent(definition, _ -> new ArrayList<>()).addAll(patterns(block, definition));
            }
        });
        file.rows("rows").forEach(row -> row(row, file.text("persons-of")).ifPresent(rows::add));
        values.file(file);
    }

    private Optional<MappingRow> row(MappingFile row, String personsOf) {
        row.only(ROW_KEYS);
        var kinds = row.texts("in");
        if (kinds.isEmpty()) {
            row.mistake("in", "the row does not say where to look. Write 'in: Procedure', or 'in: ORU'.");
        }
        var dates = row.texts("date");
        if (dates.isEmpty()) {
            row.mistake("date", "the row does not say what gives the day. Write 'date: performedDateTime'.");
        }
        if (row.texts("code").isEmpty() && row.texts("category").isEmpty() && !kinds.equals(List.of("Patient"))) {
            row.mistake("in", "the row asks for neither code nor category, so everything would fit. Write one.");
        }
        var means = Means.of(row.text("means"));
        if (means.isEmpty()) {
            row.mistake(
                    "means",
                    ("'%s' is no measuring point. Write one such as suspicion or specimen-taken, 'treatment drug',"
                                    + " 'died', or 'code'.")
                            .formatted(row.text("means")));
            return Optional.empty();
        }
        return Optional.of(new MappingRow(
                row.at(),
                Set.copyOf(kinds),
                patterns(row, "code"),
                patterns(row, "category"),
                means.get(),
                pathway(row, means.get()),
                dates,
                row.text("part"),
                courseDays(row),
                personsOf));
    }

    private WhichPathway pathway(MappingFile row, Means means) {
        var text = row.text("pathway");
        if (means instanceof Means.Died || means instanceof Means.ItsOwnCode) {
            if (!text.isEmpty()) {
                row.mistake("pathway", "such an event names its pathway itself. Take 'pathway' away.");
            }
            return new WhichPathway.Open();
        }
        if (text.equals("of-its-reason")) {
            return new WhichPathway.OfItsReason();
        }
        if (text.equals("open") && means instanceof Means.SubProcess) {
            return new WhichPathway.Open();
        }
        if (definitions.byId(text).isEmpty()) {
            row.mistake(
                    "pathway",
                    "there is no pathway '%s'. Write the id of one such as lungcancer, or of-its-reason%s."
                            .formatted(text, means instanceof Means.SubProcess ? ", or open" : ""));
        } else if (means instanceof Means.Suffix(var suffix)
                && EventCode.of(definitions, text, suffix).isEmpty()) {
            row.mistake(
                    "pathway",
                    "the codes of '%s' are not known, so no event can say this of it. Give it codes in the folder definitions first."
                            .formatted(text));
        }
        return new WhichPathway.Named(text);
    }

    private OptionalInt courseDays(MappingFile row) {
        var text = row.text("course-days");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= LONGEST_COURSE) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        row.mistake("course-days", "'%s' is no number of days.".formatted(text));
        return OptionalInt.empty();
    }

    private List<CodePattern> patterns(MappingFile row, String key) {
        var patterns = new ArrayList<CodePattern>();
        for (var text : row.texts(key)) {
            int bar = text.indexOf('|');
            var system = bar < 0 ? text : text.substring(0, bar);
            var known = systems.get(system);
            if (bar < 0 || known == null) {
                row.mistake(
                        key,
                        "'%s' is no code. Write SYSTEM|CODE, where SYSTEM is one of %s, or add it under 'systems'."
                                .formatted(text, systems.keySet()));
                continue;
            }
            var code = text.substring(bar + 1);
            var begins = code.endsWith("*");
            patterns.add(new CodePattern(known, begins ? code.substring(0, code.length() - 1) : code, begins));
        }
        return patterns;
    }

    /// Two rows that the same code fits would leave it to chance which of them counts.
    private void doubled() {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (same(rows.get(i), rows.get(j))) {
                    mistakes.add("%s: the same code stands already in %s. Keep one of them."
                            .formatted(rows.get(j).at(), rows.get(i).at()));
                }
            }
        }
        var all = List.copyOf(diagnoses.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var other = all.get(j).getValue();
                if (all.get(i).getValue().stream()
                        .anyMatch(one -> other.stream().anyMatch(one::meets))) {
                    mistakes.add("diagnoses: the same code leads to both %s and %s. Keep one of them."
                            .formatted(all.get(i).getKey(), all.get(j).getKey()));
                }
            }
        }
    }

    private static boolean same(MappingRow one, MappingRow other) {
        return one.kinds().stream().anyMatch(other.kinds()::contains)
                && one.part().equals(other.part())
                && one.personsOf().equals(other.personsOf())
                && CodePattern.meet(one.codes(), other.codes())
                && CodePattern.meet(one.categories(), other.categories());
    }
}
