package se.varjedag.app.rehabilitation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.DataRow;
import se.varjedag.app.rehabilitation.Occasion.Name;
import se.varjedag.app.timeline.ClinicalValue.Kind;

/// When needs are to be assessed, and which professions there are: `occasions.yaml`, with its sources.
@Component
public class Programme {
    private static final String FILE = "occasions.yaml";

    private final int before;
    private final int within;
    private final List<Occasion> occasions;
    private final Map<String, Name> professions;

    Programme() {
        var all = DataRow.shipped(Programme.class, FILE);
        before = all.number("before");
        within = all.number("within");
        occasions = all.rows("occasions").stream().map(Programme::occasion).toList();
        professions = new LinkedHashMap<>();
        all.rows("professions").forEach(row -> professions.put(row.text("profession"), name(row)));
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

    private static Occasion occasion(DataRow row) {
        return new Occasion(
                row.text("occasion"),
                name(row),
                Set.copyOf(row.numbers("suffixes")),
                kinds(row, "begins"),
                kinds(row, "ends"),
                kinds(row, "changes"),
                row.is("caregiver"));
    }

    private static Set<Kind> kinds(DataRow row, String key) {
        return row.texts(key).stream()
                .map(one -> Kind.valueOf(one.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
    }

    private static Name name(DataRow row) {
        return new Name(row.text("sv"), row.text("en"));
    }
}
